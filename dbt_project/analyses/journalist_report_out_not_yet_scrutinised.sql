-- Which reports of the year up to the newest one has no meeting that we read of the council spoken of?
select
    councils.council_name,
    outcomes.published_on,
    outcomes.event_type,
    string_agg(outcomes.judgement_area || ': ' || outcomes.grade, ', ' order by outcomes.judgement_area) as grades,
    any_value(outcomes.source_url) as report
from {{ ref('fct_inspection_outcomes') }} as outcomes
inner join {{ ref('dim_councils') }} as councils using (council_id)
where
    outcomes.first_minuted_on is null
    and outcomes.council_id in (select items.council_id from {{ ref('fct_agenda_items') }} as items)
    and outcomes.published_on > (select max(published_on) from {{ ref('fct_inspection_outcomes') }}) - interval 1 year
group by councils.council_name, outcomes.published_on, outcomes.event_type
order by outcomes.published_on desc, councils.council_name
