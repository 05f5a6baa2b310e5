"""The gates of hosts: one request at a time, and a least gap between two, whoever asks.

What a host's robots.txt says is kept here too, so that councils on one host ask for it once.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from protego import Protego

from scrapers.hosts import host_of


@dataclass(slots=True)
class HostGate:
    """Lets one request at a time through to a host, no sooner than a gap after the one before."""

    lock: Lock = field(default_factory=Lock)
    robots_lock: Lock = field(default_factory=Lock)
    last_sent: float | None = None
    closed_until: float = 0.0  # as the host asked of one of them
    least_gap: float | None = None
    delay_seconds: float = 0.0  # what the slowest of those who ask here keeps to
    robots: dict[str, Protego] = field(default_factory=dict)  # by origin
    without_robots: set[str] = field(default_factory=set)  # origins that have no robots.txt
    bases: set[str] = field(default_factory=set)  # of all councils that are known to lie here

    def queue(self) -> AbstractContextManager[object]:
        """Holds everybody else up while one asks.

        A gap of nothing is allowed on our own machine alone, whose many sites need no one queue.
        """
        return self.lock if self.delay_seconds else nullcontext()

    def is_of_another(self, base_url: str, url: str) -> bool:
        """Whether an address lies below the base of another council on the host."""
        path = _folder(url)
        below = [base for base in {base_url, *self.bases} if path.startswith(_folder(base))]
        return bool(below) and _folder(max(below, key=len)) != _folder(base_url)


def _folder(url: str) -> str:
    return f"{urlsplit(url).path.rstrip('/').lower()}/"


@dataclass(slots=True)
class HostGates:
    """The gates of a process, so that councils on one host share one queue."""

    gates: dict[str, HostGate] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def of(self, url: str) -> HostGate:
        """The gate of the host that an address names, whether by http or https."""
        with self.lock:
            return self.gates.setdefault(host_of(url), HostGate())

    def know(self, base_urls: Iterable[str]) -> None:
        """Remember where councils lie, so that none is taken for its neighbour."""
        for base_url in base_urls:
            self.of(base_url).bases.add(base_url)
