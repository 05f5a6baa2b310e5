{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with recommendations as (

    select records.*
    from {{ ref('int_recommendations') }} as records
    {{ anew('int_pages_touched', 'records') }}

),

final as (

    select
        recommendation_id,
        council_id,
        agenda_item_id,
        meeting_id,
        committee_id,
        held_on,
        ordinal,
        depth,
        kind,
        status,
        is_substantive,
        is_inline,
        text,
        addressee,
        owner,
        due_text,
        due_on,
        mover,
        seconder,
        votes_for,
        votes_against,
        abstentions,
        is_unanimous,
        evidence_field,
        evidence_start,
        evidence_end,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from recommendations

)

select * from final
