-- Which inspections and visits has no page of a council that we read ever spoken of?
select distinct -- areas of one inspection are one event
    councils.council_name,
    outcomes.event_type,
    outcomes.started_on,
    outcomes.theme,
    outcomes.source_url
from {{ ref('fct_inspection_outcomes') }} as outcomes
inner join {{ ref('dim_councils') }} as councils using (council_id)
where
    outcomes.sources = 'register'
    and outcomes.started_on >= (select min(items.held_on) from {{ ref('fct_agenda_items') }} as items where items.council_id = outcomes.council_id)
order by councils.council_name, outcomes.started_on
