-- How full were the meetings that spoke of an inspection?
select
    councils.council_name,
    meetings.held_on,
    count(*) filter (people.attendance = 'present') as present,
    count(*) filter (people.attendance = 'apologies') as apologies,
    count(*) filter (people.attendance = 'absent') as absent
from {{ ref('fct_attendances') }} as people
inner join {{ ref('fct_meetings') }} as meetings using (meeting_id)
inner join {{ ref('dim_councils') }} as councils on meetings.council_id = councils.council_id
where people.meeting_id in (select mentions.meeting_id from {{ ref('fct_inspection_mentions') }} as mentions)
group by councils.council_name, meetings.meeting_id, meetings.held_on
order by councils.council_name, meetings.held_on
