"""A crawl on the workers of a distributed executor, and what became of it.

Workers tell nobody here how they fare: each council's receipt is in the archive when they are done.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import dagster as dg

from orchestration.executors import executor_config
from orchestration.home import Home
from orchestration.keeping import take
from scrapers.ledger import Crawl

# What fails is told by the command in a line; the traces are in the run's own log.
QUIET = {"console": {"config": {"log_level": "CRITICAL"}}}


def crawl_job() -> dg.JobDefinition:
    """The job by a name that workers, too, can import."""
    from orchestration.definitions import defs

    return defs().resolve_job_def("crawl")


def crawl(instance: dg.DagsterInstance, ops: dict[str, Any], tags: dict[str, str]) -> None:
    config: dict[str, Any] = {"ops": ops, "loggers": QUIET}
    if told := executor_config():
        config["execution"] = told
    job = dg.reconstructable(crawl_job)
    with dg.execute_job(job, instance, run_config=config, tags=tags):
        pass


def receipts(home: Home, settings: dict[str, Any]) -> Iterator[Crawl]:
    """Each council's receipt; a failed one where its worker left none."""
    take(home, settings["councils"])
    run_id = settings["run_id"]
    now = datetime.now(UTC)
    for slug in settings["councils"]:
        has_run = run_id in home.archive.run_ids(slug)
        crawl = home.archive.run(slug, run_id).crawl if has_run else None
        yield crawl or Crawl(
            council=slug,
            run_id=run_id,
            command=settings["command"],
            started_at=now,
            ended_at=now,
            outcome="failed",
            requests=0,
            bytes_received=0,
            error="NoReceipt",
            error_message="its worker left no receipt: Dagster's log of the run says why",
        )
