"""Where parsed pages wait for the warehouse: Parquet files, one set per council and archived run.

Many workers write here at once, each its own files; one loader reads. A batch appears whole, by a
rename, or not at all, so that what is still to be done can always be seen from what is there.
"""

import multiprocessing
import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from scrapers.archive import Archive, Entry
from scrapers.ledger import Crawl, CrawlFailure, PageReading
from scrapers.moderngov.site import ROBOTS
from scrapers.reading import read_entry
from scrapers.records import TABLES, Record
from scrapers.withholding import NOTHING_TAKEN_DOWN, Takedown

CHUNK_PAGES = 200
# Starting workers costs some seconds of processor, as much as reading some hundred pages.
LEAST_PAGES_FOR_WORKERS = 500
ARROW_TYPES = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}
PROVENANCE = ("council", "page_key", "source_url", "fetched_at", "page_sha256")
TABLE_OF = {record: table for table, record in TABLES.items()}


@dataclass(frozen=True, slots=True)
class Batch:
    """What one archived run of one council landed."""

    folder: Path
    council: str
    run_id: str

    def path(self, table: str) -> Path:
        """A pattern over the table's files, as `read_parquet` takes it."""
        return self.folder / f"{table}-*.parquet"

    def tables(self) -> list[str]:
        return sorted({path.name.rpartition("-")[0] for path in self.folder.glob("*.parquet")})


@dataclass(frozen=True, slots=True)
class Chunk:
    """As many pages as one worker reads at a time."""

    archive: Archive
    entries: tuple[Entry, ...]
    council_name: str
    folder: Path
    number: int
    takedown: Takedown


@dataclass(frozen=True, slots=True)
class Landing:
    """The folder of landed batches: `<root>/<council>/<run>/<table>-<chunk>.parquet`."""

    root: Path

    def batches(self) -> list[Batch]:
        """Every whole batch, oldest run first."""
        folders = (path for path in self.root.glob("*/*") if not path.name.startswith("."))
        found = [Batch(path, path.parent.name, path.name) for path in folders]
        return sorted(found, key=lambda batch: (batch.run_id, batch.council))

    def run_ids(self, council: str) -> list[str]:
        """The runs of a council that have landed, oldest first."""
        folders = (self.root / council).glob("*")
        return sorted(path.name for path in folders if not path.name.startswith("."))

    def missing(self, archive: Archive, council: str) -> list[str]:
        """The archived runs of a council that have not landed, oldest first."""
        return [run for run in archive.run_ids(council) if not (self.root / council / run).exists()]

    def forget(self, council: str) -> None:
        """Drop a council's batches, so that all of it lands afresh."""
        shutil.rmtree(self.root / council, ignore_errors=True)

    def land(
        self,
        archive: Archive,
        council_names: Mapping[str, str],
        takedown: Takedown = NOTHING_TAKEN_DOWN,
        *,
        is_at_rest: Callable[[str], bool] = lambda council: True,
    ) -> Iterator[Batch]:
        """Read every archived run that has not landed; yield each batch as it appears.

        Of a council that is not at rest, a run without its receipt is left to land when it ended.
        """
        chunks = [
            chunk
            for council, name in council_names.items()
            for run_id in self._over(archive, council, is_at_rest)
            for chunk in self._chunks(archive, council, run_id, name, takedown)
        ]
        left = Counter(chunk.folder for chunk in chunks)
        for folder in _write_all(chunks):
            left[folder] -= 1
            if left[folder] == 0:
                yield self._reveal(folder)

    def _over(self, archive: Archive, council: str, is_at_rest: Callable[[str], bool]) -> list[str]:
        missing = self.missing(archive, council)
        # Asked after the runs were listed: who crawls holds the council before a run appears.
        if not missing or is_at_rest(council):
            return missing
        return [run_id for run_id in missing if archive.run(council, run_id).crawl]

    def _chunks(
        self, archive: Archive, council: str, run_id: str, name: str, takedown: Takedown
    ) -> list[Chunk]:
        """The work of one batch, in a hidden folder that a cut-off run may have left behind."""
        folder = self.root / council / f".{run_id}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        run = archive.run(council, run_id)
        if run.crawl:
            _write(folder, "crawls", 0, Crawl, [_values(run.crawl)])
            _write(folder, "crawl_failures", 0, CrawlFailure, [_values(f) for f in run.failures])
        pages = [
            entry
            for entry in run.entries
            if entry.status == 200
            and entry.page_key not in (None, ROBOTS)
            and not takedown.hides(entry)
        ]
        starts = range(0, max(len(pages), 1), CHUNK_PAGES)
        return [
            Chunk(archive, tuple(pages[at : at + CHUNK_PAGES]), name, folder, number, takedown)
            for number, at in enumerate(starts)
        ]

    def _reveal(self, folder: Path) -> Batch:
        whole = folder.with_name(folder.name.removeprefix("."))
        folder.rename(whole)
        return Batch(whole, whole.parent.name, whole.name)


def columns(record: type) -> dict[str, pa.DataType]:
    """Column name → Arrow type, in the record's own order."""
    return {name: _arrow_type(hint) for name, hint in get_type_hints(record).items()}


def _write_all(chunks: list[Chunk]) -> Iterator[Path]:
    """Write every chunk, on all cores where there is enough to do; yield the folder of each."""
    if sum(len(chunk.entries) for chunk in chunks) < LEAST_PAGES_FOR_WORKERS:
        yield from map(write_chunk, chunks)
        return
    # Crawling uses threads, and a fork of a threaded process may hang: workers start afresh.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as workers:
        yield from workers.map(write_chunk, chunks)


def write_chunk(chunk: Chunk) -> Path:
    """Read the chunk's pages from the archive and write what they say; return its folder."""
    readings: list[list[Any]] = []
    rows: dict[type[Record], list[list[Any]]] = defaultdict(list)
    for entry in chunk.entries:
        reading, records = read_entry(
            chunk.archive, entry, council_name=chunk.council_name, takedown=chunk.takedown
        )
        readings.append(_values(reading))
        provenance = [getattr(reading, name) for name in PROVENANCE]
        for record in records:
            rows[type(record)].append(provenance + _values(record))
    _write(chunk.folder, "pages", chunk.number, PageReading, readings)
    for kind, values in rows.items():
        _write(chunk.folder, TABLE_OF[kind], chunk.number, kind, values)
    return chunk.folder


def _write(folder: Path, table: str, number: int, record: type, rows: list[list[Any]]) -> None:
    spec = columns(record)
    if record in TABLE_OF:
        spec = {name: columns(PageReading)[name] for name in PROVENANCE} | spec
    schema = pa.schema(list(spec.items()))
    values = zip(*rows, strict=True) if rows else ([] for _ in spec)
    arrays = [pa.array(column, kind) for column, kind in zip(values, spec.values(), strict=True)]
    table_of_rows = pa.Table.from_arrays(arrays, schema=schema)
    pq.write_table(table_of_rows, folder / f"{table}-{number:06}.parquet", compression="zstd")


def _values(record: Any) -> list[Any]:
    return [getattr(record, field.name) for field in fields(record)]


def _arrow_type(hint: Any) -> pa.DataType:
    plain = [arg for arg in get_args(hint) if arg is not NoneType]
    return ARROW_TYPES[plain[0] if plain else hint]
