"""Runs whose process was killed: Dagster would hold them for running, and count them, for ever.

Each process that runs commands holds a lock of its own, named in its runs' tags; the kernel lets go
of it when the process dies, however it dies. The next one to come closes what it left open.
"""

from collections.abc import Generator
from contextlib import contextmanager

import dagster as dg

from orchestration.home import Home, HomeBusyError, new_run_id

TAG = "scrutiny/process"
PREFIX = "process-"
OPEN = [
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


@contextmanager
def process_of_its_own(home: Home) -> Generator[str]:
    """Hold a lock for as long as this process runs; its name is the tag of its runs."""
    name = f"{PREFIX}{new_run_id().lower()}"
    with home.held(name):
        yield name


def close_orphans(home: Home, instance: dg.DagsterInstance) -> int:
    """Report the runs of processes that are gone as failed; return how many there were."""
    closed = 0
    for path in sorted((home.root / "locks").glob(f"{PREFIX}*.lock")):
        try:
            with home.held(path.stem):
                closed += _close(instance, path.stem)
                path.unlink(missing_ok=True)
        except HomeBusyError:
            continue
    return closed


def _close(instance: dg.DagsterInstance, process: str) -> int:
    left_open = instance.get_runs(dg.RunsFilter(tags={TAG: process}, statuses=OPEN))
    for run in left_open:
        instance.report_run_failed(run, "its process was killed; the next run completed its work")
    return len(left_open)
