"""What the England page asks beside where each council stands."""

from dashboard.snapshot import Row, Snapshot

# A grade is held from its inspection to the next one. The register begins with SIF, late in 2013:
# by the end of 2018 it holds an inspection of every council.
FIRST_YEAR = 2018
GRADES_BY_YEAR = f"""
with years as (
    select year_number, max(date_day) as last_day
    from marts.dim_dates
    where
        year_number between {FIRST_YEAR} and (
            select year(max(coalesce(started_on, published_on)))
            from marts.fct_inspection_outcomes
        )
    group by year_number
),
inspections as (
    select
        council_id,
        coalesce(started_on, published_on) as judged_on,
        any_value(grade) filter (judgement_area = 'overall_effectiveness') as overall_grade,
        count(grade) as grade_count
    from marts.fct_inspection_outcomes
    where event_type = 'inspection' and regime in ('ILACS', 'SIF', 'PRE_SIF')
    group by all
),
held as (
    select
        years.year_number,
        councils.council_id,
        max_by(
            coalesce(
                inspections.overall_grade,
                if(inspections.grade_count > 0, 'by_area', 'unknown')
            ),
            inspections.judged_on
        ) as standing
    from years
    cross join marts.dim_councils as councils
    inner join inspections
        on
            councils.council_id = inspections.council_id
            and inspections.judged_on <= years.last_day
    where
        councils.gss_code like 'E%'
        and coalesce(councils.ended_on >= years.last_day, true)
    group by years.year_number, councils.council_id
)
select year_number, standing, count(*) as councils
from held
group by year_number, standing
order by year_number, standing
"""


def grades_by_year(snapshot: Snapshot) -> list[Row]:
    return snapshot.ask(GRADES_BY_YEAR)


def reading(snapshot: Snapshot) -> Row:
    """How far the register and the minutes reach."""
    return snapshot.ask_one(
        """
        select
            (
                select max(outcomes.fetched_at)
                from marts.fct_inspection_outcomes as outcomes
                inner join marts.dim_councils as councils using (council_id)
                where outcomes.page_sha256 is null and councils.gss_code like 'E%'
            ) as register_read_at,
            (
                select max(outcomes.started_on)
                from marts.fct_inspection_outcomes as outcomes
                inner join marts.dim_councils as councils using (council_id)
                where
                    outcomes.event_type = 'monitoring_visit'
                    and outcomes.sources in ('register', 'both')
                    and councils.gss_code like 'E%'
            ) as newest_registered_visit_on,
            (select count(distinct council_id) from marts.fct_meetings) as councils_read,
            (select count(*) from marts.fct_meetings) as meetings,
            (select count(*) from marts.fct_recommendations) as decisions,
            (
                select median(days_to_first_scrutiny) from (
                    select distinct inspection_event_id, days_to_first_scrutiny
                    from marts.fct_inspection_outcomes
                    where
                        regime = 'ILACS' and published_on is not null
                        and days_to_first_scrutiny is not null
                )
            ) as median_days_to_scrutiny
        """
    )


def newest_events(snapshot: Snapshot, limit: int = 8) -> list[Row]:
    """The inspections and monitoring visits whose reports came out last."""
    return snapshot.ask(
        """
        select
            outcomes.inspection_event_id,
            any_value(councils.council_id) as council_id,
            any_value(councils.council_name) as council_name,
            any_value(outcomes.event_type) as event_type,
            any_value(outcomes.visit_number) as visit_number,
            any_value(outcomes.started_on) as started_on,
            any_value(outcomes.published_on) as published_on,
            any_value(outcomes.theme) as theme,
            any_value(outcomes.first_minuted_on) as first_minuted_on,
            any_value(outcomes.council_id in (
                select council_id from marts.fct_meetings
            )) as has_minutes,
            any_value(coalesce(outcomes.register_source_url, outcomes.source_url)) as source_url,
            list(
                {'judgement_area': outcomes.judgement_area, 'grade': outcomes.grade}
                order by
                    outcomes.judgement_area <> 'overall_effectiveness', outcomes.judgement_area
            ) filter (outcomes.grade is not null) as grades
        from marts.fct_inspection_outcomes as outcomes
        inner join marts.dim_councils as councils using (council_id)
        where outcomes.regime = 'ILACS' and outcomes.published_on is not null
        group by outcomes.inspection_event_id
        order by published_on desc, council_name
        limit $limit
        """,
        limit=limit,
    )
