"""When a run stops asking a site: requests spent, night over, or all are waiting for that site.

What was fetched is kept; the next run goes on from there.
"""

import time
from dataclasses import dataclass, field
from threading import Event, Lock

from scrapers.errors import CrawlStoppedError

# Slow sites are waited for this long after all others have ended, or as long as those took.
GRACE_SECONDS = 60.0
# A site that takes this part of it for a page, on average, is slow: overloaded, or half down.
SLOW_SHARE = 1 / 6
# A night is over by the morning; a first crawl of a large council goes on the night after.
NIGHT_SECONDS = 6 * 3600.0
# No council has so many pages to be had in one run: a site that goes on for ever is left, and gone
# on with the next time.
MOST_REQUESTS = 20_000
# With fewer councils nobody can say who is slow and who merely has more pages.
LEAST_COUNCILS = 3
STRAGGLERS_SHARE = 0.1


@dataclass(slots=True)
class Budget:
    """How many requests a run may send, whichever council they go to."""

    most: int | None = None
    spent: int = 0
    lock: Lock = field(default_factory=Lock)

    def take(self) -> None:
        with self.lock:
            if self.most is not None and self.spent >= self.most:
                raise CrawlStoppedError(f"the budget of {self.most} requests is spent")
            self.spent += 1


@dataclass(slots=True)
class Walk:
    """One council's part of a run while it is under way."""

    halt: Event = field(default_factory=Event)
    why: str | None = None  # it was halted
    began: float | None = None
    answers: int = 0
    asked: int = 0

    def take(self) -> None:
        if self.asked >= MOST_REQUESTS:
            raise CrawlStoppedError(f"{MOST_REQUESTS:,} requests are enough for one run")
        self.asked += 1

    def stop(self, why: str | None = None) -> None:
        self.why = self.why or why
        self.halt.set()

    def seconds_a_page(self, now: float) -> float:
        """The mean so far, of a site that never answered the whole time."""
        return 0.0 if self.began is None else (now - self.began) / max(self.answers, 1)


@dataclass(slots=True)
class Patience:
    """For how long a nightly waits, and for whom."""

    grace_seconds: float = GRACE_SECONDS
    night_seconds: float = NIGHT_SECONDS
    began: float = field(default_factory=time.monotonic)
    others_ended: float | None = None

    def lose(self, under_way: list[Walk], councils: int, now: float) -> None:
        """Stop the walks that have been waited for long enough."""
        if now - self.began > self.night_seconds:
            for walk in under_way:
                walk.stop(f"the night is over after {self.night_seconds / 3600:.0f} h")
        few = max(1, int(councils * STRAGGLERS_SHARE))
        if councils < LEAST_COUNCILS or len(under_way) > few:
            return
        if self.others_ended is None:
            self.others_ended = now
        took = self.others_ended - self.began
        if now - self.others_ended <= max(self.grace_seconds, took):
            return
        for walk in under_way:
            if (pace := walk.seconds_a_page(now)) > self.grace_seconds * SLOW_SHARE:
                walk.stop(f"{pace:.0f} s a page, and all other councils had ended")
