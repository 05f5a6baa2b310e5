-- What do focused and monitoring visits look at, region by region and year by year?
select
    councils.region_name,
    year(outcomes.started_on) as visited_in,
    outcomes.theme,
    outcomes.event_type,
    count(*) as visits
from {{ ref('fct_inspection_outcomes') }} as outcomes
inner join {{ ref('dim_councils') }} as councils using (council_id)
where outcomes.event_type in ('focused_visit', 'monitoring_visit') and outcomes.theme is not null
group by councils.region_name, visited_in, outcomes.theme, outcomes.event_type
order by councils.region_name, visited_in, visits desc, outcomes.theme
