-- Which actions and agreements have a day by which they fall due, and who is to act?
select
    councils.council_name,
    recommendations.due_on,
    recommendations.owner,
    recommendations.text,
    recommendations.held_on as agreed_on,
    recommendations.source_url
from {{ ref('fct_recommendations') }} as recommendations
inner join {{ ref('dim_councils') }} as councils using (council_id)
where recommendations.due_on is not null and recommendations.status = 'adopted'
order by recommendations.due_on desc, recommendations.recommendation_id
