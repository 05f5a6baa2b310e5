"""How long a crawl will take yet, told from how far each council's walk has come and how fast."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

LEAST_SHARE = 0.01  # of a walk: what is told from less is a guess


@dataclass(slots=True)
class Pace:
    """One council's walk: what of it was gone while asking for pages, and in which time.

    What the archive holds already is passed over in no time, and says nothing of the rest.
    """

    at: float
    share: float = 0.0
    gained: float = 0.0
    seconds: float = 0.0
    has_asked: bool = False

    def come(self, share: float, now: float) -> None:
        if self.has_asked:
            self.gained += max(share - self.share, 0.0)
            self.seconds += now - self.at
        self.share, self.at, self.has_asked = max(share, self.share), now, False

    def seconds_left(self) -> float | None:
        if self.gained < LEAST_SHARE:
            return None
        return (1 - self.share) * self.seconds / self.gained


@dataclass(slots=True)
class Forecast:
    """Councils go side by side, so that the slowest of them says when all are done."""

    councils: int
    clock: Callable[[], float] = time.monotonic
    requests: int = 0
    ended: int = 0
    paces: dict[str, Pace] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def asked(self, council: str) -> None:
        with self.lock:
            self.requests += 1
            self._pace(council).has_asked = True

    def came(self, council: str, share: float) -> None:
        with self.lock:
            self._pace(council).come(share, self.clock())

    def end(self, council: str) -> None:
        with self.lock:
            self.ended += 1
            self.paces.pop(council, None)

    def seconds_left(self) -> float | None:
        with self.lock:
            left = [pace.seconds_left() for pace in self.paces.values()]
        told = [seconds for seconds in left if seconds is not None]
        return max(told) if told else None

    def in_words(self) -> str:
        """ "3 of 5 councils, 120 requests, about 2 min left"."""
        told = f"{self.ended} of {self.councils} councils, {self.requests} requests"
        left = self.seconds_left()
        return told if left is None else f"{told}, about {duration(left)} left"

    def _pace(self, council: str) -> Pace:
        if council not in self.paces:
            self.paces[council] = Pace(at=self.clock())
        return self.paces[council]


def duration(seconds: float) -> str:
    if seconds < 60:
        return f"{max(round(seconds), 1)} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02} min"
