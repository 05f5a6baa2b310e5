with latest as (

    {{ latest_version_of('documents') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        item_position,
        council || '-' || meeting_id as meeting_id,
        attachment_id::varchar as moderngov_attachment_id,

        ---------- what the page says
        title,
        document_url,
        document_kind,
        file_type,
        size_bytes,
        is_restricted,

        ---------- provenance
        page_key,
        page_kind,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
