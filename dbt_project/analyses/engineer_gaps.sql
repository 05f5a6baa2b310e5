-- What is missing, and has every gap its reason?
select
    councils.council_name,
    committees.committee_name,
    completeness.month,
    completeness.meetings_listed,
    completeness.meetings_fetched,
    completeness.unexplained,
    completeness.reasons
from {{ ref('rpt_completeness') }} as completeness
inner join {{ ref('dim_councils') }} as councils on completeness.council_id = councils.council_id
inner join {{ ref('dim_committees') }} as committees on completeness.committee_id = committees.committee_id
where completeness.reasons is not null
order by completeness.unexplained desc, councils.council_name, completeness.month desc, committees.committee_name
