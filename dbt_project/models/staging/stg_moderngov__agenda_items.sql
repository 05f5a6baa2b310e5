with latest as (

    {{ latest_version_of('agenda_items') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        item_position,
        council || '-' || item_id as agenda_item_id,
        item_id::varchar as moderngov_item_id,
        council || '-' || meeting_id as meeting_id,
        meeting_id::varchar as moderngov_meeting_id,
        council || '-' || committee_id as committee_id,
        committee_id::varchar as moderngov_committee_id,
        council || '-' || issue_id as issue_id,

        ---------- what the page says
        trim(committee_name) as committee_name,
        {{ match_name('committee_name') }} as committee_match_name,
        held_on,
        nullif(trim(item_number), '') as item_number,
        {{ match_number('item_number') }} as item_match_number,
        title,
        {{ match_name('title') }} as item_match_title,
        description,
        minutes_text,
        is_truncated,
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
