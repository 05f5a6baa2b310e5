"""Row groups of several files, put together, are read as one table by whoever reads Parquet."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration.parquet_groups import LONGEST_BOUND, WRITING, assemble


def rows(first: int, last: int) -> pa.Table:
    numbers = range(first, last)
    return pa.table(
        {
            "id": [f"item-{n:06}" for n in numbers],
            "held_on": [date(2026, 1, 1 + n % 28) for n in numbers],
            "fetched_at": pa.array(
                [datetime(2026, 1, 1, n % 24, tzinfo=UTC) for n in numbers],
                pa.timestamp("us", "UTC"),
            ),
            "count": pa.array([None if n % 7 == 0 else -n for n in numbers], pa.int64()),
            "small": pa.array([n % 100 for n in numbers], pa.int32()),
            "share": [n / 3 for n in numbers],
            "is_kept": [n % 3 == 0 for n in numbers],
            "words": [f"{'long ' * (n % 100)}{n} ü" for n in numbers],
            "nothing": pa.nulls(len(numbers), pa.string()),
        }
    )


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    pq.write_table(rows(0, 1000), tmp_path / "old.parquet", row_group_size=100, **WRITING)
    pq.write_table(rows(1000, 1300), tmp_path / "new.parquet", row_group_size=150, **WRITING)
    return tmp_path / "old.parquet", tmp_path / "new.parquet"


def test_groups_of_two_files_are_one_table(files: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = files
    target = tmp_path / "both.parquet"
    groups = [(old, 9), *((old, n) for n in range(5)), (new, 1), (old, 5), (new, 0)]
    assemble(target, rows(0, 1).schema, groups)

    expected = pa.concat_tables(
        [rows(900, 1000), rows(0, 500), rows(1150, 1300), rows(500, 600), rows(1000, 1150)]
    )
    assert pq.read_table(target).equals(expected)
    assert pq.read_schema(target).equals(pq.read_schema(old))
    with duckdb.connect() as con:
        con.execute("set timezone = 'UTC'")
        assert con.execute(f"from '{target}'").to_arrow_table().to_pylist() == expected.to_pylist()


def test_readers_pass_over_groups_by_what_the_footer_says_of_them(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    target = tmp_path / "one.parquet"
    assemble(target, rows(0, 1).schema, [(files[0], 3)])

    group = pq.read_metadata(target).row_group(0)
    told = {group.column(n).path_in_schema: group.column(n).statistics for n in range(9)}
    assert (told["id"].min, told["id"].max) == ("item-000300", "item-000399")
    assert (told["count"].min, told["count"].max, told["count"].null_count) == (-398, -300, 15)
    assert (told["is_kept"].min, told["is_kept"].max) == (False, True)
    assert told["share"].min == 100.0
    assert told["words"] is None, f"longer than {LONGEST_BOUND}"
    with duckdb.connect() as con:
        asked = f"select count(*) from '{target}' where "
        assert con.execute(f"{asked} id >= 'item-000390'").fetchall() == [(10,)]
        assert con.execute(f"{asked} count > -310 and held_on > '2026-01-03'").fetchone() == (7,)


def test_no_groups_are_an_empty_table(tmp_path: Path) -> None:
    assemble(tmp_path / "none.parquet", rows(0, 1).schema, [])

    assert pq.read_table(tmp_path / "none.parquet").equals(rows(0, 1).slice(0, 0))


def test_a_file_that_is_not_written_our_way_is_refused(tmp_path: Path) -> None:
    pq.write_table(rows(0, 50), tmp_path / "other.parquet")

    with pytest.raises(ValueError, match="does not lie as we write it"):
        assemble(tmp_path / "x.parquet", rows(0, 1).schema, [(tmp_path / "other.parquet", 0)])
