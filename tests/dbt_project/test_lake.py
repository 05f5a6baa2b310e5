"""The same models, not one line changed, in a DuckLake: its catalog in PostgreSQL, Parquet beside.

Needs PostgreSQL and the two extensions as packages; skipped where they are not.
"""

import platform
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from orchestration.landed_table import columns as arrow_columns
from orchestration.landing import Batch
from orchestration.loading import load_batch
from orchestration.warehouse import connect, connect_lake, create_raw_tables
from scrapers.ledger import PageReading
from tests.dbt_project import clusters
from tests.dbt_project.conftest import build

PACKAGES = ("duckdb_extension_ducklake", "duckdb_extension_postgres_scanner")
LACKING = [name for name in PACKAGES if find_spec(name) is None]
NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}"),
    pytest.mark.skipif(clusters.missing() is not None, reason=str(clusters.missing())),
    pytest.mark.skipif(platform.system() != "Linux", reason="tried on Linux alone"),
]


@dataclass(frozen=True)
class Lake:
    catalog: str
    files: Path

    def ask(self, sql: str) -> list[tuple]:
        with connect_lake(self.catalog, self.files) as con:
            return con.execute(sql).fetchall()


@pytest.fixture(scope="module")
def lake(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    """A lake whose raw tables hold what those of the plain warehouse hold, built by dbt."""
    folder = tmp_path_factory.mktemp("lake")
    with clusters.postgresql() as catalog, pytest.MonkeyPatch.context() as patch:
        _install_extensions(folder)
        patch.setenv("HOME", str(folder))
        patch.setenv("SCRUTINY_LAKE", catalog)
        patch.setenv("SCRUTINY_LAKE_FILES", f"{folder / 'files'}/")
        lake = Lake(catalog, folder / "files")
        with connect_lake(lake.catalog, lake.files) as con:
            create_raw_tables(con)
            con.execute(f"attach '{home / 'warehouse/scrutiny.duckdb'}' as plain (read_only)")
            for (table,) in con.execute(
                "select table_name from duckdb_tables() "
                "where database_name = 'plain' and schema_name = 'raw'"
            ).fetchall():
                con.execute(f"insert into raw.{table} by name select * from plain.raw.{table}")
        _build(folder)
        yield lake


def _build(folder: Path) -> None:
    build(folder, options=("--target", "ducklake", "--exclude-resource-type", "unit_test"))


def _install_extensions(home: Path) -> None:
    """Where DuckDB looks for what it would otherwise fetch."""
    ((kind,),) = duckdb.connect().execute("pragma platform").fetchall()
    folder = home / ".duckdb" / "extensions" / f"v{duckdb.__version__}" / kind
    folder.mkdir(parents=True)
    for package in PACKAGES:
        spec = find_spec(package)
        assert spec is not None
        assert spec.origin is not None
        for extension in Path(spec.origin).parent.rglob("*.duckdb_extension"):
            (folder / extension.name).symlink_to(extension)


def test_the_lake_holds_the_same_marts(home: Path, lake: Lake) -> None:
    with connect(home / "warehouse" / "scrutiny.duckdb", read_only=True) as con:
        tables = con.execute(
            "select table_schema || '.' || table_name from information_schema.tables "
            "where table_schema in ('marts', 'history') order by all"
        ).fetchall()
        plain = {
            table: con.execute(f"select * from {table} order by all").fetchall()
            for (table,) in tables
        }

    assert len(plain) > 20
    for table, rows in plain.items():
        assert lake.ask(f"select * from {table} order by all") == rows, table


def test_snapshots_are_kept_and_the_past_can_be_asked(lake: Lake) -> None:
    (newest,) = lake.ask("select max(snapshot_id) from lake.snapshots()")[0]
    with connect_lake(lake.catalog, lake.files) as con:
        con.execute("insert into raw.councils (council) values ('newcomer')")

    now = lake.ask("select count(*) from raw.councils")
    before = lake.ask(f"select count(*) from raw.councils at (version => {newest})")
    lake.ask("delete from raw.councils where council = 'newcomer'")
    assert now[0][0] == before[0][0] + 1


def test_two_writers_and_a_reader_during_a_build_lose_nothing(
    lake: Lake, home: Path, tmp_path: Path
) -> None:
    batches = {
        council: [_batch(tmp_path, council, number) for number in range(6)]
        for council in ("firstham", "secondham")
    }
    ended = threading.Event()
    counts: list[int] = []

    def write(council: str) -> None:
        with connect_lake(lake.catalog, lake.files) as con:
            loaded.extend(load_batch(con, batch, loaded_at=NOW) for batch in batches[council])

    def read() -> None:
        with connect_lake(lake.catalog, lake.files) as con:
            while not ended.wait(0.2):
                [(count,)] = con.execute("select count(*) from marts.fct_agenda_items").fetchall()
                counts.append(count)

    loaded: list[int] = []
    workers = [threading.Thread(target=write, args=[council]) for council in batches]
    reader = threading.Thread(target=read)
    for thread in (reader, *workers):
        thread.start()
    _build(lake.files.parent)
    for worker in workers:
        worker.join()
    ended.set()
    reader.join()

    assert loaded == [5] * 12
    assert lake.ask(
        "select council, count(*) from raw.pages where council like '%ham' group by all order by 1"
    ) == [("firstham", 30), ("secondham", 30)]
    with connect(home / "warehouse" / "scrutiny.duckdb", read_only=True) as con:
        [(expected,)] = con.execute("select count(*) from marts.fct_agenda_items").fetchall()
    assert counts
    assert set(counts) == {expected}


def _batch(folder: Path, council: str, number: int) -> Batch:
    """Five pages of a council that no registry names: they land in raw and no further."""
    batch = Batch(folder / council / f"run-{number}", council, f"run-{number}")
    batch.folder.mkdir(parents=True)
    rows = [
        {
            "council": council,
            "page_key": f"meeting_documents:{number}{page}",
            "source_url": "https://ham.example",
            "fetched_at": NOW,
            "page_sha256": "0",
            "page_kind": "meeting_documents",
            "content_sha256": f"{page}",
            "reader_version": "test",
        }
        for page in range(5)
    ]
    schema = pa.schema(list(arrow_columns(PageReading).items()))
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), batch.folder / "pages-000000.parquet")
    return batch
