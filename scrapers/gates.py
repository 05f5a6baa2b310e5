"""The gates of hosts: one request at a time, and a least gap between two, whoever asks."""

from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit


@dataclass(slots=True)
class HostGate:
    """Lets one request at a time through to a host, no sooner than `gap` after the one before."""

    lock: Lock = field(default_factory=Lock)
    last_sent: float | None = None
    least_gap: float | None = None


@dataclass(slots=True)
class HostGates:
    """The gates of a process, so that councils on one host share one queue."""

    gates: dict[str, HostGate] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def of(self, host: str) -> HostGate:
        with self.lock:
            return self.gates.setdefault(host, HostGate())


def queue_of(base_url: str, delay_seconds: float) -> str:
    """The queue that a site's requests wait in: its host's, whatever councils share it.

    A gap of nothing is allowed on our own machine alone, which needs no queue for all its sites.
    """
    if delay_seconds == 0:
        return base_url
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc.lower()}"
