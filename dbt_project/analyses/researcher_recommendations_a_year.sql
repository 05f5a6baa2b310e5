-- How many recommendations a meeting do children's committees make, year by year?
select
    councils.council_name,
    year(meetings.held_on) as held_in,
    count(distinct meetings.meeting_id) as meetings,
    count(recommendations.recommendation_id) as recommendations
from {{ ref('fct_meetings') }} as meetings
inner join {{ ref('dim_committees') }} as committees on meetings.committee_id = committees.committee_id
inner join {{ ref('dim_councils') }} as councils on meetings.council_id = councils.council_id
left join {{ ref('fct_recommendations') }} as recommendations
    on meetings.meeting_id = recommendations.meeting_id and recommendations.kind = 'recommendation' and recommendations.is_substantive
where committees.is_childrens_services and meetings.minutes_status = 'published'
group by councils.council_name, held_in
order by councils.council_name, held_in
