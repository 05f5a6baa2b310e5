with events as (

    select * from {{ ref('int_register_events') }}

),

areas as (

    select * from {{ ref('judgement_areas') }}

),

stated as (

    select
        events.inspection_event_id,
        events.regime,
        events.started_on,
        areas.judgement_area,
        areas.valid_from,
        areas.valid_to,
        case areas.judgement_area
            when 'overall_effectiveness' then events.overall_effectiveness
            when 'leaders_impact' then events.leaders_impact
            when 'help_and_protection' then events.help_and_protection
            when 'children_in_care_and_care_leavers'
                then events.children_in_care_and_care_leavers
            when 'children_in_care' then events.children_in_care
            when 'care_leavers' then events.care_leavers
            when 'children_looked_after_permanence' then events.children_looked_after_permanence
            when 'adoption_performance' then events.adoption_performance
            when 'leadership_management_governance' then events.leadership_management_governance
            when 'lscb' then events.lscb
        end as stated_grade
    from events
    cross join areas
    where
        events.event_type = 'inspection'
        and events.regime not in ('JTAI', 'AREA_SEND', 'LOCAL_AREA_SEND_2016')

),

judged as (

    select
        inspection_event_id,
        judgement_area,
        case
            when
                regime = 'ILACS'
                and judgement_area = 'overall_effectiveness'
                and started_on > valid_to
                then 'not_judged'
            when stated_grade = 'not_judged' then 'not_judged'
            when stated_grade is not null then 'graded'
            when regime = 'ILACS' and judgement_area = 'overall_effectiveness' then 'unknown'
        end as grade_status,
        stated_grade
    from stated
    where
        regime <> 'ILACS'
        or judgement_area = 'overall_effectiveness'
        or started_on between coalesce(valid_from, started_on) and coalesce(valid_to, started_on)

),

judgements as (

    select
        inspection_event_id,
        judgement_area,
        if(grade_status = 'graded', stated_grade, null) as grade,
        grade_status
    from judged
    where grade_status is not null

)

select * from judgements
