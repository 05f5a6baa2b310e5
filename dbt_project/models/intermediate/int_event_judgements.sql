-- The register's grade where the register speaks of the event; the minutes' only where it does not.
with register_judgements as (

    select * from {{ ref('int_register_judgements') }}

),

grouped as (

    select * from {{ ref('int_mentions_grouped_by_date') }}

),

areas as (

    select * from {{ ref('judgement_areas') }}

),

minuted as (

    select
        grouped.inspection_event_id,
        grouped.judgement_area,
        grouped.grade,
        grouped.regime = 'ILACS'
        and grouped.judgement_area = 'overall_effectiveness'
        and grouped.started_on > areas.valid_to as is_past_its_end,
        count(*) as statement_count
    from grouped
    inner join areas on grouped.judgement_area = areas.judgement_area
    where
        grouped.grade is not null
        and grouped.event_type = 'inspection'
        and grouped.regime not in ('JTAI', 'AREA_SEND', 'LOCAL_AREA_SEND_2016')
        and (
            grouped.regime <> 'ILACS'
            or grouped.judgement_area = 'overall_effectiveness'
            or grouped.started_on between coalesce(areas.valid_from, grouped.started_on)
            and coalesce(areas.valid_to, grouped.started_on)
        )
    group by
        grouped.inspection_event_id, grouped.judgement_area, grouped.grade, is_past_its_end

),

leading_grades as (

    select * from minuted
    qualify
        rank() over (
            partition by inspection_event_id, judgement_area order by statement_count desc
        ) = 1

),

minuted_judgements as (

    select
        inspection_event_id,
        judgement_area,
        -- Pages that divide evenly on a grade leave it unknown.
        if(count(*) = 1 and not bool_or(is_past_its_end), min(grade), null) as grade,
        case
            when bool_or(is_past_its_end) then 'not_judged'
            when count(*) = 1 then 'graded'
            else 'unknown'
        end as grade_status
    from leading_grades
    group by inspection_event_id, judgement_area

),

both_kinds as (

    select * from register_judgements
    union all by name
    select * from minuted_judgements

)

select * from both_kinds
