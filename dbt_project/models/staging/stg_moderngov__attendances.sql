with latest as (

    {{ latest_version_of('attendances') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        council || '-' || meeting_id as meeting_id,
        meeting_id::varchar as moderngov_meeting_id,
        person_id::varchar as moderngov_person_id,

        ---------- what the page says
        trim(person_name) as person_name,
        {{ match_name('person_name') }} as person_match_name,
        nullif(trim(role), '') as role,
        trim(attendance) as attendance_as_stated,

        ---------- provenance
        page_key,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
