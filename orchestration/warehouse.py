"""The warehouse file: how to open it, what schema `raw` holds, and what of it stands whole.

Batches of pages are taken in by `loading`. What the rows mean is dbt's business, not Python's.
"""

import json
import logging
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import astuple
from datetime import date, datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

import duckdb

from orchestration.landed_table import PROVENANCE
from scrapers.councils import Council
from scrapers.ledger import Crawl, CrawlFailure, PageReading
from scrapers.ofsted import OfficialOutcome
from scrapers.records import TABLES

logger = logging.getLogger(__name__)

SQL_TYPES = {
    str: "varchar",
    int: "bigint",
    float: "double",
    bool: "boolean",
    date: "date",
    datetime: "timestamptz",
}
REGISTER_COLUMNS = (
    "council_id", "regime", "event_type", "started_on", "ended_on", "date_precision",
    "published_on", "visit_number", "theme", "overall_effectiveness", "leaders_impact",
    "help_and_protection", "children_in_care_and_care_leavers", "children_in_care",
    "care_leavers", "children_looked_after_permanence", "adoption_performance",
    "leadership_management_governance", "lscb", "source_url",
)  # fmt: skip


def columns(record: type) -> dict[str, str]:
    """Column name → SQL type, in the record's own order."""
    return {name: _sql_type(hint) for name, hint in get_type_hints(record).items()}


def raw_tables() -> dict[str, dict[str, str]]:
    """Every table of schema `raw` with its columns."""
    provenance = {name: columns(PageReading)[name] for name in PROVENANCE}
    return {
        **{table: provenance | columns(record) for table, record in TABLES.items()},
        "pages": columns(PageReading),
        "crawls": columns(Crawl),
        "crawl_failures": columns(CrawlFailure),
        "councils": {
            "council": "varchar",
            "council_name": "varchar",
            "gss_code": "varchar",
            "dfe_la_number": "bigint",
            "base_url": "varchar",
            "committee_patterns": "varchar",
        },
        "inspection_register": dict.fromkeys(REGISTER_COLUMNS, "varchar"),
        "official_outcomes": {
            **columns(OfficialOutcome),
            "statistics_source": "varchar",
            "fetched_at": "timestamptz",
        },
        "batches": {"run_id": "varchar", "council": "varchar", "loaded_at": "timestamptz"},
    }


def set_aside_if_damaged(path: Path) -> None:
    """Make room for a new file where this one cannot be opened: it is made from the landing."""
    try:
        with connect(path):
            return
    except duckdb.IOException as error:
        # A file that another process has open is no damaged one.
        if "lock" in str(error).lower():
            raise
    except duckdb.Error:
        pass
    logger.warning("%s is damaged: it is set aside, and made again", path)
    path.replace(path.with_name(f"{path.name}.damaged"))


@contextmanager
def connect(path: Path, *, read_only: bool = False) -> Generator[duckdb.DuckDBPyConnection]:
    path.parent.mkdir(parents=True, exist_ok=True)
    con = duckdb.connect(str(path), read_only=read_only)
    try:
        con.execute("set timezone = 'UTC'")
        yield con
    finally:
        con.close()


@contextmanager
def connect_lake(catalog: str, files: Path) -> Generator[duckdb.DuckDBPyConnection]:
    """The warehouse where one file is not enough: many may write to it at once, and read.

    `catalog` is how libpq connects with the PostgreSQL that keeps the catalog. DuckDB fetches the
    extensions `ducklake` and `postgres` itself, unless they are installed.
    """
    con = duckdb.connect()
    try:
        con.execute("set timezone = 'UTC'")
        address, folder = (text.replace("'", "''") for text in (catalog, f"{files}/"))
        con.execute(f"attach 'ducklake:postgres:{address}' as lake (data_path '{folder}')")
        con.execute("use lake")
        yield con
    finally:
        con.close()


def create_raw_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Make schema `raw`, and whichever of its tables and columns are missing, empty."""
    con.execute("create schema if not exists raw")
    for table, spec in raw_tables().items():
        definitions = ", ".join(f"{name} {kind}" for name, kind in spec.items())
        con.execute(f"create table if not exists raw.{table} ({definitions})")
        # A file that an earlier version made; a replay fills in what it did not know.
        for name, kind in spec.items():
            con.execute(f"alter table raw.{table} add column if not exists {name} {kind}")


def replace_registry(
    con: duckdb.DuckDBPyConnection,
    councils: Iterable[Council],
    register: Iterable[dict[str, str]],
) -> None:
    """Make the registry in use, and the registers beside it, the whole of what the tables hold."""
    rows = [
        (c.slug, c.name, c.gss_code, c.dfe_la_number, c.base_url, json.dumps(c.committees))
        for c in councils
    ]
    registered = [tuple(row.get(name) or None for name in REGISTER_COLUMNS) for row in register]
    with transaction(con):
        _replace(con, "raw.councils", rows)
        _replace(con, "raw.inspection_register", registered)


def replace_official_outcomes(
    con: duckdb.DuckDBPyConnection, stated: Iterable[tuple[OfficialOutcome, str, datetime]]
) -> None:
    """Make these outcomes, each with its file's source and time, the whole of what is held."""
    rows = [(*astuple(outcome), source, fetched) for outcome, source, fetched in stated]
    with transaction(con):
        _replace(con, "raw.official_outcomes", rows)


def count_rows(con: duckdb.DuckDBPyConnection, tables: Iterable[str]) -> dict[str, int]:
    """How many rows each table of `raw` holds."""
    return {
        table: con.execute(f"select count(*) from raw.{table}").fetchall()[0][0] for table in tables
    }


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Generator[None]:
    con.begin()
    try:
        yield
    except BaseException:
        con.rollback()
        raise
    con.commit()


def _replace(con: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[Any, ...]]) -> None:
    con.execute(f"delete from {table}")
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        con.executemany(f"insert into {table} values ({marks})", rows)


def _sql_type(hint: Any) -> str:
    plain = [arg for arg in get_args(hint) if arg is not NoneType]
    return SQL_TYPES[plain[0] if plain else hint]
