"""A snapshot that goes on from the last one is what a snapshot from nothing is."""

import json
import os
import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from orchestration import parquet_files
from orchestration.publish import publish
from tests.orchestration.built_warehouses import make_warehouse, spend_night, went_on

NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _small_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_files, "GROUP_ROWS", 16)
    monkeypatch.setattr(parquet_files, "ROWS_AT_ONCE", 64)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    path = tmp_path / "scrutiny.duckdb"
    make_warehouse(path)
    spend_night(path, random.Random(1), 0, is_full=True)
    return path


def content(published: Path) -> dict[str, object]:
    """All that a reader can find, the order of rows in the DuckDB file left aside."""
    found: dict[str, object] = {}
    with duckdb.connect(str(published / "scrutiny.duckdb"), read_only=True) as con:
        con.execute("set timezone = 'UTC'")
        tables = con.execute(
            "select schema_name, table_name, comment from duckdb_tables() order by all"
        ).fetchall()
        found["comments"] = (
            tables,
            con.execute(
                "select table_name, column_name, data_type, comment from duckdb_columns() "
                "where not internal order by all"
            ).fetchall(),
        )
        for schema, table, _ in tables:
            found[table] = con.execute(f"from {schema}.{table} order by all").fetchall()
        found["past"] = con.execute(
            "from history.items_as_of('2026-11-02T12:00:00Z') order by all"
        ).fetchall()
    for path in sorted((published / "parquet").glob("*.parquet")):
        # In the order of the file.
        found[path.name] = pq.read_table(path).to_pylist()
        ordered = duckdb.sql(f"from '{path}' order by all").fetchall()
        assert duckdb.sql(f"from '{path}'").fetchall() == ordered
    package = json.loads((published / "datapackage.json").read_text())
    found["described"] = [
        (each["name"], each["path"], each["description"], each["schema"])
        for each in package["resources"]
    ]
    return found


