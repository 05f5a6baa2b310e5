with latest as (

    {{ latest_version_of('decisions') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        item_position,
        decision_position,

        ---------- what the page says
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

        ---------- provenance
        page_key,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
