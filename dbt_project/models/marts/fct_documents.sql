with documents as (

    select * from {{ ref('int_documents') }}

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
        source_url,
        fetched_at,
        page_sha256
    from documents

)

select * from final
