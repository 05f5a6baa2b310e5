{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with documents as (

    select records.*
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__documents')) }} as records

),

{{ placed_documents() }},

{{ foremost('placed_documents', 'document_id', 'fetched_at desc, page_key, item_position') }},

final as (

    select
        document_id,
        council_id,
        meeting_id,
        agenda_item_id,
        moderngov_attachment_id,
        title,
        document_url,
        document_kind,
        file_type,
        size_bytes,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from foremost

)

select * from final
