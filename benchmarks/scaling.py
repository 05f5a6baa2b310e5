"""What a first crawl of many councils over many years takes: a simulation, second by second.

Each council is a queue that is asked no faster than its gap allows; a process has so many threads;
a page costs so much time to be answered, to be read and to be kept. `docs/scaling.md` discusses the
figures. `python -m benchmarks scaling`
"""

import heapq
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.lines import Line
from orchestration.crawling import MOST_AT_ONCE

SEED = 2026
# As crawls of the samples and of single real councils show; the spread is that between a district
# and a county with a dozen panels.
MEETINGS_A_YEAR = 70.0  # of a council, at the committees that the registry asks for
SPREAD = 0.6  # of councils round the median, as the sigma of a log-normal
REQUESTS_A_MEETING = 1.35
ANSWER_SECONDS, ANSWER_SPREAD = 0.7, 0.5
GAP_SECONDS = 1.0
# docs/benchmarks.md: archive real meeting pages; parse and read real meeting pages.
BYTES_A_PAGE = 11_800
READING_SECONDS = 0.021
HOURS_A_NIGHT = 6.0


@dataclass(frozen=True, slots=True)
class Site:
    """One council as the simulation knows it."""

    pages: int
    answer_seconds: float

    @property
    def seconds(self) -> float:
        """How long it takes alone: the gap counts from request to request."""
        return self.pages * max(GAP_SECONDS, self.answer_seconds)


@dataclass(frozen=True, slots=True)
class Crawled:
    """What came of a simulated crawl."""

    pages: int
    seconds: float
    median_seconds: float  # at which half of the councils were done

    @property
    def pages_a_second(self) -> float:
        return self.pages / self.seconds


def measure() -> Iterator[Line]:
    for councils, years in ((133, 20), (400, 20)):
        for machines in (1, 4):
            yield _line(councils, years, machines)


def sites(councils: int, years: float, seed: int = SEED) -> list[Site]:
    chance = random.Random(seed)
    return [
        Site(
            pages=round(
                MEETINGS_A_YEAR * years * REQUESTS_A_MEETING
                * chance.lognormvariate(-(SPREAD**2) / 2, SPREAD)
            ),
            answer_seconds=chance.lognormvariate(math.log(ANSWER_SECONDS), ANSWER_SPREAD),
        )
        for _ in range(councils)
    ]  # fmt: skip


def crawl(queues: list[Site], threads: int) -> Crawled:
    """Give every thread the next council when it has done one, as a pool does."""
    free = [0.0] * threads
    ends = []
    for site in queues:
        ends.append(heapq.heappop(free) + site.seconds)
        heapq.heappush(free, ends[-1])
    ends.sort()
    return Crawled(
        pages=sum(site.pages for site in queues),
        seconds=ends[-1],
        median_seconds=ends[len(ends) // 2],
    )


def _line(councils: int, years: int, machines: int) -> Line:
    queues = sites(councils, years)
    crawled = crawl(queues, MOST_AT_ONCE * machines)
    # No plan is faster than its slowest site: that is what politeness costs.
    slowest = max(site.seconds for site in queues)
    reading = crawled.pages * READING_SECONDS / 3600
    hours, half = crawled.seconds / 3600, crawled.median_seconds / 3600
    archive = crawled.pages * BYTES_A_PAGE / 1e9
    return Line(
        figure=f"first crawl of {councils} councils × {years} years, {machines} × {MOST_AT_ONCE}",
        measured=f"{hours:.1f} h (half of them {half:.1f})",
        baseline=f"{slowest / 3600:.1f} h the slowest site alone",
        ratio=crawled.seconds / slowest,
        limit=(
            f"{crawled.pages:,} pages, {crawled.pages_a_second:.1f} a second, "
            f"{archive:.1f} GB archive, {reading:.1f} core-hours to read, "
            f"nights: {math.ceil(hours / HOURS_A_NIGHT)}"
        ),
    )
