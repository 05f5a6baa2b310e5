-- A council, a committee and a month stand in one row.
select
    council_id,
    committee_id,
    month
from {{ ref('rpt_completeness') }}
group by council_id, committee_id, month
having count(*) > 1
