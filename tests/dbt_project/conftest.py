"""Build the invented world once: raw rows in, `dbt build`, the warehouse open for reading."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from orchestration.warehouse import create_raw_tables
from tests.dbt_project.aldermere import aldermere_pages
from tests.dbt_project.aldermere_visits import aldermere_visit_pages
from tests.dbt_project.elmcaster import elmcaster_pages
from tests.dbt_project.neighbours import (
    brackwater_pages,
    dunmarsh_pages,
    pages_with_one_number,
)
from tests.dbt_project.older_system import older_pages
from tests.dbt_project.raw_rows import insert_page, insert_row
from tests.dbt_project.world import (
    CRAWL_FAILURES,
    CRAWLS,
    OFFICIAL_OUTCOMES,
    REGISTER,
    REGISTRY,
)

PROJECT = Path(__file__).parents[2] / "dbt_project"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent) and "home" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("invented world"))


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SCRUTINY_HOME whose warehouse dbt has built from the invented pages."""
    home = tmp_path_factory.mktemp("home")
    (home / "warehouse").mkdir()
    with duckdb.connect(str(home / "warehouse" / "scrutiny.duckdb")) as con:
        con.execute("set timezone = 'UTC'")
        create_raw_tables(con)
        con.begin()  # or the disk is waited for at each row
        for row in REGISTRY:
            insert_row(con, "councils", {"base_url": f"https://{row['council']}.example"} | row)
        for table, rows in {
            "inspection_register": REGISTER,
            "official_outcomes": OFFICIAL_OUTCOMES,
            "crawls": CRAWLS,
            "crawl_failures": CRAWL_FAILURES,
        }.items():
            for row in rows:
                insert_row(con, table, dict(row))
        for page in [
            *aldermere_pages(),
            *aldermere_visit_pages(),
            *brackwater_pages(),
            *pages_with_one_number(),
            *dunmarsh_pages(),
            *elmcaster_pages(),
            *older_pages(),
        ]:
            insert_page(con, page)
        con.commit()
    build(home)
    return home


def build(home: Path, *selection: str, options: tuple[str, ...] = ()) -> None:
    # In a process of its own: dbt keeps the file open for as long as its process lives.
    target = home / "dbt" / "target"
    environment = os.environ | {
        "SCRUTINY_HOME": str(home),
        "DBT_TARGET_PATH": str(target),
        "DBT_LOG_PATH": str(home / "dbt" / "logs"),
        "DBT_PROFILES_DIR": str(PROJECT),
    }
    command = [sys.executable, "-m", "dbt.cli.main", "--quiet", "--no-use-colors", "build"]
    command += options
    if selection:
        # Only such tests as the selected models are enough for.
        command += ["--indirect-selection", "cautious", "--select", *selection]
    ended = subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr
    results = json.loads((target / "run_results.json").read_text(encoding="utf-8"))["results"]
    assert [
        r["unique_id"] for r in results if r["status"] not in ("success", "pass", "no-op")
    ] == []


@pytest.fixture(scope="session")
def warehouse(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(home / "warehouse" / "scrutiny.duckdb"), read_only=True) as con:
        con.execute("set timezone = 'UTC'")
        con.execute("set search_path = 'marts,history'")
        yield con
