"""What a build makes of the changes of a night is what a full refresh makes of everything."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from orchestration import snapshots
from orchestration.home import Home
from orchestration.publish import publish
from orchestration.warehouse import create_raw_tables
from tests.dbt_project.conftest import build
from tests.dbt_project.raw_rows import insert_page, insert_row
from tests.dbt_project.shifting_pages import changed_pages
from tests.orchestration.built_warehouses import went_on

FIRST_NIGHT = datetime(2026, 10, 1, 3, 0, tzinfo=UTC)
# Councils share nothing, so each is an example of its own in one build.
COUNCILS = [f"shiftham-{number}" for number in range(40)]
WITHOUT_UNIT_TESTS = ("--exclude-resource-type", "unit_test")
Rows = dict[str, list[tuple]]


def spend_night(home: Home, chance: random.Random, number: int) -> None:
    """Crawl every council; now and then a page is forgotten or a council leaves or comes."""
    at = FIRST_NIGHT + timedelta(days=9 * number)
    with duckdb.connect(str(home.warehouse)) as con:
        con.execute("set timezone = 'UTC'")
        create_raw_tables(con)
        con.begin()
        con.execute("delete from raw.councils")
        for council in COUNCILS:
            if chance.random() < 0.95:
                insert_row(con, "councils", {"council": council, "council_name": council.title()})
            ended = {"started_at": at, "ended_at": at + timedelta(hours=1), "outcome": "complete"}
            insert_row(
                con,
                "crawls",
                {"council": council, "run_id": f"run-{number}", "command": "nightly"} | ended,
            )
            for page in changed_pages(chance, council, at):
                insert_page(con, page)
        for table in ("agenda_items", "meetings", "documents", "pages"):
            # As when a better parser reads the archive again and finds a page to be no such page.
            con.execute(
                f"delete from raw.{table} "
                "where hash(council, page_key, ?) % 50 = 0 and page_key like 'agenda_item%'",
                [number],
            )
        con.commit()


def content(file: Path) -> Rows:
    """All that is published, in an order of its own."""
    with duckdb.connect(str(file), read_only=True) as con:
        con.execute("set timezone = 'UTC'")
        tables = con.execute(
            "select table_schema || '.' || table_name from information_schema.tables "
            "where table_schema in ('marts', 'history') order by all"
        ).fetchall()
        return {
            table: con.execute(f"select * from {table} order by all").fetchall()
            for (table,) in tables
        }


def is_full(home: Home) -> bool:
    with duckdb.connect(str(home.warehouse), read_only=True) as con:
        tables = con.execute("select table_name from duckdb_tables()").fetchall()
        return ("int_build_continued",) not in tables


@given(seed=st.integers(0, 2**32))
@example(seed=5)  # where an item and a document, gone in one night, have one id
@settings(
    max_examples=1,
    # Each takes half a minute.
    phases=[Phase.explicit] if settings.default.derandomize else [Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_after_any_nights_the_warehouse_is_what_a_full_refresh_makes(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(snapshots, "MOST_REPLACED", 100)
    home = Home(tmp_path_factory.mktemp("shifting"))
    home.warehouse.parent.mkdir()
    chance = random.Random(seed)
    for number in range(3):
        spend_night(home, chance, number)
        build(home.root, options=WITHOUT_UNIT_TESTS)
        assert is_full(home) == (number == 0)
        publish(home.warehouse, home.published, snapshot_id=f"{number}", at=FIRST_NIGHT)
        assert went_on(home.published, f"{number}") == (number > 0)
    found = content(home.warehouse)
    assert found == content(home.published / "scrutiny.duckdb")
    build(home.root, options=(*WITHOUT_UNIT_TESTS, "--full-refresh"))
    refreshed = content(home.warehouse)

    assert is_full(home)
    assert sum(map(len, found.values())) > 20000
    for table, rows in refreshed.items():
        assert found[table] == rows, table
