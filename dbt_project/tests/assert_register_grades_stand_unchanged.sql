-- Where the register grades an area, no page may change the grade.
{{ config(meta={'dagster': {'ref': {'name': 'fct_inspection_outcomes'}}}) }}

with outcomes as (

    select * from {{ ref('fct_inspection_outcomes') }}

),

judgements as (

    select * from {{ ref('int_register_judgements') }}

)

select
    judgements.inspection_event_id,
    judgements.judgement_area
from judgements
left join outcomes
    on
        judgements.inspection_event_id = outcomes.inspection_event_id
        and judgements.judgement_area = outcomes.judgement_area
where
    outcomes.inspection_event_id is null
    or outcomes.grade is distinct from judgements.grade
