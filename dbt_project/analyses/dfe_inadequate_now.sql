-- Which councils are inadequate now, since when, and on which monitoring visit?
with inspections as (
    select council_id, started_on, bool_or(grade = 'inadequate' and (judgement_area = 'overall_effectiveness' or started_on >= '2026-04-01')) as is_inadequate
    from {{ ref('fct_inspection_outcomes') }}
    where regime in ('SIF', 'ILACS') and event_type = 'inspection' and grade_status = 'graded' group by council_id, started_on
)

select councils.council_name, min(inspections.started_on) as inadequate_since, max_by(visits.visit_number, visits.started_on) as visit_number, max(visits.started_on) as last_visited_on
from inspections
inner join {{ ref('dim_councils') }} as councils on inspections.council_id = councils.council_id and councils.ended_on is null
left join {{ ref('fct_inspection_outcomes') }} as visits
    on inspections.council_id = visits.council_id and visits.event_type = 'monitoring_visit' and visits.started_on > inspections.started_on
left join inspections as later on inspections.council_id = later.council_id and later.started_on > inspections.started_on and not later.is_inadequate
where inspections.is_inadequate and later.council_id is null
group by councils.council_name order by inadequate_since, councils.council_name
