-- Which recommendations of the last two years has the executive not answered in its minutes?
select
    councils.council_name,
    recommendations.held_on,
    recommendations.text,
    recommendations.source_url
from {{ ref('fct_recommendations') }} as recommendations
inner join {{ ref('dim_councils') }} as councils using (council_id)
left join {{ ref('fct_recommendation_responses') }} as responses using (recommendation_id)
where
    recommendations.kind = 'recommendation' and recommendations.status = 'adopted'
    and recommendations.is_substantive and responses.response_id is null
    and recommendations.held_on > current_date - interval 2 year
order by recommendations.held_on desc, recommendations.recommendation_id
