"""Where each council stands now: its newest inspection of children's services, and what it says.

A grade is shown only where the newest inspection gave it. Where that one graded area by area, or
its grades are not known, no older grade takes its place.
"""

from dashboard.snapshot import Row, Snapshot

# The framework has no overall judgement from April 2026 on: `by_area` then stands for the grade.
STANDING = """
with inspections as (
    select
        council_id,
        inspection_event_id,
        coalesce(started_on, published_on) as judged_on,
        any_value(ended_on) as ended_on,
        any_value(published_on) as published_on,
        any_value(date_precision) as date_precision,
        any_value(sources) as sources,
        any_value(coalesce(register_source_url, source_url)) as judgement_url,
        any_value(grade) filter (judgement_area = 'overall_effectiveness') as overall_grade,
        count(grade) as grade_count,
        list(judgement_area order by judgement_area) filter (
            grade = 'inadequate' and judgement_area <> 'overall_effectiveness'
        ) as inadequate_areas
    from marts.fct_inspection_outcomes
    where
        event_type = 'inspection'
        and regime in ('ILACS', 'SIF', 'PRE_SIF')
        and coalesce(started_on, published_on) is not null
    group by all
),
told as (
    select
        *,
        case
            when overall_grade is not null then overall_grade
            when grade_count > 0 then 'by_area'
            else 'unknown'
        end as standing,
        coalesce(
            overall_grade = 'inadequate', coalesce(len(inadequate_areas), 0) > 0
        ) as is_inadequate
    from inspections
),
newest as (
    select * from told
    qualify row_number() over (
        partition by council_id order by judged_on desc, inspection_event_id desc
    ) = 1
),
spells as (
    select told.council_id, min(told.judged_on) as inadequate_since
    from told
    left join (
        select council_id, max(judged_on) as last_better_on from told
        where not is_inadequate
        group by council_id
    ) as better using (council_id)
    where
        told.is_inadequate
        and (better.last_better_on is null or told.judged_on > better.last_better_on)
    group by told.council_id
),
visits as (
    select
        newest.council_id,
        count(distinct visits.inspection_event_id) as visits_since,
        max(visits.started_on) as last_visit_on,
        max(visits.visit_number) as last_visit_number
    from newest
    inner join marts.fct_inspection_outcomes as visits
        on
            newest.council_id = visits.council_id
            and visits.event_type = 'monitoring_visit'
            and visits.started_on > newest.judged_on
    group by newest.council_id
)
select
    councils.council_id,
    councils.council_name,
    councils.region_name,
    councils.la_type,
    coalesce(councils.gss_code like 'E%', false) as is_english,
    coalesce(newest.standing, 'none') as standing,
    coalesce(newest.is_inadequate, false) as is_inadequate,
    newest.judged_on,
    newest.ended_on,
    newest.published_on,
    newest.date_precision,
    newest.sources,
    newest.judgement_url,
    coalesce(newest.inadequate_areas, []) as inadequate_areas,
    spells.inadequate_since,
    coalesce(visits.visits_since, 0) as visits_since,
    visits.last_visit_on,
    visits.last_visit_number
from marts.dim_councils as councils
left join newest using (council_id)
left join spells on councils.council_id = spells.council_id and newest.is_inadequate
left join visits on councils.council_id = visits.council_id and newest.is_inadequate
where councils.ended_on is null
"""


def standing_of_all(snapshot: Snapshot) -> list[Row]:
    """Every council that stands, those in most trouble first."""
    return snapshot.ask(
        f"""
        with standing as ({STANDING})
        select standing.*
        from standing
        left join marts.dim_grades as grades on standing.standing = grades.grade
        order by
            standing.is_inadequate desc,
            coalesce(grades.grade_rank, if(standing.standing = 'by_area', 3.5, 9)) desc,
            standing.council_name
        """
    )


def standing_of(snapshot: Snapshot, council_id: str) -> Row:
    return snapshot.ask_one(
        f"select * from ({STANDING}) where council_id = $council_id", council_id=council_id
    )
