-- Which steps of intervention in social care have pages told of, with no end to them told since?
select
    councils.council_name,
    steps.intervention_type,
    steps.date_from,
    steps.first_minuted_on,
    steps.source_url
from {{ ref('fct_interventions') }} as steps
inner join {{ ref('dim_councils') }} as councils using (council_id)
left join {{ ref('fct_interventions') }} as ends
    on
        steps.council_id = ends.council_id and steps.service = ends.service
        and ends.intervention_type = 'intervention_ended' and ends.date_from >= steps.date_from
where steps.intervention_type <> 'intervention_ended' and steps.service = 'social_care' and ends.intervention_id is null
order by steps.date_from, steps.intervention_id
