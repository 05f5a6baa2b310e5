"""How long each page of the dashboard takes to be drawn, on a snapshot of a million agenda items.

The snapshot is made of the demo's: every fact that a page told is told again for other councils,
with ids of its own, until there are a million items.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import streamlit as st
from streamlit.testing.v1 import AppTest

from benchmarks.lines import Line
from dashboard import frame
from orchestration.home import Home

ITEMS = 1_000_000
BOUND_SECONDS = 2.0
APP = Path(frame.__file__).with_name("app.py")
# What only the register tells, and what is no fact of a page, stays as it is.
NOT_MULTIPLIED = ("dim_councils", "fct_inspection_outcomes", "rpt_official_agreement")


def measure(items: int = ITEMS) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        home, demo = Path(folder), Home(Path(folder) / "demo")
        subprocess.run(
            [Path(sys.executable).with_name("scrutiny"), "demo"],
            env=os.environ | {"SCRUTINY_HOME": str(demo.root)},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        found = multiply(demo.published / "scrutiny.duckdb", home, items)
        with _environment(SCRUTINY_HOME=str(home)):
            for page in frame.PAGES:
                seconds = _seconds_to_draw(page)
                yield Line(
                    figure=f"dashboard: {page} of {found:,} items, first view",
                    measured=f"{seconds:.2f} s",
                    baseline=f"{BOUND_SECONDS:.0f} s",
                    ratio=seconds / BOUND_SECONDS,
                    bound=1.0,
                )


def multiply(source: Path, home: Path, items: int) -> int:
    """Write a snapshot of about so many items below `home`; return how many there are."""
    target = home / "published" / "scrutiny.duckdb"
    target.parent.mkdir(parents=True)
    with duckdb.connect(config={"temp_directory": str(home)}) as con:
        con.execute("set preserve_insertion_order = false")
        con.execute(f"attach '{source}' as source (read_only)")
        con.execute(f"attach '{target}' as target")
        tables = con.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'source'"
        ).fetchall()
        ((had,),) = con.execute("select count(*) from source.marts.fct_agenda_items").fetchall()
        con.execute(
            "create temp table others as "
            "select row_number() over (order by council_id) - 1 as place, council_id "
            "from source.marts.dim_councils where ended_on is null"
        )
        for schema, table in tables:
            con.execute(f"create schema if not exists target.{schema}")
            name = f"{schema}.{table}"
            con.execute(f"create table target.{name} as from source.{name} limit 0")
            con.execute(
                f"insert into target.{name} {_told_again(con, schema, table)}",
                [max(1, items // had)] if _is_multiplied(con, schema, table) else [],
            )
        found = con.execute("select count(*) from target.marts.fct_agenda_items").fetchall()
    return int(found[0][0])


def _is_multiplied(con: duckdb.DuckDBPyConnection, schema: str, table: str) -> bool:
    return table not in NOT_MULTIPLIED and "council_id" in _columns(con, schema, table)


def _columns(con: duckdb.DuckDBPyConnection, schema: str, table: str) -> list[str]:
    rows = con.execute(
        "select column_name from duckdb_columns() where database_name = 'source' "
        "and schema_name = ? and table_name = ?",
        [schema, table],
    ).fetchall()
    return [name for (name,) in rows]


def _told_again(con: duckdb.DuckDBPyConnection, schema: str, table: str) -> str:
    """The SQL of a table's rows, as often as its parameter says, for one council after another."""
    if not _is_multiplied(con, schema, table):
        return f"from source.{schema}.{table}"
    ids = [
        f"facts.{name} || '-' || copies.number as {name}"
        for name in _columns(con, schema, table)
        if name.endswith("_id") and name != "council_id" and not name.startswith("moderngov")
    ]
    return f"""
        select facts.* replace ({", ".join(["others.council_id as council_id", *ids])})
        from source.{schema}.{table} as facts
        cross join range(?) as copies(number)
        inner join others
            on others.place = copies.number % (select count(*) from others)
    """


def _seconds_to_draw(page: str) -> float:
    st.cache_data.clear()
    app = AppTest.from_file(str(APP), default_timeout=300)
    app.query_params["page"] = page
    started = time.perf_counter()
    app.run()
    seconds = time.perf_counter() - started
    if app.exception:
        raise RuntimeError(app.exception[0].message)
    return seconds


@contextmanager
def _environment(**ours: str) -> Generator[None]:
    before = dict(os.environ)
    os.environ.update(ours)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
