import json
from datetime import UTC, datetime

import duckdb
import pytest

from orchestration.publish import SNAPSHOTS_KEPT, publish

NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)


@pytest.fixture
def warehouse(tmp_path):
    path = tmp_path / "scrutiny.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("create schema marts")
        con.execute("create table marts.fct_meetings (meeting_id text, held_on date)")
        con.execute("comment on table marts.fct_meetings is 'One row per meeting; it''s public.'")
        con.execute("comment on column marts.fct_meetings.held_on is 'The day.'")
        con.execute("insert into marts.fct_meetings values ('a-1', '2026-01-15')")
        con.execute("create schema raw")
        con.execute("create table raw.pages (council text)")
    return path


def ids(published):
    with duckdb.connect(str(published / "scrutiny.duckdb"), read_only=True) as con:
        return [
            row[0] for row in con.execute("select meeting_id from marts.fct_meetings").fetchall()
        ]


def add(warehouse, meeting_id):
    with duckdb.connect(str(warehouse)) as con:
        con.execute("insert into marts.fct_meetings values (?, null)", [meeting_id])


def test_a_snapshot_holds_the_marts_and_nothing_else(warehouse, tmp_path):
    counts = publish(warehouse, tmp_path / "published", snapshot_id="1", at=NOW)

    with duckdb.connect(str(tmp_path / "published/scrutiny.duckdb"), read_only=True) as con:
        tables = con.execute("select schema_name, table_name, comment from duckdb_tables()")
        assert tables.fetchall() == [("marts", "fct_meetings", "One row per meeting; it's public.")]
    assert counts == {"fct_meetings": 1}


@pytest.mark.parametrize("place", ["datapackage.json", "parquet/datapackage.json"])
def test_the_data_package_describes_each_file(warehouse, tmp_path, place):
    publish(warehouse, tmp_path / "published", snapshot_id="1", at=NOW)

    package = tmp_path / "published" / place
    (resource,) = json.loads(package.read_text())["resources"]

    assert resource["schema"]["fields"] == [
        {"name": "meeting_id", "type": "string", "description": ""},
        {"name": "held_on", "type": "date", "description": "The day."},
    ]
    assert (package.parent / resource["path"]).stat().st_size == resource["bytes"]


def test_a_reader_keeps_the_snapshot_it_opened(warehouse, tmp_path):
    published = tmp_path / "published"
    publish(warehouse, published, snapshot_id="1", at=NOW)
    reader = duckdb.connect(str(published / "scrutiny.duckdb"), read_only=True)
    for night in range(2, 8):
        add(warehouse, f"a-{night}")
        publish(warehouse, published, snapshot_id=str(night), at=NOW)

    assert reader.execute("select count(*) from marts.fct_meetings").fetchall() == [(1,)]
    reader.close()
    assert len(ids(published)) == 7


def test_only_the_last_snapshots_are_kept(warehouse, tmp_path):
    for night in range(1, 6):
        publish(warehouse, tmp_path / "published", snapshot_id=str(night), at=NOW)

    kept = sorted(path.name for path in (tmp_path / "published/snapshots").iterdir())
    assert kept == ["3", "4", "5"]
    assert len(kept) == SNAPSHOTS_KEPT


def test_a_publish_that_fails_leaves_the_old_snapshot_whole(warehouse, tmp_path):
    published = tmp_path / "published"
    publish(warehouse, published, snapshot_id="1", at=NOW)
    before = (published / "scrutiny.duckdb").read_bytes()
    warehouse.write_bytes(b"not a database")

    with pytest.raises(duckdb.Error):
        publish(warehouse, published, snapshot_id="2", at=NOW)
    assert (published / "scrutiny.duckdb").read_bytes() == before
    assert ids(published) == ["a-1"]


def test_a_view_of_the_warehouse_is_a_table_to_its_readers(warehouse, tmp_path):
    with duckdb.connect(str(warehouse)) as con:
        con.execute("create schema history")
        con.execute("insert into raw.pages values ('bury')")
        con.execute(
            "create view history.fct_page_versions as "
            "select council, now() as valid_from, null::timestamptz as valid_to "
            'from "scrutiny"."raw"."pages"'
        )
        con.execute("comment on view history.fct_page_versions is 'One row per page.'")
        con.execute("comment on column history.fct_page_versions.council is 'Whose page.'")
    publish(warehouse, tmp_path / "published", snapshot_id="1", at=NOW)

    with duckdb.connect(str(tmp_path / "published/scrutiny.duckdb"), read_only=True) as con:
        assert con.execute("select council from history.fct_page_versions").fetchall() == [
            ("bury",)
        ]
        assert con.execute(
            "select comment from duckdb_tables() where table_name = 'fct_page_versions'"
        ).fetchall() == [("One row per page.",)]
        assert con.execute(
            "select comment from duckdb_columns() where column_name = 'council'"
        ).fetchall() == [("Whose page.",)]
