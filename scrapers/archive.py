"""Every answer as received: one WARC per council and run, found again by page, URL or hash.

The archive is the source of truth; all that comes after can be made again from it. A file is only
ever appended to, by the one run that made it, and ends with that run's receipt: a file without one
belongs to a run that was cut off. Beside each `<run>.warc.gz` lies `<run>.jsonl`, its index, which
is a convenience: what it lacks is read from the WARC again.
"""

import hashlib
import json
import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, TextIO, get_type_hints

from warcio.recordloader import ArcWarcRecord

from scrapers import warc
from scrapers.errors import ArchiveError
from scrapers.ledger import Crawl, CrawlFailure
from scrapers.response import Response

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Where one answer lies, and what is worth knowing without opening it."""

    council: str
    run_id: str
    url: str
    status: int
    fetched_at: datetime
    page_sha256: str  # of the body as a reader sees it, content encoding undone
    offset: int
    length: int
    page_key: str | None = None  # None for what is no page: robots.txt
    listing: str | None = None  # how the list printed the page when it was asked for
    content_type: str | None = None


@dataclass(slots=True)
class ArchivedRun:
    """All that one run archived for one council, in the order it came."""

    entries: list[Entry] = field(default_factory=list)
    crawl: Crawl | None = None  # None where the run was cut off
    failures: list[CrawlFailure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of WARC files, one folder per council."""

    root: Path

    def councils(self) -> list[str]:
        return sorted(path.name for path in self.root.glob("*") if path.is_dir())

    def run_ids(self, council: str) -> list[str]:
        """The runs that fetched anything for a council, oldest first: their ids sort by time."""
        names = (self.root / council).glob("*.warc.gz")
        return sorted(path.name.removesuffix(".warc.gz") for path in names)

    def run(self, council: str, run_id: str) -> ArchivedRun:
        found = ArchivedRun()
        path = self._warc(council, run_id)
        end = 0
        for line in _whole_lines(_index(path)):
            try:
                end = _take(json.loads(line), found)
            except (ValueError, TypeError, KeyError):
                # A damaged index is no loss: the rest is read from the WARC.
                logger.warning("%s: the index is damaged behind byte %d", path, end)
                break
        if end < path.stat().st_size:
            for offset, length, record in warc.records(path, start=end):
                if described := _described(record, council, run_id):
                    _take(described | {"offset": offset, "length": length}, found)
        return found

    def latest(self, council: str) -> dict[str, Entry]:
        """The newest good answer for every page of a council, by page key."""
        pages = (entry for entry in self._all(council) if entry.page_key and entry.status == 200)
        return {entry.page_key or "": entry for entry in pages}

    def by_sha256(self, council: str, page_sha256: str) -> Entry | None:
        """The first answer with this body."""
        return next((e for e in self._all(council) if e.page_sha256 == page_sha256), None)

    def by_url(self, council: str, url: str) -> list[Entry]:
        """Every answer of an address, oldest first."""
        return [entry for entry in self._all(council) if entry.url == url]

    def read(self, entry: Entry) -> bytes:
        """The body of an answer, content encoding undone."""
        path = self._warc(entry.council, entry.run_id)
        body = warc.body(warc.record_at(path, entry.offset, entry.length))
        if hashlib.sha256(body).hexdigest() != entry.page_sha256:
            raise ArchiveError(
                f"{entry.council}/{entry.run_id} at byte {entry.offset}: "
                f"the archived bytes of {entry.url} are not those that were fetched"
            )
        return body

    @contextmanager
    def writing(self, council: str, run_id: str) -> Generator["ArchiveWriter"]:
        """A new file for this council and run; no other run ever touches it."""
        path = self._warc(council, run_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file, _index(path).open("x", encoding="utf-8") as index:
            yield ArchiveWriter(council, run_id, file, index)

    def _all(self, council: str) -> Iterator[Entry]:
        for run_id in self.run_ids(council):
            yield from self.run(council, run_id).entries

    def _warc(self, council: str, run_id: str) -> Path:
        return self.root / council / f"{run_id}.warc.gz"


@dataclass(slots=True)
class ArchiveWriter:
    """Appends to one run's file. A record is on disk before its index line is written."""

    council: str
    run_id: str
    file: BinaryIO
    index: TextIO

    def keep(
        self, response: Response, *, page_key: str | None = None, listing: str | None = None
    ) -> Entry:
        offset, length = warc.append_exchange(
            self.file, response, page_key=page_key, listing=listing
        )
        body = warc.unpacked(response.raw, response.header("Content-Encoding"))
        entry = Entry(
            council=self.council,
            run_id=self.run_id,
            url=response.url,
            status=response.status,
            fetched_at=response.fetched_at,
            page_sha256=hashlib.sha256(body).hexdigest(),
            page_key=page_key,
            listing=listing,
            content_type=response.header("Content-Type"),
            offset=offset,
            length=length,
        )
        self._note(_plain(entry))
        return entry

    def close(self, crawl: Crawl, failures: list[CrawlFailure]) -> None:
        """Append the receipt, which says that the run ended, and how."""
        receipt = {"crawl": _plain(crawl), "failures": [_plain(f) for f in failures]}
        name = f"{self.council}:{self.run_id}"
        offset, length = warc.append_receipt(self.file, name, json.dumps(receipt).encode())
        self._note(receipt | {"offset": offset, "length": length})

    def _note(self, described: dict[str, Any]) -> None:
        self.index.write(json.dumps(described) + "\n")
        self.index.flush()


def _take(described: dict[str, Any], found: ArchivedRun) -> int:
    """Add what one line of an index says to `found`; return where its record ends in the WARC."""
    if "crawl" in described:
        found.crawl = _typed(Crawl, described["crawl"])
        found.failures = [_typed(CrawlFailure, failure) for failure in described["failures"]]
    else:
        found.entries.append(_typed(Entry, described))
    return described["offset"] + described["length"]


def _described(record: ArcWarcRecord, council: str, run_id: str) -> dict[str, Any] | None:
    """The line of the index that a record should have; None for a request, which has none."""
    headers, http = record.rec_headers, record.http_headers
    if record.rec_type == "metadata":
        return json.loads(warc.body(record))
    if record.rec_type not in {"response", "resource"}:
        return None
    return {
        "council": council,
        "run_id": run_id,
        "url": headers.get_header("WARC-Target-URI"),
        "status": int(http.get_statuscode()) if http else 200,
        "fetched_at": headers.get_header("WARC-Date").replace("Z", "+00:00"),
        "page_sha256": hashlib.sha256(warc.body(record)).hexdigest(),
        "page_key": headers.get_header(warc.PAGE_KEY),
        "listing": headers.get_header(warc.LISTING),
        "content_type": (http or headers).get_header("Content-Type"),
    }


def _plain(record: Any) -> dict[str, Any]:
    """A dataclass as JSON can hold it."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(record).items()
    }


def _typed(kind: type[Any], values: dict[str, Any]) -> Any:
    moments = [name for name, hint in get_type_hints(kind).items() if hint is datetime]
    return kind(**values | {name: datetime.fromisoformat(values[name]) for name in moments})


def _index(path: Path) -> Path:
    return path.with_name(path.name.replace(".warc.gz", ".jsonl"))


def _whole_lines(path: Path) -> Iterator[str]:
    """The lines of an index; one that a crash cut off has no end of line."""
    if path.exists():
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from (line for line in file if line.endswith("\n"))
