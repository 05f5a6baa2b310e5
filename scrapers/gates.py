"""The gates of hosts: one request at a time, and a least gap between two, whoever asks."""

from dataclasses import dataclass, field
from threading import Lock


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
