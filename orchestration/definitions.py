"""Entry point: `dg` loads this. Everything found in `orchestration/defs/` becomes a definition."""

from pathlib import Path

import dagster as dg


@dg.definitions
def defs() -> dg.Definitions:
    found = dg.load_from_defs_folder(path_within_project=Path(__file__).parent)
    # DuckDB has one writing process, and a process per step costs seconds each.
    return dg.Definitions.merge(found, dg.Definitions(executor=dg.in_process_executor))