@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_after_any_nights_it_is_what_a_snapshot_from_nothing_is(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder, chance = tmp_path_factory.mktemp("nights"), random.Random(seed)
    warehouse = folder / "scrutiny.duckdb"
    make_warehouse(warehouse)
    shown = None
    for number in range(6):
        is_full = number == 0 or chance.random() < 0.1
        spend_night(warehouse, chance, number, is_full=is_full)
        if chance.random() < 0.15:  # a check failed: nothing is published
            continue
        publish(warehouse, folder / "published", snapshot_id=f"{number}", at=NOW)
        if number == 1 and shown == 0 and not is_full:
            assert went_on(folder / "published", f"{number}")
        shown = number
        publish(warehouse, folder / f"anew-{number}", snapshot_id=f"{number}", at=NOW)
        assert content(folder / "published") == content(folder / f"anew-{number}")


def test_a_table_that_is_as_it_was_is_not_written_again(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish(warehouse, published, snapshot_id="1", at=NOW)
    publish(warehouse, published, snapshot_id="2", at=NOW)

    files = [published / "snapshots" / n / "parquet/fct_items.parquet" for n in ("1", "2")]
    assert files[0].samefile(files[1])


def test_a_snapshot_goes_on_only_from_that_of_the_build_before(
    warehouse: Path, tmp_path: Path
) -> None:
    published, chance = tmp_path / "published", random.Random(2)
    publish(warehouse, published, snapshot_id="1", at=NOW)
    spend_night(warehouse, chance, 1, is_full=False)
    spend_night(warehouse, chance, 2, is_full=False)
    publish(warehouse, published, snapshot_id="2", at=NOW)
    spend_night(warehouse, chance, 3, is_full=False)
    publish(warehouse, published, snapshot_id="3", at=NOW)

    assert not went_on(published, "2")
    assert went_on(published, "3")


def test_what_changed_outside_what_the_build_touched_is_published_all_the_same(
    warehouse: Path, tmp_path: Path
) -> None:
    published, chance = tmp_path / "published", random.Random(3)
    publish(warehouse, published, snapshot_id="1", at=NOW)
    spend_night(warehouse, chance, 1, is_full=False)
    with duckdb.connect(str(warehouse)) as con:
        con.execute("delete from intermediate.int_pages_touched")
    publish(warehouse, published, snapshot_id="2", at=NOW)
    publish(warehouse, tmp_path / "anew", snapshot_id="2", at=NOW)

    assert not went_on(published, "2")
    assert content(published) == content(tmp_path / "anew")


def write_to_the_file(snapshot: Path) -> None:
    with duckdb.connect(str(snapshot / "scrutiny.duckdb")) as con:
        con.execute("update marts.fct_items set words = 'Never said.'")


def write_to_parquet(snapshot: Path) -> None:
    path = snapshot / "parquet/fct_items.parquet"
    rows = pq.read_table(path)
    pq.write_table(rows.slice(1), path)


def take_the_record_away(snapshot: Path) -> None:
    (snapshot / ".made.json").unlink()


def take_the_file_away(snapshot: Path) -> None:
    (snapshot / "scrutiny.duckdb").unlink()


def damage_the_file(snapshot: Path) -> None:
    """As a disk does it: neither size nor time tell."""
    path = snapshot / "scrutiny.duckdb"
    before = path.stat()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(random.Random(8).randbytes(before.st_size - 4096))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


HARMS = [
    write_to_the_file, write_to_parquet, take_the_record_away, take_the_file_away, damage_the_file,
]  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_a_snapshot_that_was_harmed_is_not_gone_on_with(
    warehouse: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    published = tmp_path / "published"
    publish(warehouse, published, snapshot_id="1", at=NOW)
    spend_night(warehouse, random.Random(4), 1, is_full=False)
    harm(published / "snapshots/1")
    publish(warehouse, published, snapshot_id="2", at=NOW)
    publish(warehouse, tmp_path / "anew", snapshot_id="2", at=NOW)

    assert not went_on(published, "2")
    assert content(published) == content(tmp_path / "anew")


def test_what_a_replay_leaves_out_does_not_stay_in_the_file(
    warehouse: Path, tmp_path: Path
) -> None:
    published = tmp_path / "published"
    with duckdb.connect(str(warehouse)) as con:
        con.execute("update marts.fct_items set words = 'Jane Doe was named.'")
    publish(warehouse, published, snapshot_id="1", at=NOW)
    spend_night(warehouse, random.Random(7), 1, is_full=False)
    with duckdb.connect(str(warehouse)) as con:
        con.execute("update marts.fct_items set words = 'A person was named.'")
        con.execute("insert into intermediate.int_pages_touched select distinct "
                    "council_id, page_key from marts.fct_items")  # fmt: skip
        con.execute("update raw.batches set loaded_at = '2026-11-05T04:00:00Z'")
    publish(warehouse, published, snapshot_id="2", at=NOW)

    assert not went_on(published, "2")
    assert b"Jane" not in (published / "scrutiny.duckdb").read_bytes()


def test_a_new_description_reaches_the_snapshot(warehouse: Path, tmp_path: Path) -> None:
    published = tmp_path / "published"
    publish(warehouse, published, snapshot_id="1", at=NOW)
    spend_night(warehouse, random.Random(5), 1, is_full=False)
    with duckdb.connect(str(warehouse)) as con:
        con.execute("comment on column marts.fct_items.held_on is 'The day.'")
    publish(warehouse, published, snapshot_id="2", at=NOW)

    with duckdb.connect(str(published / "scrutiny.duckdb"), read_only=True) as con:
        comments = con.execute("select comment from duckdb_columns() where column_name = 'held_on'")
        assert comments.fetchall() == [("The day.",)]


def test_what_was_replaced_many_times_is_written_anew(warehouse: Path, tmp_path: Path) -> None:
    published, chance = tmp_path / "published", random.Random(6)
    publish(warehouse, published, snapshot_id="0", at=NOW)
    for number in range(1, 9):
        spend_night(warehouse, chance, number, is_full=False)
        publish(warehouse, published, snapshot_id=f"{number}", at=NOW)

    assert not all(went_on(published, f"{number}") for number in range(6, 9))
