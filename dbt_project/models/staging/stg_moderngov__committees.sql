with latest as (

    {{ latest_version_of('committees') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        council || '-' || committee_id as committee_id,
        committee_id::varchar as moderngov_committee_id,

        ---------- what the list says
        trim(committee_name) as committee_name,
        {{ match_name('committee_name') }} as committee_match_name,
        category,

        ---------- provenance
        page_key,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
