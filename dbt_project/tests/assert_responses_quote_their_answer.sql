-- Where a response's evidence lies, the answering item speaks of recommendations or a request.
{{ config(meta={'dagster': {'ref': {'name': 'fct_recommendation_responses'}}}) }}

with responses as (

    select * from {{ ref('fct_recommendation_responses') }}

),

agenda_items as (

    select * from {{ ref('fct_agenda_items') }} as items
    semi join responses on items.agenda_item_id = responses.agenda_item_id

)

select responses.response_id
from responses
left join agenda_items on responses.agenda_item_id = agenda_items.agenda_item_id
where
    not coalesce(
        regexp_matches(
            lower(substr(
                agenda_items.minutes_text,
                responses.evidence_start + 1,
                responses.evidence_end - responses.evidence_start
            )),
            '\b(recommendation|request)'
        ),
        false
    )
