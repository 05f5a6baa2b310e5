"""How long a run over many councils takes, against the time that politeness alone demands."""

import resource
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.lines import Line
from orchestration.crawling import Crawler
from orchestration.home import Home
from scrapers.councils import Council, load_registry
from scrapers.ledger import Crawl
from scrapers.moderngov.plan import Plan
from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve

COUNCILS = 40
GAP_SECONDS = 1.0
BOUND = 1.1


def measure() -> Iterator[Line]:
    with TemporaryDirectory() as folder, ExitStack() as stack:
        councils = _councils(Path(folder), stack)
        before = _peak_megabytes()
        started = time.monotonic()
        crawls = _crawled(Home(Path(folder) / "home"), councils)
        took = time.monotonic() - started
        grown = _peak_megabytes() - before
    largest = max(crawl.requests for crawl in crawls)
    demanded = (largest - 1) * GAP_SECONDS
    yield Line(
        figure=f"crawl {len(crawls)} councils, {sum(c.requests for c in crawls)} pages",
        measured=f"{took:.1f} s",
        baseline=f"{demanded:.0f} s: the largest council has {largest} pages",
        ratio=took / demanded,
        bound=BOUND,
        limit=f"{grown:.0f} MB more memory",
    )
    least = min(crawl.least_gap_seconds or 0 for crawl in crawls)
    yield Line(
        figure="least gap between two requests to one host",
        measured=f"{least:.3f} s",
        baseline=f"{GAP_SECONDS:g} s asked for",
        ratio=least / GAP_SECONDS,
        bound=1.0,
        is_floor=True,
    )


def _crawled(home: Home, councils: list[Council]) -> list[Crawl]:
    plan = Plan(
        command="backfill",
        now=datetime.now(UTC),
        since=date.min,
        until=date.max,
        attendances=True,
        documents=False,
        chance=Random(0),
    )
    return list(Crawler(home, "20260101T000000", plan).crawl(councils))


def _councils(folder: Path, stack: ExitStack) -> list[Council]:
    """The sample councils over and over, each on a host of its own."""
    councils: list[Council] = []
    for host in range(1, COUNCILS + 1):
        address = stack.enter_context(serve(host=f"127.0.1.{host}"))
        registry = folder / f"{host}.toml"
        registry.write_text(
            registry_text(address).replace("seconds = 0", f"seconds = {GAP_SECONDS}")
        )
        samples = list(load_registry(registry).councils.values())
        chosen = samples[host % len(samples)]
        councils.append(chosen.model_copy(update={"slug": f"{chosen.slug}-{host}"}))
    return councils


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
