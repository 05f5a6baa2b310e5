with latest as (

    {{ latest_version_of('meetings') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        council || '-' || meeting_id as meeting_id,
        meeting_id::varchar as moderngov_meeting_id,
        council || '-' || committee_id as committee_id,
        committee_id::varchar as moderngov_committee_id,

        ---------- what the page says
        trim(committee_name) as committee_name,
        {{ match_name('committee_name') }} as committee_match_name,
        held_on,
        starts_at_local,
        nullif(trim(venue), '') as venue,
        heading,
        stated_status,
        minutes_status,
        is_whole,

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
