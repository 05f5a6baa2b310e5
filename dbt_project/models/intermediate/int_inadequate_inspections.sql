with events as (

    select * from {{ ref('int_dated_events') }}

),

judgements as (

    select * from {{ ref('int_event_judgements') }}

),

-- Without an overall judgement (from April 2026) an inadequate area brings the visits.
inadequate_inspections as (

    select
        events.council_id,
        events.inspection_event_id,
        events.started_on as judged_from
    from events
    inner join judgements on events.inspection_event_id = judgements.inspection_event_id
    where
        events.regime in ('ILACS', 'SIF', 'PRE_SIF')
        and events.started_on is not null
    group by events.council_id, events.inspection_event_id, events.started_on
    having
        bool_or(
            judgements.grade = 'inadequate'
            and judgements.judgement_area = 'overall_effectiveness'
        )
        or (
            bool_or(judgements.grade = 'inadequate')
            and bool_or(
                judgements.grade_status = 'not_judged'
                and judgements.judgement_area = 'overall_effectiveness'
            )
        )

)

select * from inadequate_inspections
