"""What the warehouse tells of how it came to be: its build, the one that went on from, what that
touched; and which batches of pages it took in.

A connection knows it as `scrutiny`.
"""

from dataclasses import dataclass

import duckdb

from orchestration.differences import Scope


@dataclass(frozen=True, slots=True)
class Build:
    id: str
    before: str | None  # the build that it went on from; none where it worked on everything
    scopes: dict[str, Scope]  # of the tables that it did not make whole


def build_of(con: duckdb.DuckDBPyConnection) -> Build | None:
    """The build of the warehouse; None where it did not end well."""
    if not _tells(con, "int_build_completed"):
        return None
    completed = "select build_id, models_with_scope from scrutiny.intermediate.int_build_completed"
    ((build_id, models),) = con.execute(completed).fetchall()
    before = None
    if _tells(con, "int_build_continued"):
        continued = "select build_id from scrutiny.intermediate.int_build_continued"
        ((before,),) = con.execute(continued).fetchall()
    scopes = {
        each["model"]: Scope(each["scope"], tuple(each["keys"]), told_by=each["told_by"])
        for each in models
    }
    return Build(id=build_id, before=before, scopes=scopes)


def taken_in(con: duckdb.DuckDBPyConnection, until: str | None = None) -> tuple[str, str]:
    """Digest of the batches that were taken in until a moment, and the moment of the last of them.

    A replay takes a council's batches in again, at another moment.
    """
    if not _has_column(con, "raw", "batches", "loaded_at"):
        return "", ""
    query = (
        "select coalesce(sum(hash(run_id, council, loaded_at)), 0)::varchar, "
        "coalesce(max(loaded_at)::varchar, '') from scrutiny.raw.batches "
        "where loaded_at <= coalesce(nullif(?, ''), 'infinity')::timestamptz"
    )
    ((digest, last),) = con.execute(query, [until]).fetchall()
    return digest, last


def _tells(con: duckdb.DuckDBPyConnection, table: str) -> bool:
    """Whether there is such a record, of a project that gave builds their ids."""
    return _has_column(con, "intermediate", table, "build_id")


def _has_column(con: duckdb.DuckDBPyConnection, schema: str, table: str, column: str) -> bool:
    found = con.execute(
        "select 1 from duckdb_columns() where database_name = 'scrutiny' "
        "and (schema_name, table_name, column_name) = (?, ?, ?)",
        [schema, table, column],
    )
    return bool(found.fetchall())
