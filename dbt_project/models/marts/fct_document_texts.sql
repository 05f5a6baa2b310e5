with texts as (

    select * from {{ ref('int_document_texts') }}

),

final as (

    select
        document_text_id,
        council_id,
        document_id,
        agenda_item_id,
        meeting_id,
        held_on,
        document_url,
        page_count,
        is_whole,
        text,
        source_url,
        fetched_at,
        page_sha256
    from texts

)

select * from final
