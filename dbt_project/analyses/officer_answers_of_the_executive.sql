-- How does each executive answer scrutiny, and after how many days?
select
    councils.council_name,
    responses.response,
    count(*) as recommendations,
    median(responses.days_to_response) as median_days
from {{ ref('fct_recommendation_responses') }} as responses
inner join {{ ref('dim_councils') }} as councils using (council_id)
group by councils.council_name, responses.response
order by councils.council_name, recommendations desc, responses.response
