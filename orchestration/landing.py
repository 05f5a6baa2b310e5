"""Where parsed pages wait for the warehouse: Parquet files, one set per council and archived run.

Many workers write here at once, each its own files; one loader reads. A batch appears whole, by a
rename, or not at all, so that what is still to be done can always be seen from what is there.
"""

import multiprocessing
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from orchestration.landed_table import PROVENANCE, TABLE_OF, LandedTable, values
from scrapers.archive import Archive, Entry
from scrapers.ledger import Crawl, CrawlFailure, PageReading
from scrapers.moderngov.site import ROBOTS
from scrapers.reading import read_entry
from scrapers.records import Record
from scrapers.withholding import NOTHING_TAKEN_DOWN, Takedown

CHUNK_PAGES = 200
# Starting workers costs some seconds of processor, as much as reading some hundred pages.
LEAST_PAGES_FOR_WORKERS = 500


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
            with LandedTable(folder / "crawls-000000.parquet", Crawl) as crawls:
                crawls.add(values(run.crawl))
            with LandedTable(folder / "crawl_failures-000000.parquet", CrawlFailure) as failures:
                for failure in run.failures:
                    failures.add(values(failure))
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
    with ExitStack() as files:

        def table_of(name: str, record: type) -> LandedTable:
            path = chunk.folder / f"{name}-{chunk.number:06}.parquet"
            return files.enter_context(LandedTable(path, record))

        pages = table_of("pages", PageReading)
        tables: dict[type[Record], LandedTable] = {}
        for entry in chunk.entries:
            reading, records = read_entry(
                chunk.archive, entry, council_name=chunk.council_name, takedown=chunk.takedown
            )
            pages.add(values(reading))
            provenance = [getattr(reading, name) for name in PROVENANCE]
            for record in records:
                kind = type(record)
                if kind not in tables:
                    tables[kind] = table_of(TABLE_OF[kind], kind)
                tables[kind].add(provenance + values(record))
    return chunk.folder
