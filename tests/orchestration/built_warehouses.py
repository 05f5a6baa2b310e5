"""A small warehouse as dbt's builds leave it: a table by pages, one made whole, a view of history;
and with each build, what it went on from and what it touched.
"""

import json
import random
from pathlib import Path

import duckdb

SCOPE = {"scope": "intermediate.int_pages_touched", "keys": ["council_id", "page_key"]}
ITEMS, VERSIONS = "marts.fct_items", "history.fct_item_versions"
MODELS = [
    {"model": ITEMS, "told_by": ITEMS, **SCOPE},
    {"model": VERSIONS, "told_by": "intermediate.int_item_versions_touched", **SCOPE},
]
WORDS = ["Noted.", "Agreed; the Chair's thanks.", None, "Zażółć gęślą jaźń 🏛", "a" * 900, ""]


def went_on(published: Path, snapshot: str) -> bool:
    """Whether a snapshot was made from the last one, with differences."""
    record = json.loads((published / "snapshots" / snapshot / ".made.json").read_text())
    return record["replaced"] > 0


def make_warehouse(path: Path) -> None:
    with duckdb.connect(str(path)) as con:
        for schema in ("raw", "marts", "history", "intermediate"):
            con.execute(f"create schema {schema}")
        con.execute(
            "create table marts.fct_items (item_id text, council_id text, page_key text, "
            "held_on date, fetched_at timestamptz, words text, rank bigint, is_kept boolean, "
            "page_sha256 text)"
        )
        con.execute("create table marts.rpt_pages (council_id text, items bigint, share double)")
        con.execute("create table raw.batches (run_id text, council text, loaded_at timestamptz)")
        con.execute("create table raw.words (item_id text, version bigint, words text)")
        con.execute(
            "create table intermediate.int_versions "
            "(item_id text, version bigint, council_id text, page_key text, "
            "valid_from timestamptz, valid_to timestamptz)"
        )
        con.execute(
            "create view history.fct_item_versions as select item_id || '-v' || version as id, "
            "versions.*, words from scrutiny.intermediate.int_versions as versions "
            "inner join scrutiny.raw.words as words using (item_id, version)"
        )
        con.execute("create table intermediate.int_pages_touched (council_id text, page_key text)")
        con.execute(
            "create view intermediate.int_item_versions_touched as "
            "from scrutiny.history.fct_item_versions semi join "
            "scrutiny.intermediate.int_pages_touched using (council_id, page_key)"
        )
        con.execute("comment on table marts.fct_items is 'One row per item; it''s public.'")
        con.execute("comment on column marts.fct_items.words is 'What was said.'")


def spend_night(path: Path, chance: random.Random, number: int, *, is_full: bool) -> None:
    """A build that touches some pages; `is_full` where it works on everything."""
    with duckdb.connect(str(path)) as con:
        con.execute("set timezone = 'UTC'")
        con.begin()
        con.execute("drop table if exists intermediate.int_build_continued")
        if number and not is_full:
            con.execute(
                "alter table intermediate.int_build_completed rename to int_build_continued"
            )
        pages = [(f"council-{n % 3}", f"page:{n}") for n in range(40) if chance.random() < 0.15]
        con.execute("delete from intermediate.int_pages_touched")
        con.execute(
            "insert into raw.batches values (?, 'council-0', ?)",
            [f"run-{number}", f"2026-11-{number + 1:02}T04:00:00Z"],
        )
        for council, page in pages:
            con.execute("insert into intermediate.int_pages_touched values (?, ?)", [council, page])
            _tell_anew(con, chance, number, council, page)
        con.execute(
            "create or replace table marts.rpt_pages as select council_id, count(*) as items, "
            "avg(rank) as share from marts.fct_items group by council_id, page_key"
        )
        if is_full:
            con.execute("delete from intermediate.int_pages_touched")
        con.execute(
            "create or replace table intermediate.int_build_completed as "
            f"select 'night {number}' as build_id, {MODELS} as models_with_scope"
        )
        con.commit()


def _tell_anew(
    con: duckdb.DuckDBPyConnection, chance: random.Random, number: int, council: str, page: str
) -> None:
    """Items of a page go, come, stay as they were, or say else."""
    con.execute("delete from marts.fct_items where page_key = ?", [page])
    at = f"2026-11-{number + 1:02}T03:00:00Z"
    con.execute(
        "update intermediate.int_versions set valid_to = ? where page_key = ? and valid_to is null",
        [at, page],
    )
    for item in chance.sample(range(30), chance.randint(0, 30)):
        item_id, words = f"{page}-{item}", chance.choice(WORDS)
        con.execute(
            "insert into marts.fct_items values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                item_id, council, page, chance.choice([None, "2026-01-15"]), at, words,
                chance.choice([None, item, -item]), chance.choice([True, False, None]), page,
            ],
        )  # fmt: skip
        con.execute("insert into raw.words values (?, ?, ?)", [item_id, number, words])
        con.execute(
            "insert into intermediate.int_versions values (?, ?, ?, ?, ?, null)",
            [item_id, number, council, page, at],
        )
