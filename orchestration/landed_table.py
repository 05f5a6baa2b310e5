"""One table of a landed batch: a Parquet file of records, written some thousands at a time.

A page may print ten thousand items: what is read never waits in memory for all that is to come.
"""

from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from types import NoneType, TracebackType
from typing import Any, Self, get_args, get_type_hints

import pyarrow as pa
import pyarrow.parquet as pq

from scrapers.ledger import PageReading
from scrapers.records import TABLES

ROWS_AT_ONCE = 10_000
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


class LandedTable:
    """A file that takes rows; those of what a page says begin with the page's provenance."""

    def __init__(self, path: Path, record: type) -> None:
        spec = columns(record)
        if record in TABLE_OF:
            spec = {name: columns(PageReading)[name] for name in PROVENANCE} | spec
        self._schema = pa.schema(list(spec.items()))
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[list[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._write()
        self._file.close()

    def add(self, row: list[Any]) -> None:
        self._rows.append(row)
        if len(self._rows) == ROWS_AT_ONCE:
            self._write()

    def _write(self) -> None:
        of_columns = zip(*self._rows, strict=True) if self._rows else ([] for _ in self._schema)
        arrays = [
            pa.array(values, field.type)
            for values, field in zip(of_columns, self._schema, strict=True)
        ]
        self._file.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


def columns(record: type) -> dict[str, pa.DataType]:
    """Column name → Arrow type, in the record's own order."""
    return {name: _arrow_type(hint) for name, hint in get_type_hints(record).items()}


def values(record: Any) -> list[Any]:
    return [getattr(record, field.name) for field in fields(record)]


def _arrow_type(hint: Any) -> pa.DataType:
    plain = [arg for arg in get_args(hint) if arg is not NoneType]
    return ARROW_TYPES[plain[0] if plain else hint]
