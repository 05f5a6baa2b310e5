"""What the Trust page asks: what was had of each council, and when."""

from collections import defaultdict

from dashboard.snapshot import Row, Snapshot

COMPLETENESS = """
with completeness as (
    select
        council_id,
        sum(meetings_listed)::bigint as meetings_listed,
        sum(meetings_fetched)::bigint as meetings_fetched,
        sum(items_parsed)::bigint as items_parsed,
        sum(minutes_published)::bigint as minutes_published,
        sum(unexplained)::bigint as unexplained
    from marts.rpt_completeness
    group by council_id
),
freshness as (
    select council_id, max(fetched_at) as newest_page_at
    from marts.fct_meetings
    group by council_id
)
select
    councils.council_id,
    councils.council_name,
    completeness.* exclude (council_id),
    freshness.newest_page_at
from marts.dim_councils as councils
inner join freshness using (council_id)
left join completeness on councils.council_id = completeness.council_id
order by completeness.unexplained desc nulls last, councils.council_name
"""

DISAGREEMENTS = """
select
    councils.council_name, outcomes.regime, outcomes.started_on, outcomes.judgement_area,
    outcomes.grade as register_grade,
    mentions.grade as minuted_grade,
    mentions.evidence,
    mentions.source_url,
    outcomes.register_source_url
from marts.fct_inspection_outcomes as outcomes
inner join marts.dim_councils as councils using (council_id)
inner join marts.fct_inspection_mentions as mentions
    on
        outcomes.inspection_event_id = mentions.inspection_event_id
        and outcomes.judgement_area = mentions.judgement_area
        and mentions.is_own_council
        and mentions.occurrence = 'occurred'
        and outcomes.grade <> mentions.grade
where outcomes.agreement = 'contradicts'
order by outcomes.started_on desc, councils.council_name, mentions.mention_id
"""


def completeness(snapshot: Snapshot) -> list[Row]:
    """What was had of each council that is read, the unexplained first."""
    return snapshot.ask(COMPLETENESS)


def totals(snapshot: Snapshot) -> Row:
    return snapshot.ask_one(
        """
        select
            coalesce(sum(meetings_listed), 0)::bigint as meetings_listed,
            coalesce(sum(meetings_fetched), 0)::bigint as meetings_fetched,
            coalesce(sum(unexplained), 0)::bigint as unexplained,
            (
                select count(*) from marts.fct_inspection_outcomes
                where agreement = 'contradicts'
            ) as contradictions
        from marts.rpt_completeness
        """
    )


def disagreements(snapshot: Snapshot, limit: int = 100) -> list[Row]:
    """Where minutes state another grade than the register, with the words."""
    return snapshot.ask(f"{DISAGREEMENTS} limit $limit", limit=limit)


def comments(snapshot: Snapshot) -> dict[tuple[str, str], str]:
    """What each published column means, as its maker described it; nothing where nobody did."""
    rows = snapshot.ask(
        "select table_name, column_name, comment from duckdb_columns() "
        "where database_name = 'published' and comment is not null"
    )
    described = {(row["table_name"], row["column_name"]): row["comment"] for row in rows}
    return defaultdict(str, described)
