"""Ofsted's statistics files, as received: fetched once a release, kept in the home, read by builds.

What a file states is told by `scrapers.ofsted`; what it means beside the bundled register, by dbt.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from scrapers.client import Client
from scrapers.errors import StatisticsError
from scrapers.gates import HostGates
from scrapers.ofsted import OfficialOutcome, official_outcomes

GAP_SECONDS = 1.0
TIMEOUT_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class StatisticsFile:
    """One file as received, and where it came from."""

    path: Path
    source: str
    fetched_at: datetime
    as_at: date | None

    def outcomes(self) -> list[OfficialOutcome]:
        return official_outcomes(self.path.read_bytes(), name=self.path.name, as_at=self.as_at)


@dataclass(frozen=True, slots=True)
class StatisticsShelf:
    """The files of one home. A file is a name for good: what it holds never changes."""

    root: Path

    def add(self, source: str, *, as_at: date | None, now: datetime) -> StatisticsFile:
        """Fetch, check and keep the file at `source`, an address or a path.

        A file that cannot be read as statistics is not kept, and what was kept stands.
        """
        content = _content(source)
        name = Path(urlsplit(source).path).name
        official_outcomes(content, name=name, as_at=as_at)
        digest = hashlib.sha256(content).hexdigest()[:16]
        path = self.root / digest / name
        note = {
            "source": source,
            "fetched_at": now.isoformat(),
            "as_at": as_at.isoformat() if as_at else None,
        }
        if not _note(path).exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(path, content)
            # The note comes last: a file without one was never wholly received.
            _put(_note(path), json.dumps(note, indent=1).encode())
        return _read(_note(path))

    def files(self) -> list[StatisticsFile]:
        """Every file of the home, in the order in which they came."""
        found = (_read(note) for note in self.root.glob("*/*.json"))
        return sorted(found, key=lambda file: (file.fetched_at, file.path))

    def releases(self) -> Iterator[tuple[StatisticsFile, OfficialOutcome]]:
        """What the releases state; of two files of one release, what the later one does."""
        newest: dict[tuple[str, date], tuple[StatisticsFile, list[OfficialOutcome]]] = {}
        for file in self.files():
            stated: dict[tuple[str, date], list[OfficialOutcome]] = {}
            for outcome in file.outcomes():
                stated.setdefault((outcome.release_kind, outcome.as_at), []).append(outcome)
            newest |= {release: (file, outcomes) for release, outcomes in stated.items()}
        for file, outcomes in newest.values():
            yield from ((file, outcome) for outcome in outcomes)


def _content(source: str) -> bytes:
    if not source.startswith(("https://", "http://")):
        try:
            return Path(source).read_bytes()
        except OSError as error:
            raise StatisticsError(f"{source}: cannot be read: {error.strerror}") from error
    client = Client(
        source,
        delay_seconds=GAP_SECONDS,
        timeout_seconds=TIMEOUT_SECONDS,
        gates=HostGates(),
        keep=lambda response: None,
    )
    return client.fetch(source).body


def _note(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _read(note: Path) -> StatisticsFile:
    said = json.loads(note.read_text(encoding="utf-8"))
    return StatisticsFile(
        path=note.with_suffix(""),
        source=said["source"],
        fetched_at=datetime.fromisoformat(said["fetched_at"]),
        as_at=date.fromisoformat(said["as_at"]) if said["as_at"] else None,
    )


def _put(path: Path, content: bytes) -> None:
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(content)
    unfinished.replace(path)
