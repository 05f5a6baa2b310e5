"""From landed batches, which are Parquet, to schema `raw`: idempotent by batch and by page.

Which batches may be taken in is decided in `holding`.
"""

from datetime import datetime

import duckdb

from orchestration.landing import Batch
from orchestration.warehouse import transaction
from scrapers.records import TABLES


def load_batch(con: duckdb.DuckDBPyConnection, batch: Batch, *, loaded_at: datetime) -> int:
    """Take one landed batch into `raw`, in one transaction; one that was loaded before is passed
    over. Return how many new page versions there are.
    """
    if is_loaded(con, batch):
        return 0
    with transaction(con):
        return take_in(con, batch, loaded_at=loaded_at)


def is_loaded(con: duckdb.DuckDBPyConnection, batch: Batch) -> bool:
    key = [batch.run_id, batch.council]
    found = con.execute("select 1 from raw.batches where run_id = ? and council = ?", key)
    return found.fetchone() is not None


def take_in(con: duckdb.DuckDBPyConnection, batch: Batch, *, loaded_at: datetime) -> int:
    """Take a batch in, within the caller's transaction; return how many new page versions.

    A page that says what its latest version said is no new version. An error row stands only as
    long as the page's latest answer is an error.
    """
    con.execute(
        "create or replace temp table new_pages as " + _NEW_PAGES, [str(batch.path("pages"))]
    )
    con.execute(_FORGET_SETTLED_ERRORS, [str(batch.path("pages"))])
    con.execute("insert into raw.pages by name select * from new_pages")
    for table in batch.tables():
        source = str(batch.path(table))
        if table in TABLES:
            con.execute(
                f"insert into raw.{table} by name select r.* from read_parquet(?) as r "
                "semi join new_pages as n using (council, page_key, fetched_at)",
                [source],
            )
        elif table != "pages":
            con.execute(f"insert into raw.{table} by name select * from read_parquet(?)", [source])
    con.execute(
        "insert into raw.batches values (?, ?, ?)", [batch.run_id, batch.council, loaded_at]
    )
    (count,) = con.execute("select count(*) from new_pages where error is null").fetchall()[0]
    return count


def forget_council(con: duckdb.DuckDBPyConnection, council: str) -> None:
    """Drop all that `raw` holds of a council, so that a replay can load it afresh."""
    with transaction(con):
        for table in (*TABLES, "pages", "crawls", "crawl_failures", "batches"):
            con.execute(f"delete from raw.{table} where council = ?", [council])


_NEW_PAGES = """
with landed as (
    select *, true as is_new from read_parquet(?)
),
known as (
    select *, false as is_new from raw.pages
    where (council, page_key) in (select (council, page_key) from landed)
),
compared as (
    select
        *,
        lag(content_sha256) over (
            partition by council, page_key, error is null order by fetched_at, is_new
        ) as content_before
    from (select * from known union all by name select * from landed)
)
select * exclude (is_new, content_before) from compared
where is_new and content_sha256 is distinct from content_before
"""

_FORGET_SETTLED_ERRORS = """
delete from raw.pages
where error is not null
    and exists (
        select 1 from read_parquet(?) as landed
        where landed.council = pages.council
            and landed.page_key = pages.page_key
            and landed.fetched_at > pages.fetched_at
    )
"""
