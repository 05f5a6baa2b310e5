-- What changed on the council's pages last night?
select
    councils.council_name,
    changes.change,
    committees.committee_name,
    changes.held_on,
    changes.detail,
    changes.source_url
from {{ ref('rpt_changes') }} as changes
inner join {{ ref('dim_councils') }} as councils using (council_id)
left join {{ ref('dim_committees') }} as committees on changes.committee_id = committees.committee_id
order by changes.noticed_at desc, changes.change_id
