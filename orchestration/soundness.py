"""What a built warehouse is asked before it is published, beyond what dbt's tests ask of rows."""

from pathlib import Path

import duckdb

from orchestration.holding import LARGEST_LOSS
from orchestration.snapshot_file import quoted
from orchestration.warehouse import connect

LARGEST_GAIN = 2.0
FACTS = {
    "fct_meetings": "meeting_id",
    "fct_agenda_items": "agenda_item_id",
    "fct_documents": "document_id",
    "fct_attendances": "attendance_id",
    "fct_recommendations": "recommendation_id",
    "fct_inspection_mentions": "mention_id",
    "fct_inspection_outcomes": "inspection_outcome_id",
    "fct_interventions": "intervention_id",
}
_COLLAPSED = """
with changed as (
    select council as council_id, page_key, max(fetched_at) as fetched_at from warehouse.raw.pages
    where error is null
    group by all
),
before as (
    select items.council_id, items.agenda_item_id from snapshot.marts.fct_agenda_items as items
    left join changed using (council_id, page_key)
    where
        items.council_id in (select council from warehouse.raw.councils)
        and coalesce(changed.fetched_at <= items.fetched_at, true)
)
select
    before.council_id,
    count(*) as items_before,
    count(after.agenda_item_id) as items_after
from before
left join warehouse.marts.fct_agenda_items as after using (agenda_item_id)
group by 1
having count(after.agenda_item_id) < count(*) * (1 - ?)
order by 1
"""
_ITEMS = "select council_id, count(*) from marts.fct_agenda_items group by 1"
# Other councils' last crawl was a part (a backfill, or one that was stopped), or is under way.
_GAPS = """
with whole as (
    select council, command, outcome from raw.crawls
    qualify row_number() over (partition by council order by started_at desc, run_id) = 1
)
select council_id, sum(unexplained)::bigint, sum(meetings_listed)::bigint
from marts.rpt_completeness
where council_id in (select council from whole where command <> 'backfill' and outcome = 'complete')
group by 1
order by 1
"""


def collapsed(warehouse: Path, published: Path) -> dict[str, tuple[int, int]]:
    """Councils of the registry that would lose too many items of pages that have not changed: how
    many those had, and would have.

    Then our own reading has changed. What a changed page takes away is weighed by `holding`.
    """
    snapshot = published / "scrutiny.duckdb"
    if not snapshot.exists():
        return {}
    with duckdb.connect() as con:
        con.execute(f"attach '{quoted(str(warehouse))}' as warehouse (read_only)")
        con.execute(f"attach '{quoted(str(snapshot))}' as snapshot (read_only)")
        rows = con.execute(_COLLAPSED, [LARGEST_LOSS]).fetchall()
    return {council: (before, after) for council, before, after in rows}


def doubled(warehouse: Path, published: Path) -> dict[str, tuple[int, int]]:
    """Councils with more than twice the items of the standing snapshot: before and now."""
    snapshot = published / "scrutiny.duckdb"
    if not snapshot.exists():
        return {}
    before, after = _counts(snapshot), _counts(warehouse)
    return {
        council: (before[council], items)
        for council, items in sorted(after.items())
        if items > LARGEST_GAIN * before.get(council, items)
    }


def keys_told_twice(warehouse: Path) -> dict[str, int]:
    """Tables of facts with keys that stand more than once, and how many such keys."""
    with connect(warehouse, read_only=True) as con:
        counts = {table: _repeated(con, table, key) for table, key in FACTS.items()}
    return {table: count for table, count in counts.items() if count}


def unexplained_gaps(warehouse: Path) -> tuple[dict[str, int], int]:
    """Per council that was crawled whole, the gaps without a reason; and all meetings listed."""
    with connect(warehouse, read_only=True) as con:
        rows = con.execute(_GAPS).fetchall()
    gaps = {council: unexplained for council, unexplained, _ in rows if unexplained}
    return gaps, sum(listed for _, _, listed in rows)


def _repeated(con: duckdb.DuckDBPyConnection, table: str, key: str) -> int:
    keys = f"select {key} from marts.{table} group by {key} having count(*) > 1"
    return con.execute(f"select count(*) from ({keys})").fetchall()[0][0]


def _counts(path: Path) -> dict[str, int]:
    with connect(path, read_only=True) as con:
        return dict(con.execute(_ITEMS).fetchall())
