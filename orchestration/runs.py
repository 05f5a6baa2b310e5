"""Commands as Dagster runs: each starts the jobs it needs on the home's own instance.

The definitions take seconds to load, so they are imported here only once a run is asked for.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any

import dagster as dg

from orchestration.crawling import Progress
from orchestration.home import PROJECT, Home, HomeBusyError
from scrapers.councils import Council
from scrapers.ledger import Crawl


class Exit(IntEnum):
    """How a command ended, as the shell sees it."""

    ALL_WELL = 0
    NOTHING_PUBLISHED = 1
    WRONG_CALL = 2
    SOME_FAILED = 3
    HOME_BUSY = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did."""

    published: bool = False
    crawls: list[Crawl] = field(default_factory=list)

    @property
    def is_busy(self) -> bool:
        """Whether another run holds every council that was asked for."""
        return bool(self.crawls) and all(c.error == HomeBusyError.__name__ for c in self.crawls)

    @property
    def exit(self) -> Exit:
        if self.is_busy:
            return Exit.HOME_BUSY
        if not self.published:
            return Exit.NOTHING_PUBLISHED
        has_trouble = any(crawl.outcome != "complete" for crawl in self.crawls)
        return Exit.SOME_FAILED if has_trouble else Exit.ALL_WELL


class Runner:
    """Starts jobs of one home, in this process."""

    def __init__(self, home: Home) -> None:
        self.home = home
        home.dagster.mkdir(parents=True, exist_ok=True)
        os.environ["SCRUTINY_HOME"] = str(home.root)
        os.environ["SCRUTINY_DAGSTER"] = str(home.dagster)
        os.environ["DAGSTER_HOME"] = str(PROJECT)
        self.instance = dg.DagsterInstance.from_config(str(PROJECT))

    def crawl_and_build(
        self, councils: list[Council], *, progress: Progress, **config: Any
    ) -> Outcome:
        """Bring the councils' pages in, then build, whatever became of single councils."""
        crawls: list[Crawl] = []

        def ended(crawl: Crawl) -> None:
            crawls.append(crawl)
            progress.on_end(crawl)

        settings = {"councils": [council.slug for council in councils], **config}
        watched = Progress(on_request=progress.on_request, on_end=ended)
        self._run("crawl", {"archive": {"config": settings}}, resources={"progress": watched})
        outcome = Outcome(crawls=crawls)
        return outcome if outcome.is_busy else replace(outcome, published=self.build())

    def refresh_register(self, source: str | None, as_at: date | None) -> bool:
        """Take Ofsted's statistics from `source`, or from where the registry says they are."""
        config = {"source": source, "as_at": as_at.isoformat() if as_at else None}
        return self._run("register", {"official_statistics": {"config": config}})

    def build(self, *, again: list[str] | None = None) -> bool:
        """Land, load, build, check and publish; return whether it was published."""
        config = {"config": {"again": again or []}}
        return self._run("build", {"landing": config, "raw": config})

    def _run(
        self, job: str, ops: dict[str, Any], resources: Mapping[str, Any] | None = None
    ) -> bool:
        result = self._definitions.resolve_job_def(job).execute_in_process(
            run_config={
                "ops": ops,
                "loggers": {"console": {"config": {"log_level": "ERROR"}}},
            },
            instance=self.instance,
            resources=resources,
            raise_on_error=False,
        )
        if any(_is_interrupt(event) for event in result.all_events):
            # Dagster has noted it on the run; to the command it is still what it was.
            raise KeyboardInterrupt
        return result.success

    @cached_property
    def _definitions(self) -> dg.Definitions:
        from orchestration.definitions import defs

        return defs()


def _is_interrupt(event: dg.DagsterEvent) -> bool:
    error = event.step_failure_data.error if event.is_step_failure else None
    return error is not None and error.cls_name == dg.DagsterExecutionInterruptedError.__name__
