{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with versions as (

    {{ versions_of('documents', 'int_pages_touched') }}

),

documents as (

    select
        council as council_id,
        council || '-' || meeting_id as meeting_id,
        attachment_id::varchar as moderngov_attachment_id,
        item_position,
        title,
        document_url,
        document_kind,
        size_bytes,
        valid_from,
        valid_to,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from versions

),

{{ placed_documents() }},

statements as materialized (

    select
        *,
        row_number() over () as statement_id
    from placed_documents

),

stretches as (

    {{ stretches(
        statements='statements',
        key='document_id',
        rank={'fetched_at': 'desc', 'page_key': 'asc', 'item_position': 'asc'},
        said=['title', 'document_url', 'document_kind', 'size_bytes'],
    ) }}

),

final as (

    select
        document_id || '-v' || version_number as document_version_id,
        council_id,
        document_id,
        meeting_id,
        agenda_item_id,
        version_number,
        valid_from,
        valid_to,
        valid_to is null as is_current,
        title,
        document_url,
        document_kind,
        size_bytes,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from stretches

)

select * from final
