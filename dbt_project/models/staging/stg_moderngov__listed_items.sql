with latest as (

    {{ latest_version_of('listed_items') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        council || '-' || item_id as agenda_item_id,
        council || '-' || meeting_id as meeting_id,
        council || '-' || committee_id as committee_id,
        issue_id::varchar as issue_id,
        decision_id::varchar as moderngov_decision_id,

        ---------- what the page says
        trim(title) as title,
        item_number,
        trim(committee_name) as committee_name,
        held_on,
        decided_on,

        ---------- provenance
        page_key,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
