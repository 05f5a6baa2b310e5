"""The gates of hosts: one request at a time, and a least gap between two, whoever asks.

What a host's robots.txt says is kept here too, so that councils on one host ask for it once.
"""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from threading import Lock

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

    def queue(self) -> AbstractContextManager[object]:
        """Holds everybody else up while one asks.

        A gap of nothing is allowed on our own machine alone, whose many sites need no one queue.
        """
        return self.lock if self.delay_seconds else nullcontext()


@dataclass(slots=True)
class HostGates:
    """The gates of a process, so that councils on one host share one queue."""

    gates: dict[str, HostGate] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def of(self, url: str) -> HostGate:
        """The gate of the host that an address names, whether by http or https."""
        with self.lock:
            return self.gates.setdefault(host_of(url), HostGate())
