-- How many items about children were taken without press and public, council by council?
select
    councils.council_name,
    count(*) filter (items.is_restricted) as restricted_items,
    count(*) as items,
    max(items.held_on) filter (items.is_restricted) as latest
from {{ ref('fct_agenda_items') }} as items
inner join {{ ref('dim_committees') }} as committees using (committee_id)
inner join {{ ref('dim_councils') }} as councils on items.council_id = councils.council_id
where committees.is_childrens_services
group by councils.council_name
having restricted_items > 0
order by restricted_items desc, councils.council_name
