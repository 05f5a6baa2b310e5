{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_changed'},
) }}

-- `authority` as in int_meeting_statements: the whole page, another page, the committee's list.
with meetings as (

    {{ versions_of('meetings', 'int_pages_changed') }}

),

listed_meetings as (

    {{ versions_of('listed_meetings', 'int_pages_changed') }}

),

all_statements as (

    select
        *,
        if(is_whole, 1, 2) as authority,
        null as listing
    from meetings
    union all by name
    select
        * exclude (listing),
        coalesce(nullif(trim(listing), ''), '') as listing,
        3 as authority
    from listed_meetings

),

renamed as (

    select
        council as council_id,
        council || '-' || meeting_id as meeting_id,
        council || '-' || committee_id as committee_id,
        held_on,
        starts_at_local,
        nullif(trim(venue), '') as venue,
        minutes_status,
        listing,
        lower(concat_ws(' ', heading, stated_status, listing)) as words,
        authority,
        valid_from,
        valid_to,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from all_statements
    where meeting_id is not null

)

select * from renamed
