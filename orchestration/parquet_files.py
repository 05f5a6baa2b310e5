"""A table as one Parquet file, in the order of all its columns: written whole, or gone on with.

Its row groups are small, so that a night whose changes lie here and there writes few of them anew.
"""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.differences import Difference
from orchestration.parquet_groups import WRITING, assemble

GROUP_ROWS = 2048
ROWS_AT_ONCE = 32 * GROUP_ROWS


def write_whole(con: duckdb.DuckDBPyConnection, rows: str, target: Path) -> None:
    """Write the rows of a query, which come in order."""
    reader = con.execute(rows).to_arrow_reader(ROWS_AT_ONCE)
    part = target.with_name(f".{target.name}")
    with pq.ParquetWriter(part, reader.schema, **WRITING) as writer:
        for batch in reader:
            writer.write_table(pa.Table.from_batches([batch]), row_group_size=GROUP_ROWS)
    # Its footer as a file's that is gone on with, which tells no bounds of long texts.
    groups = range(pq.read_metadata(part).num_row_groups)
    assemble(target, reader.schema, ((part, number) for number in groups))
    part.unlink()


def gone_on_with(old: Path, difference: Difference, target: Path) -> bool:
    """Write `target` as `old` with the difference; False where its rows are not found by their
    first column, which then is no key.
    """
    with pq.ParquetFile(old) as file:
        firsts = _first_keys(file.metadata)
        if firsts is None:
            return False
        part = target.with_name(f".{target.name}")
        anew: dict[int, range] = {}
        count = 0
        with pq.ParquetWriter(part, file.schema_arrow, **WRITING) as writer:
            for number, gone, came in _by_group(firsts, difference):
                standing = file.read_row_group(number, use_threads=False)
                rows = _changed(standing, gone, came)
                if rows is None:
                    return False
                sizes = _sizes(len(rows))
                for place, size in enumerate(sizes):
                    writer.write_table(rows.slice(sum(sizes[:place]), size), row_group_size=size)
                anew[number] = range(count, count + len(sizes))
                count += len(sizes)
        assemble(target, file.schema_arrow, _groups(old, len(firsts), part, anew))
    part.unlink()
    return True


def _first_keys(metadata: pq.FileMetaData) -> list[Any] | None:
    """The least value of the first column, group by group; None where it is not told, or where a
    value lies in two groups.
    """
    columns = (metadata.row_group(n).column(0) for n in range(metadata.num_row_groups))
    told = [column.statistics for column in columns]
    if not all(bounds is not None and bounds.has_min_max for bounds in told):
        return None
    if any(group.max >= following.min for group, following in pairwise(told)):
        return None
    return [bounds.min for bounds in told] or None


def _by_group(
    firsts: list[Any], difference: Difference
) -> Iterator[tuple[int, list[Any], pa.Table]]:
    """The number of each row group that changes, the keys that went from it and the rows that came
    to it.
    """
    gone: dict[int, list[Any]] = defaultdict(list)
    for key in difference.gone.to_pylist():
        gone[_group_of(key, firsts)].append(key)
    # They come in the order of their keys.
    came = Counter(_group_of(key, firsts) for key in difference.came.column(0).to_pylist())
    start = 0
    for number in sorted(gone.keys() | came.keys()):
        yield number, gone[number], difference.came.slice(start, came[number])
        start += came[number]


def _group_of(key: Any, firsts: list[Any]) -> int:
    return max(bisect_right(firsts, key) - 1, 0)


def _changed(standing: pa.Table, gone: list[Any], came: pa.Table) -> pa.Table | None:
    """The rows of a group without those that went and with those that came."""
    went = set(gone)
    kept = standing.filter(pa.array([key not in went for key in standing.column(0).to_pylist()]))
    if len(standing) - len(kept) != len(gone):
        return None
    rows = pa.concat_tables([kept, came.cast(standing.schema)])
    return rows.sort_by([(name, "ascending") for name in rows.column_names])


def _sizes(rows: int) -> list[int]:
    """How a group of so many rows is divided, where it has grown."""
    if rows <= 1.5 * GROUP_ROWS:
        return [rows] if rows else []
    parts = math.ceil(rows / GROUP_ROWS)
    return [(rows + place) // parts for place in range(parts)]


def _groups(
    old: Path, count: int, part: Path, anew: dict[int, range]
) -> Iterator[tuple[Path, int]]:
    for number in range(count):
        if number in anew:
            yield from ((part, place) for place in anew[number])
        else:
            yield old, number
