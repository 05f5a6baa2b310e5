"""How a crawl is shared out among workers, and what one of them does with its share.

With one share, as on one machine, councils go side by side in one process. With more, each share is
a step of its own, which a distributed executor gives to whichever worker is free.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from orchestration.crawling import Crawler, Progress
from orchestration.home import Home
from orchestration.importing import import_pages
from orchestration.patience import GRACE_SECONDS, Budget, Patience
from orchestration.playing import samples_playing
from scrapers.councils import Council
from scrapers.hosts import host_of
from scrapers.ledger import Crawl
from scrapers.moderngov.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one worker is asked to bring in."""

    number: int
    run_id: str
    slugs: tuple[str, ...]
    command: str = "nightly"
    since: str | None = None
    until: str | None = None
    attendances: bool = False
    documents: bool = False
    folder: str | None = None
    max_requests: int | None = None
    patience_seconds: float = GRACE_SECONDS


def dealt(councils: list[Council], workers: int) -> list[tuple[str, ...]]:
    """The councils in as many hands as there are workers, those of one host in one hand.

    A host's least gap between two requests is kept within a process.
    """
    by_host: dict[str, list[str]] = defaultdict(list)
    for council in councils:
        host = host_of(council.base_url) if council.delay_seconds else council.base_url
        by_host[host].append(council.slug)
    hands: list[list[str]] = [[] for _ in range(max(1, min(workers, len(by_host))))]
    for slugs in sorted(by_host.values(), key=len, reverse=True):
        min(hands, key=len).extend(slugs)
    return [tuple(hand) for hand in hands]


def part_of(most: int | None, number: int, shares: int) -> int | None:
    """A share's part of a budget; the parts add up to it."""
    return None if most is None else most // shares + (number < most % shares)


def bring_in(home: Home, share: Share, progress: Progress) -> Iterator[Crawl]:
    """Bring in a share's councils, side by side; yield each one's receipt as it ends."""
    with samples_playing(home) as registry, _held_against_its_like(home, share):
        chosen = registry.chosen(share.slugs)
        if share.folder:
            yield from (import_pages(home, c, Path(share.folder), share.run_id) for c in chosen)
            return
        plan = Plan(
            command=share.command,
            now=datetime.now(UTC),
            since=date.fromisoformat(share.since) if share.since else date.min,
            until=date.fromisoformat(share.until) if share.until else date.max,
            attendances=share.attendances,
            documents=share.documents,
            chance=random.Random(share.run_id),
        )
        crawler = Crawler(
            home=home,
            run_id=share.run_id,
            plan=plan,
            progress=progress,
            budget=Budget(share.max_requests),
            patience=Patience(grace_seconds=share.patience_seconds),
        )
        yield from crawler.crawl(chosen)


def _held_against_its_like(home: Home, share: Share) -> AbstractContextManager[None]:
    """Two nights at once would each take some of the other's councils: the second is refused."""
    is_night = share.command == "nightly" and len(share.slugs) > 1
    return home.held(f"nightly-{share.number}") if is_night else nullcontext()
