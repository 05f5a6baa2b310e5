"""What the Council page asks: one council's grades over time, and all that happened, by day."""

from typing import Any

from dashboard.snapshot import Row, Snapshot

KINDS = {
    "inspection": "Inspections",
    "visit": "Visits",
    "intervention": "Interventions",
    "item": "Committee items",
    "recommendation": "Recommendations",
}

# One row per thing that happened, newest first. Items are those that speak of an inspection, visit
# or intervention of the council; recommendations those of substance.
TIMELINE = """
with events as (
    select
        if(event_type = 'inspection', 'inspection', 'visit') as kind,
        coalesce(started_on, published_on, first_minuted_on) as happened_on,
        if(
            started_on is null and published_on is null, 'minuted', date_precision
        ) as date_precision,
        any_value(ended_on) as ended_on,
        regime,
        event_type,
        any_value(visit_number) as visit_number,
        any_value(theme) as theme,
        any_value(published_on) as published_on,
        any_value(first_minuted_on) as first_minuted_on,
        any_value(sources) as sources,
        bool_or(agreement = 'contradicts') as is_contradicted,
        list(
            {'area': judgement_area, 'grade': grade}
            order by judgement_area <> 'overall_effectiveness', judgement_area
        ) filter (grade is not null) as grades,
        any_value(register_source_url) as register_url,
        any_value(source_url) as source_url,
        inspection_event_id as thing_id
    from marts.fct_inspection_outcomes
    where council_id = $council_id
    group by all
),
steps as (
    select
        intervention_id,
        coalesce(date_from, first_minuted_on) as happened_on,
        if(date_from is null, 'minuted', date_precision) as date_precision,
        intervention_type,
        service,
        first_minuted_on,
        source_url
    from marts.fct_interventions
    where council_id = $council_id
),
items as (
    select
        items.agenda_item_id,
        items.held_on,
        items.title,
        items.source_url,
        committees.committee_name,
        items.minutes_state
    from marts.fct_agenda_items as items
    left join marts.dim_committees as committees using (committee_id)
    where
        items.council_id = $council_id
        and items.agenda_item_id in (
            select agenda_item_id from marts.fct_inspection_mentions
            where council_id = $council_id and is_own_council
        )
),
recommendations as (
    select
        recommendations.recommendation_id,
        recommendations.held_on,
        recommendations.text,
        recommendations.kind,
        recommendations.status,
        recommendations.source_url,
        committees.committee_name
    from marts.fct_recommendations as recommendations
    left join marts.dim_committees as committees using (committee_id)
    where recommendations.council_id = $council_id and recommendations.is_substantive
),
things as (
    select
        kind, happened_on, date_precision, ended_on, regime, event_type, visit_number, theme,
        published_on, first_minuted_on, sources, is_contradicted, grades,
        null as title, null as committee_name, null as status,
        register_url, source_url, thing_id
    from events
    union all by name
    select
        'intervention' as kind, happened_on, date_precision, first_minuted_on,
        intervention_type as event_type, service as theme, source_url, intervention_id as thing_id
    from steps
    union all by name
    select
        'item' as kind, held_on as happened_on, 'day' as date_precision, title, committee_name,
        minutes_state as status, source_url, agenda_item_id as thing_id
    from items
    union all by name
    select
        'recommendation' as kind, held_on as happened_on, 'day' as date_precision, text as title,
        committee_name, kind as event_type, status, source_url, recommendation_id as thing_id
    from recommendations
)
select * from things
where list_contains($kinds, kind)
"""


# Each inspection of children's services with the areas it judged, newest first.
GRADES = """
select
    outcomes.inspection_event_id,
    outcomes.regime,
    coalesce(outcomes.started_on, outcomes.published_on) as judged_on,
    outcomes.date_precision,
    outcomes.judgement_area,
    areas.label as area_label,
    outcomes.grade,
    outcomes.grade_status,
    outcomes.movement,
    outcomes.agreement,
    outcomes.sources,
    coalesce(outcomes.register_source_url, outcomes.source_url) as source_url
from marts.fct_inspection_outcomes as outcomes
inner join marts.dim_judgement_areas as areas using (judgement_area)
where
    outcomes.council_id = $council_id and outcomes.event_type = 'inspection'
    and outcomes.regime in ('ILACS', 'SIF', 'PRE_SIF')
order by judged_on desc, outcomes.inspection_event_id, outcomes.judgement_area
"""


def councils(snapshot: Snapshot) -> list[Row]:
    """All councils that stand, those with minutes first."""
    return snapshot.ask(
        """
        select council_id, council_name, council_id in (
            select council_id from marts.fct_meetings
        ) as has_minutes
        from marts.dim_councils
        where ended_on is null
        order by has_minutes desc, council_name
        """
    )


def grades_over_time(snapshot: Snapshot, council_id: str) -> list[Row]:
    return snapshot.ask(GRADES, council_id=council_id)


def timeline_size(snapshot: Snapshot, council_id: str, kinds: list[str]) -> int:
    row = snapshot.ask_one(
        f"select count(*) as things from ({TIMELINE})", council_id=council_id, kinds=kinds
    )
    return int(row["things"])


def timeline(snapshot: Snapshot, council_id: str, kinds: list[str], **page: Any) -> list[Row]:
    """A page of what happened: `limit` things after `offset`."""
    return snapshot.ask(
        f"{TIMELINE} order by happened_on desc nulls last, kind, thing_id "
        "limit $limit offset $offset",
        council_id=council_id,
        kinds=kinds,
        **page,
    )


def counts(snapshot: Snapshot, council_id: str) -> Row:
    return snapshot.ask_one(
        """
        select
            (
                select count(*) from marts.fct_meetings where council_id = $council_id
            ) as meetings,
            (
                select count(*) from marts.fct_agenda_items where council_id = $council_id
            ) as items,
            (
                select count(*) from marts.fct_recommendations
                where council_id = $council_id and is_substantive
            ) as decisions,
            (
                select max(fetched_at) from marts.fct_meetings where council_id = $council_id
            ) as fetched_at
        """,
        council_id=council_id,
    )
