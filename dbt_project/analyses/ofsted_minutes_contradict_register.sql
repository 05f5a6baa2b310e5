-- Where do minutes contradict the register, in which words, and on which page?
select
    councils.council_name,
    outcomes.started_on,
    outcomes.judgement_area,
    outcomes.grade as register_grade,
    mentions.grade as minuted_grade,
    mentions.evidence,
    mentions.source_url
from {{ ref('fct_inspection_outcomes') }} as outcomes
inner join {{ ref('dim_councils') }} as councils using (council_id)
inner join {{ ref('fct_inspection_mentions') }} as mentions
    on outcomes.inspection_event_id = mentions.inspection_event_id and outcomes.judgement_area is not distinct from mentions.judgement_area
where outcomes.agreement = 'contradicts' and (mentions.grade <> outcomes.grade or outcomes.judgement_area is null)
order by councils.council_name, outcomes.started_on, mentions.mention_id
