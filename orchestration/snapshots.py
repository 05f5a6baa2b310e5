"""The tables of a snapshot, as a DuckDB file and as Parquet: made by going on from the last one.

That is done as dbt does it, and on its word: where the warehouse's build went on from the build
that the last snapshot shows. Then only what that build touched is compared and written. Whatever
does not fit (another build between, other columns or comments, a file that somebody wrote to, a
difference that remains) has the snapshot written anew, from nothing. Both give the same rows.
"""

import json
import logging
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.builds import Build, build_of, taken_in
from orchestration.data_package import PACKAGE, digest
from orchestration.differences import Difference, Scope, bring_up_to_date, still_differs
from orchestration.parquet_files import gone_on_with, write_whole
from orchestration.snapshot_file import (
    STORAGE_VERSION,
    attached,
    copy_file,
    copy_tables,
    described,
    row_count,
    tables,
)
from orchestration.warehouse import transaction

logger = logging.getLogger(__name__)

FILE, FILES, RECORD = "scrutiny.duckdb", "parquet", ".made.json"
# Once so many of its rows were replaced, it is written anew: rows that went leave holes.
MOST_REPLACED = 0.2


class CannotGoOnError(Exception):
    """Why a snapshot has to be written anew."""


# Whatever became of the last snapshot, it does not keep the next one from being made.
UNUSABLE = (CannotGoOnError, OSError, ValueError, duckdb.Error, pa.ArrowException)


@dataclass(frozen=True, slots=True)
class Record:
    """How a snapshot was made, for the one that goes on from it."""

    build_id: str | None
    rows: int
    replaced: int  # rows, since it was written anew
    bytes: int
    changed_at_ns: int
    taken_in: str  # digest of the batches of pages that it shows, and the moment of the last
    taken_in_until: str
    storage_version: str = STORAGE_VERSION


def make(con: duckdb.DuckDBPyConnection, folder: Path, last: Path | None) -> dict[str, int]:
    """Make the tables of the warehouse in `folder`, from the snapshot in `last` where that can be;
    return each table's row count.
    """
    build = build_of(con)
    (folder / FILES).mkdir(parents=True)
    try:
        if build is None or last is None:
            raise CannotGoOnError("there is nothing to go on from")
        before = _record_to_go_on_from(last, build)
        if taken_in(con, before.taken_in_until)[0] != before.taken_in:
            # What a takedown withdraws must not lie in the gaps of the file.
            raise CannotGoOnError("pages were taken in again")
        counts, replaced = _go_on(con, build.scopes, last, folder)
        replaced += before.replaced
    except UNUSABLE as reason:
        logger.info("the snapshot is written anew: %s", reason)
        counts, replaced = _write_anew(con, folder), 0
    made = (folder / FILE).stat()
    batches, until = taken_in(con)
    record = Record(
        build_id=build.id if build else None,
        rows=sum(counts.values()),
        replaced=replaced,
        bytes=made.st_size,
        changed_at_ns=made.st_mtime_ns,
        taken_in=batches,
        taken_in_until=until,
    )
    (folder / RECORD).write_text(json.dumps(asdict(record)), encoding="utf-8")
    return {table.rpartition(".")[2]: count for table, count in counts.items()}


def _record_to_go_on_from(last: Path, build: Build) -> Record:
    try:
        record = Record(**json.loads((last / RECORD).read_text(encoding="utf-8")))
        package = json.loads((last / FILES / PACKAGE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError, TypeError) as error:
        raise CannotGoOnError(f"{last.name} does not say how it was made") from error
    if record.build_id not in (build.before, build.id):
        raise CannotGoOnError(f"{last.name} is not of the build that this one went on from")
    if record.storage_version != STORAGE_VERSION:
        raise CannotGoOnError(f"{last.name} is stored as {record.storage_version}")
    if record.replaced > MOST_REPLACED * record.rows:
        raise CannotGoOnError(f"{record.replaced:,} rows of {last.name} were replaced")
    stands = (last / FILE).stat()
    if (stands.st_size, stands.st_mtime_ns) != (record.bytes, record.changed_at_ns):
        raise CannotGoOnError(f"somebody wrote to {FILE} of {last.name}")
    for resource in package["resources"]:
        if digest(last / FILES / resource["path"]) != resource["hash"]:
            raise CannotGoOnError(f"somebody wrote to {resource['path']} of {last.name}")
    return record


def _write_anew(con: duckdb.DuckDBPyConnection, folder: Path) -> dict[str, int]:
    for path in (folder / FILE, folder / f"{FILE}.wal", *(folder / FILES).iterdir()):
        path.unlink(missing_ok=True)
    with attached(con, folder / FILE):
        copy_tables(con)
        for table in tables(con):
            write_whole(con, f"from snapshot.{table}", _parquet(folder, table))
        return {table: row_count(con, table) for table in tables(con)}


def _go_on(
    con: duckdb.DuckDBPyConnection, scopes: Mapping[str, Scope], last: Path, folder: Path
) -> tuple[dict[str, int], int]:
    """The row counts, and how many rows went and came."""
    copy_file(last / FILE, folder / FILE)
    replaced = 0
    with attached(con, folder / FILE), transaction(con):
        if described(con, "snapshot") != described(con, "scrutiny"):
            raise CannotGoOnError("tables, columns or their descriptions have changed")
        for table in tables(con):
            difference = bring_up_to_date(con, table, scopes.get(table))
            if still_differs(con, table, scopes.get(table)):
                raise CannotGoOnError(f"{table} would differ from the warehouse")
            _write_parquet(con, table, difference, last, folder)
            replaced += len(difference)
        counts = {table: row_count(con, table) for table in tables(con)}
    for table, count in counts.items():
        if pq.read_metadata(_parquet(folder, table)).num_rows != count:
            raise CannotGoOnError(f"{table} would have other rows as Parquet")
    return counts, replaced


def _write_parquet(
    con: duckdb.DuckDBPyConnection, table: str, difference: Difference, last: Path, folder: Path
) -> None:
    old, target = _parquet(last, table), _parquet(folder, table)
    if not difference:
        os.link(old, target)
    elif not gone_on_with(old, difference, target):
        write_whole(con, f"from snapshot.{table} order by all", target)


def _parquet(folder: Path, table: str) -> Path:
    return folder / FILES / f"{table.rpartition('.')[2]}.parquet"
