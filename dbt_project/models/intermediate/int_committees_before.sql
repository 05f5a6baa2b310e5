-- The committees as the last build that ended well knew them, for the next one to compare.
-- depends_on: {{ ref('int_meeting_statements_identified') }}
select
    council_id,
    committee_id,
    committee_match_name,
    namesake_count
from {{ ref('int_committees') }}
