with answered as (

    select * from {{ ref('int_recommendations_answered') }}

),

final as (

    select
        recommendation_id || '-' || agenda_item_id as response_id,
        council_id,
        recommendation_id,
        response,
        agenda_item_id,
        meeting_id,
        held_on,
        held_on - recommended_on_found as days_to_response,
        matched_by,
        'minutes_text' as evidence_field,
        evidence_start,
        evidence_end,
        source_url,
        fetched_at,
        page_sha256
    from answered

)

select * from final
