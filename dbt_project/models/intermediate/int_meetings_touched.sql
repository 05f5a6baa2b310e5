-- Meetings that a changed page speaks of, or ever spoke of.
select distinct ties.tied_id as meeting_id -- many pages speak of one meeting
from {{ ref('int_page_ties') }} as ties
semi join {{ ref('int_pages_looked_up') }} as changed
    on ties.council_id = changed.council_id and ties.page_key = changed.page_key
where ties.tie_kind in ('meeting', 'listed')
