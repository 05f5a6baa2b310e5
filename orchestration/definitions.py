"""Entry point: `dg` loads this. Everything found in `orchestration/defs/` becomes a definition."""

from pathlib import Path

import dagster as dg

from orchestration.care import cared_for
from orchestration.executors import executor
from orchestration.run_log import spare_the_disk


@dg.definitions
def defs() -> dg.Definitions:
    spare_the_disk()  # a run that Dagster's own pages started comes this way
    found = dg.load_from_defs_folder(path_within_project=Path(__file__).parent)
    return cared_for(dg.Definitions.merge(found, dg.Definitions(executor=executor())))
