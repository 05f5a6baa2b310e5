{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with documents as (

    select records.*
    from {{ ref('int_documents') }} as records
    {{ anew('int_pages_touched', 'records') }}

),

final as (

    select
        document_id,
        council_id,
        meeting_id,
        agenda_item_id,
        title,
        document_url,
        document_kind,
        file_type,
        size_bytes,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from documents

)

select * from final
