with latest as (

    {{ latest_version_of('document_mentions') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        attachment_id::varchar as moderngov_attachment_id,
        mention_position,

        ---------- what the file says
        regime,
        event_type,
        judgement_area,
        grade,
        date_as_stated,
        date_from,
        date_to,
        date_precision,
        visit_number,
        occurrence,
        is_own_council,
        subject_council,
        evidence,
        evidence_start,
        evidence_end,

        ---------- provenance
        page_key,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
