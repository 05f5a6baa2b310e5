with stretches as (

    {{ stretches(
        statements=ref('int_document_versions'),
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
        source_url,
        fetched_at,
        page_sha256
    from stretches

)

select * from final
