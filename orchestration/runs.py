"""Commands as Dagster runs: each starts the jobs it needs on the home's own instance.

The definitions take seconds to load, so they are imported here only once a run is asked for.
"""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any

import dagster as dg

from orchestration import spread
from orchestration.crawling import Progress
from orchestration.holding import Held
from orchestration.home import PROJECT, Home, HomeBusyError, new_run_id
from orchestration.orphans import TAG, close_orphans, process_of_its_own
from orchestration.problems import problems, raise_what_is_no_failure
from orchestration.run_log import spare_the_disk
from orchestration.spread import QUIET
from scrapers.councils import Council
from scrapers.errors import CrawlStoppedError
from scrapers.ledger import Crawl

OPENING_SECONDS = 300  # at most, for all who open a home at the same moment


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
    problems: list[str] = field(default_factory=list)  # of the build, where nothing was published
    held: list[Held] = field(default_factory=list)  # what of it waits, and is not published

    @property
    def is_busy(self) -> bool:
        """Whether another run holds every council that was asked for."""
        return bool(self.crawls) and all(c.error == HomeBusyError.__name__ for c in self.crawls)

    @property
    def is_cut_short(self) -> bool:
        """Whether a council was left before all was asked for."""
        return any(c.error == CrawlStoppedError.__name__ for c in self.crawls)

    @property
    def exit(self) -> Exit:
        if self.is_busy:
            return Exit.HOME_BUSY
        if not self.published:
            return Exit.NOTHING_PUBLISHED
        has_trouble = any(crawl.outcome != "complete" for crawl in self.crawls)
        return Exit.SOME_FAILED if has_trouble or self.held else Exit.ALL_WELL


class Runner:
    """Starts jobs of one home, in this process."""

    def __init__(self, home: Home) -> None:
        self.home = home
        home.dagster.mkdir(parents=True, exist_ok=True)
        os.environ["SCRUTINY_HOME"] = str(home.root)
        os.environ["SCRUTINY_DAGSTER"] = str(home.dagster)
        # A cluster keeps Dagster's state in a database: its folder with a `dagster.yaml` says so.
        folder = os.environ.get("SCRUTINY_INSTANCE") or str(PROJECT)
        os.environ["DAGSTER_HOME"] = folder
        spare_the_disk()
        # Two that make Dagster's tables at once would mark them twice, and no run could open them.
        with home.held("dagster", wait=OPENING_SECONDS):
            self.instance = dg.DagsterInstance.from_config(folder)
        close_orphans(home, self.instance)
        self._alive = ExitStack()  # until the process ends, whichever way
        self._process = self._alive.enter_context(process_of_its_own(home))

    def crawl_and_build(
        self, councils: list[Council], *, progress: Progress, **config: Any
    ) -> Outcome:
        """Bring the councils' pages in, then build, whatever became of single councils."""
        slugs = [council.slug for council in councils]
        settings = {"councils": slugs, "run_id": new_run_id(), **config}
        crawls = self._crawl(settings, progress)
        outcome = Outcome(crawls=crawls)
        return outcome if outcome.is_busy else replace(self.build(), crawls=crawls)

    def build(self, *, again: list[str] | None = None) -> Outcome:
        """Land, load, build, check and publish."""
        config = {"config": {"again": again or []}}
        result = self._run("build", {"landing": config, "raw": config}, {"command": "build"})
        if not result.success:
            return Outcome(problems=list(dict.fromkeys(problems(result.all_events))))
        return Outcome(published=True, held=self.home.holding.all())

    def _crawl(self, settings: dict[str, Any], progress: Progress) -> list[Crawl]:
        from orchestration.executors import executor_name

        ops = {"archive": {"config": settings}}
        if executor_name() != "in_process":
            return self._crawl_on_workers(ops, settings, progress)
        crawls: list[Crawl] = []

        def ended(crawl: Crawl) -> None:
            crawls.append(crawl)
            progress.on_end(crawl)

        self._run("crawl", ops, settings, resources={"progress": replace(progress, on_end=ended)})
        return crawls

    def refresh_register(self, source: str | None, as_at: date | None) -> list[str]:
        """Take Ofsted's statistics from `source`, or from where the registry says they are;
        return what kept them from being taken.
        """
        config = {"source": source, "as_at": as_at.isoformat() if as_at else None}
        ops = {"official_statistics": {"config": config}}
        result = self._run("register", ops, {"command": "register"})
        return [] if result.success else list(dict.fromkeys(problems(result.all_events)))

    def _crawl_on_workers(
        self, ops: dict[str, Any], settings: dict[str, Any], progress: Progress
    ) -> list[Crawl]:
        """The same by whichever executor is set; what came of it is read from the archive."""
        spread.crawl(self.instance, ops, self._tags(settings))
        crawls = list(spread.receipts(self.home, settings))
        for crawl in crawls:
            progress.on_end(crawl)
        return crawls

    def _run(
        self,
        job: str,
        ops: dict[str, Any],
        settings: dict[str, Any],
        resources: Mapping[str, Any] | None = None,
    ) -> dg.ExecuteInProcessResult:
        result = self._definitions.resolve_job_def(job).execute_in_process(
            run_config={"ops": ops, "loggers": QUIET},
            instance=self.instance,
            resources=resources,
            raise_on_error=False,
            tags=self._tags(settings),
        )
        raise_what_is_no_failure(result.all_events)
        return result

    def _tags(self, settings: dict[str, Any]) -> dict[str, str]:
        """What runs are found by in Dagster's list of them."""
        tags = {"scrutiny/command": str(settings["command"]), TAG: self._process}
        if councils := settings.get("councils"):
            tags["scrutiny/councils"] = councils[0] if len(councils) == 1 else str(len(councils))
        if settings.get("since"):
            tags["scrutiny/meetings"] = f"{settings['since']} to {settings['until']}"
        return tags

    @cached_property
    def _definitions(self) -> dg.Definitions:
        from orchestration.definitions import defs

        return defs()
