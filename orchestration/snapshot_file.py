"""The DuckDB file of a snapshot: tables with their comments, and functions that give the past.

A connection knows the warehouse as `scrutiny`, the name that it has in its own views, and the file
that is being made as `snapshot`.
"""

import os
import re
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from orchestration.warehouse import transaction

SCHEMAS = ["marts", "history"]  # what holds, and what pages said before
# The oldest file format that holds all we store, for the sake of BI tools' older drivers.
STORAGE_VERSION = "v1.2.0"
SETTINGS = {
    "timezone": "UTC",
    "memory_limit": "3GB",
    # Minutes are long enough for what halves them, and reads as fast.
    "zstd_min_string_length": "512",
    # What is written is written once, when all is.
    "checkpoint_threshold": "4GB",
    # Rows are found by their keys, and fetched by as many places as these one by one.
    "dynamic_or_filter_threshold": "5000",
}
# What is a view in the warehouse, for want of a copy, is a table to its readers.
_TABLES = """
select schema_name as schema, table_name as name, comment from duckdb_tables()
where database_name = $database and list_contains($schemas, schema_name)
union all
select schema_name, view_name, comment from duckdb_views()
where database_name = $database and list_contains($schemas, schema_name)
"""
_DESCRIBED = f"""
select tables.schema, tables.name, tables.comment, column_name, data_type, columns.comment
from ({_TABLES}) as tables
inner join duckdb_columns() as columns
    on
        columns.database_name = $database
        and tables.schema = columns.schema_name
        and tables.name = columns.table_name
order by tables.schema, tables.name, column_index
"""


@contextmanager
def joined(warehouse: Path, scratch: Path) -> Generator[duckdb.DuckDBPyConnection]:
    """A connection to the warehouse; what does not fit in memory goes to the folder `scratch`."""
    with duckdb.connect(config={"temp_directory": str(scratch)}) as con:
        for name, value in SETTINGS.items():
            con.execute(f"set {name} = '{value}'")
        con.execute(f"attach '{quoted(str(warehouse))}' as scrutiny (read_only)")
        yield con


@contextmanager
def attached(con: duckdb.DuckDBPyConnection, file: Path) -> Generator[None]:
    con.execute(f"attach '{quoted(str(file))}' as snapshot (storage_version '{STORAGE_VERSION}')")
    try:
        yield
    finally:
        con.execute("use memory")
        con.execute("detach snapshot")


def tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What is published, in order, each with its schema."""
    found = con.execute(_TABLES, {"database": "scrutiny", "schemas": SCHEMAS}).fetchall()
    return sorted(f"{schema}.{name}" for schema, name, _ in found)


def described(con: duckdb.DuckDBPyConnection, database: str) -> list[tuple[str | None, ...]]:
    """The tables of a database with their columns, types and comments."""
    return con.execute(_DESCRIBED, {"database": database, "schemas": SCHEMAS}).fetchall()


def copy_tables(con: duckdb.DuckDBPyConnection) -> None:
    for schema in SCHEMAS:
        if any(table.startswith(f"{schema}.") for table in tables(con)):
            con.execute(f"create schema snapshot.{schema}")
    for table in tables(con):
        con.execute(f"create table snapshot.{table} as from scrutiny.{table} order by all")
    _copy_comments(con)
    _create_past(con)


def copy_file(source: Path, target: Path) -> None:
    """Where the file system can, both share what they have in common."""
    with source.open("rb") as old, target.open("wb") as new:
        try:
            while os.copy_file_range(old.fileno(), new.fileno(), 2**30):
                pass
        except (AttributeError, OSError):  # not on this system, or not on this file system
            old.seek(0)
            new.seek(0)
            shutil.copyfileobj(old, new, 2**20)


def row_count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    return con.execute(f"select count(*) from snapshot.{table}").fetchall()[0][0]


def _copy_comments(con: duckdb.DuckDBPyConnection) -> None:
    """What dbt documented is read by BI tools as comments, so the snapshot carries them."""
    told = dict.fromkeys(
        statement
        for schema, table, about_table, column, _, about_column in described(con, "scrutiny")
        for statement in (
            (f"table snapshot.{schema}.{table}", about_table),
            (f"column snapshot.{schema}.{table}.{column}", about_column),
        )
    )
    with transaction(con):  # or the disk is waited for at each of them
        for thing, comment in told:
            if comment:
                con.execute(f"comment on {thing} is '{quoted(comment)}'")


def _create_past(con: duckdb.DuckDBPyConnection) -> None:
    """For each table of versions a function that gives its things as of a moment."""
    con.execute("use snapshot")
    for table in tables(con):
        if match := re.fullmatch(r"history\.fct_(\w+)_versions", table):
            con.execute(
                f"create macro history.{match[1]}s_as_of(moment) as table "
                f"select * from {table} "
                "where valid_from <= moment and (valid_to is null or valid_to > moment)"
            )


def quoted(text: str) -> str:
    return text.replace("'", "''")
