-- How many days from each report, or visit without one, to the first meeting that speaks of it?
select distinct -- areas of one inspection share its days
    councils.council_name,
    outcomes.event_type,
    outcomes.started_on,
    outcomes.published_on,
    outcomes.first_minuted_on,
    outcomes.days_to_first_scrutiny
from {{ ref('fct_inspection_outcomes') }} as outcomes
inner join {{ ref('dim_councils') }} as councils using (council_id)
where outcomes.days_to_first_scrutiny is not null
order by outcomes.days_to_first_scrutiny desc, councils.council_name, outcomes.started_on
