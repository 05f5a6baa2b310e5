"""What of a table differs between the warehouse and the snapshot before, and the snapshot's copy
brought up to date with it.

A build says which models it works on by pages or meetings, and which of them it touched: only there
can their rows differ from those of the build before. All other tables are compared row by row.

The connection knows the warehouse as `scrutiny` and the copy as `snapshot`.
"""

from dataclasses import dataclass

import duckdb
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Scope:
    """A table of the warehouse that names, by `keys`, what the last build touched of a model."""

    table: str
    keys: tuple[str, ...]
    told_by: str  # what of the warehouse has its rows: the model, or a view that has no others


@dataclass(frozen=True, slots=True)
class Difference:
    """The rows of one table that went, by their first column, and those that came."""

    gone: pa.ChunkedArray
    came: pa.Table

    def __len__(self) -> int:
        return len(self.gone) + len(self.came)


def bring_up_to_date(con: duckdb.DuckDBPyConnection, table: str, scope: Scope | None) -> Difference:
    """Make the snapshot's rows of `table` the warehouse's; return what differed."""
    if scope is None:
        standing, told = f"(select rowid as place, * from snapshot.{table})", f"scrutiny.{table}"
    else:
        standing, told = _within(con, table, scope)
    names = _columns(con, table)
    same = " and ".join(f'standing."{name}" is not distinct from told."{name}"' for name in names)
    con.execute(
        "create or replace temp table gone as "
        f'select standing.place, standing."{names[0]}" as first_column '
        f"from {standing} as standing anti join {told} as told on {same}"
    )
    con.execute(
        "create or replace temp table came as "
        f"select told.* from {told} as told anti join {standing} as standing on {same}"
    )
    con.execute(f"delete from snapshot.{table} where rowid in (select gone.place from gone)")
    con.execute(f"insert into snapshot.{table} from came order by all")
    return Difference(
        gone=con.execute("select first_column from gone").to_arrow_table().column(0),
        came=con.execute("from came order by all").to_arrow_table(),
    )


def still_differs(con: duckdb.DuckDBPyConnection, table: str, scope: Scope | None) -> bool:
    """Whether the two do not have as many rows; nor, where only a scope was compared, the same.

    Of these all is looked at but words, for which the digest of their page stands.
    """
    looked_at = "count(*)"
    if scope is not None:
        described = con.execute(f"describe snapshot.{table}").fetchall()
        key = described[0][0]
        columns = [
            key,
            *(n for n, kind, *_ in described if kind != "VARCHAR" or n == "page_sha256"),
        ]
        looked_at += f", sum(hash({', '.join(columns)}))"
    standing, told = (
        con.execute(f"select {looked_at} from {side}.{table}").fetchall()
        for side in ("snapshot", "scrutiny")
    )
    return standing != told


def _within(con: duckdb.DuckDBPyConnection, table: str, scope: Scope) -> tuple[str, str]:
    """Both tables' rows of the scope, fetched by their place: texts are long, and few are read."""
    con.execute(f"create or replace temp table scope as from scrutiny.{scope.table}")
    same = " and ".join(f"records.{key} = scope.{key}" for key in scope.keys)
    for name, source, place in (
        ("standing", f"snapshot.{table}", "rowid as place, "),
        ("told", f"scrutiny.{scope.told_by}", ""),
    ):
        if scope.told_by != table and name == "told":
            rows = f"from {source}"
        else:
            found = f"select records.rowid from {source} as records semi join scope on {same}"
            rows = f"select {place}* from {source} where rowid in ({found})"
        con.execute(f"create or replace temp table {name} as {rows}")
    return "standing", "told"


def _columns(con: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [name for name, *_ in con.execute(f"describe snapshot.{table}").fetchall()]
