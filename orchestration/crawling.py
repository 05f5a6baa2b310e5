"""Many councils side by side, each by its own rules, none the worse for another."""

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime

from orchestration.home import Home, HomeBusyError
from orchestration.patience import Budget, Patience, Walk
from scrapers.councils import Council
from scrapers.errors import CrawlStoppedError, ScrapeError
from scrapers.gates import HostGates
from scrapers.ledger import Crawl
from scrapers.moderngov.crawl import crawl_council
from scrapers.moderngov.history import History
from scrapers.moderngov.plan import Plan
from scrapers.moderngov.site import Site

logger = logging.getLogger(__name__)

# Councils are slow, not heavy: a thread waits most of its life for one small server.
MOST_AT_ONCE = 64
LOOK_ROUND_SECONDS = 1.0
# Who lands looks in on a council for a moment; who crawls it holds it for hours.
BRIEFLY_SECONDS = 2.0


@dataclass(slots=True)
class Progress:
    """What a run tells whoever watches it. Each is called from the councils' own threads."""

    on_request: Callable[[str], None] = lambda council: None
    on_progress: Callable[[str, float], None] = lambda council, share: None
    on_end: Callable[[Crawl], None] = lambda crawl: None


@dataclass(slots=True)
class Crawler:
    """One run over many councils."""

    home: Home
    run_id: str
    plan: Plan
    progress: Progress = field(default_factory=Progress)
    budget: Budget = field(default_factory=Budget)
    patience: Patience = field(default_factory=Patience)
    gates: HostGates = field(default_factory=HostGates)
    walks: dict[str, Walk] = field(default_factory=dict)

    def crawl(self, councils: list[Council]) -> Iterator[Crawl]:
        """Crawl them all; yield each council's receipt as it ends, whichever way it ends."""
        self.walks = {council.slug: Walk() for council in councils}
        self.gates.know(council.base_url for council in councils)
        with ThreadPoolExecutor(min(len(councils), MOST_AT_ONCE) or 1) as threads:
            running = {threads.submit(self._crawl_one, council): council for council in councils}
            try:
                while running:
                    ended, _ = wait(running, LOOK_ROUND_SECONDS, return_when=FIRST_COMPLETED)
                    for done in ended:
                        yield self._receipt_of(done, running.pop(done))
                    if self.plan.command == "nightly":
                        under_way = [self.walks[council.slug] for council in running.values()]
                        self.patience.lose(under_way, len(councils), time.monotonic())
            finally:
                # After Ctrl-C the threads end at their next request, each with its receipt.
                for walk in self.walks.values():
                    walk.stop()

    def _receipt_of(self, done: "Future[Crawl]", council: Council) -> Crawl:
        # Even a bug of ours that one site brings out costs that council alone.
        if bug := done.exception():
            logger.error("%s: %s: %s", council.slug, type(bug).__name__, bug, exc_info=bug)
            return _receipt(council, self, datetime.now(UTC), None, bug)
        return done.result()

    def _crawl_one(self, council: Council) -> Crawl:
        started_at = datetime.now(UTC)
        try:
            with self.home.held(council.slug, wait=BRIEFLY_SECONDS):
                return self._crawl_held(council, started_at)
        except HomeBusyError as error:
            return _receipt(council, self, started_at, None, error)

    def _crawl_held(self, council: Council, started_at: datetime) -> Crawl:
        walk = self.walks[council.slug]
        walk.began = time.monotonic()
        held = self.home.holding.run_ids(council.slug)
        history = History.of(self.home.archive, council.slug, held=held)
        with self.home.archive.writing(council.slug, self.run_id) as writer:
            site = Site(
                council=council,
                archive=self.home.archive,
                writer=writer,
                history=history,
                gates=self.gates,
                stop=walk.halt,
                on_request=lambda: self._answered(council),
                before_request=lambda: self._before_request(walk),
                on_progress=lambda share: self.progress.on_progress(council.slug, share),
                resumes=self.plan.resumes,
                holds=self.plan.holds,
            )
            error = None
            try:
                crawl_council(site, self.plan)
            except ScrapeError as refusal:
                is_halted = isinstance(refusal, CrawlStoppedError) and walk.why
                error = CrawlStoppedError(walk.why) if is_halted else refusal
                logger.warning("%s: %s: %s", council.slug, type(error).__name__, error)
            crawl = _receipt(council, self, started_at, site, error)
            writer.close(crawl, site.failures)
        return crawl

    def _before_request(self, walk: Walk) -> None:
        walk.take()
        self.budget.take()

    def _answered(self, council: Council) -> None:
        self.walks[council.slug].answers += 1
        self.progress.on_request(council.slug)


def _receipt(
    council: Council,
    crawler: Crawler,
    started_at: datetime,
    site: Site | None,
    error: BaseException | None,
) -> Crawl:
    asked = site.client.receipt if site else None
    return Crawl(
        council=council.slug,
        run_id=crawler.run_id,
        command=crawler.plan.command,
        started_at=started_at,
        ended_at=datetime.now(UTC),
        outcome=_outcome(site, error),
        requests=asked.requests if asked else 0,
        bytes_received=asked.bytes_received if asked else 0,
        least_gap_seconds=site.client.gate.least_gap if site else None,
        robots=asked.robots if asked else None,
        error=type(error).__name__ if error else None,
        error_message=str(error) if error else None,
    )


def _outcome(site: Site | None, error: BaseException | None) -> str:
    if isinstance(error, CrawlStoppedError):
        return "stopped"
    if error is not None:
        return "failed"
    # A page that is gone is an explained gap; any other failure may have cost facts.
    is_partial = site and any(f.error != "PageNotFoundError" for f in site.failures)
    return "partial" if is_partial else "complete"
