-- How many years passed from an inadequate inspection to the one that found better?
select
    councils.council_name,
    better.started_on as found_better_on,
    better.grade,
    max(worse.started_on) as last_inadequate_on,
    round((better.started_on - max(worse.started_on)) / 365.25, 1) as years
from {{ ref('fct_inspection_outcomes') }} as better
inner join {{ ref('fct_inspection_outcomes') }} as worse
    on better.council_id = worse.council_id and better.started_on > worse.started_on
inner join {{ ref('dim_councils') }} as councils on better.council_id = councils.council_id
where
    better.judgement_area = 'overall_effectiveness' and better.previous_grade = 'inadequate' and better.grade <> 'inadequate'
    and worse.judgement_area = 'overall_effectiveness' and worse.grade = 'inadequate' and worse.regime in ('SIF', 'ILACS')
group by councils.council_name, better.started_on, better.grade order by years, councils.council_name
