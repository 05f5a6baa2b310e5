{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_changed'},
) }}

-- `authority` ranks who says it: 1 the meeting's whole page, 2 another page about the meeting,
-- 3 the committee's list of meetings, 4 an agenda item or attendance list that names its meeting.
with meetings as (

    select
        council_id,
        meeting_id as stated_meeting_id,
        moderngov_meeting_id,
        committee_id as stated_committee_id,
        moderngov_committee_id,
        committee_name,
        committee_match_name,
        held_on,
        starts_at_local,
        venue,
        heading,
        stated_status,
        minutes_status,
        is_whole,
        page_key,
        page_kind,
        source_url,
        fetched_at,
        page_sha256,
        if(is_whole, 1, 2) as authority
    from {{ newest_anew('int_pages_changed', ref('stg_moderngov__meetings')) }} as records

),

listed_meetings as (

    select
        council_id,
        meeting_id as stated_meeting_id,
        moderngov_meeting_id,
        committee_id as stated_committee_id,
        moderngov_committee_id,
        held_on,
        starts_at_local,
        coalesce(listing, '') as listing,
        false as is_whole,
        page_key,
        page_kind,
        source_url,
        fetched_at,
        page_sha256,
        3 as authority
    from {{ newest_anew('int_pages_changed', ref('stg_moderngov__listed_meetings')) }} as records

),

-- What the items of a page say alike of a meeting with a number is said once, by the first; an item
-- that names none looks for its own.
said_by_items as (

    select
        council_id,
        moderngov_meeting_id,
        moderngov_committee_id,
        committee_name,
        held_on,
        min(item_position) as item_position,
        page_key,
        any_value(page_kind) as page_kind,
        any_value(source_url) as source_url,
        any_value(fetched_at) as fetched_at,
        any_value(page_sha256) as page_sha256
    from {{ newest_anew('int_pages_changed', ref('stg_moderngov__agenda_items')) }} as records
    group by
        council_id,
        moderngov_meeting_id,
        moderngov_committee_id,
        committee_name,
        held_on,
        page_key,
        if(moderngov_meeting_id is null, item_position, null)

),

agenda_items as (

    select
        *,
        council_id || '-' || moderngov_meeting_id as stated_meeting_id,
        council_id || '-' || moderngov_committee_id as stated_committee_id,
        {{ match_name('committee_name') }} as committee_match_name,
        false as is_whole,
        4 as authority
    from said_by_items

),

attendances as (

    select
        council_id,
        meeting_id as stated_meeting_id,
        any_value(moderngov_meeting_id) as moderngov_meeting_id,
        false as is_whole,
        page_key,
        any_value(source_url) as source_url,
        any_value(fetched_at) as fetched_at,
        any_value(page_sha256) as page_sha256,
        4 as authority
    from {{ newest_anew('int_pages_changed', ref('stg_moderngov__attendances')) }} as records
    group by council_id, meeting_id, page_key

),

all_statements as (

    select * from meetings
    union all by name
    select * from listed_meetings
    union all by name
    select * from agenda_items
    union all by name
    select * from attendances

),

-- A meeting is known by the site's number or, failing that, by its committee and date.
telling_statements as (

    select * from all_statements
    where
        stated_meeting_id is not null
        or (
            held_on is not null
            and (committee_match_name is not null or stated_committee_id is not null)
        )

)

select * from telling_statements
