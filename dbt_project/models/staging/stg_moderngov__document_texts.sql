with latest as (

    {{ latest_version_of('document_texts') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        attachment_id::varchar as moderngov_attachment_id,
        document_url,

        ---------- what the file says
        page_count,
        is_whole,
        text,

        ---------- provenance
        page_key,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
