{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key='meeting_id',
    meta={'scope': 'int_meetings_touched'},
) }}

-- Between any two changes of its pages, what all of them together said of a meeting.
with statements as (

    select records.*
    from {{ anew_meetings(ref('int_meeting_statement_versions')) }} as records

),

boundaries as (

    select
        meeting_id,
        valid_from as since
    from statements
    union
    select
        meeting_id,
        valid_to as since
    from statements
    where valid_to is not null

),

slices as (

    select
        *,
        lead(since) over (partition by meeting_id order by since) as until
    from boundaries

),

merged as (

    select
        statements.council_id,
        slices.meeting_id,
        slices.since as valid_from,
        slices.until as valid_to,
        first(statements.committee_id order by authority, fetched_at desc, page_key)
        filter (where statements.committee_id is not null) as committee_id,
        first(statements.held_on order by authority, fetched_at desc, page_key)
        filter (where statements.held_on is not null) as held_on,
        first(statements.starts_at_local order by authority, fetched_at desc, page_key)
        filter (where statements.starts_at_local is not null) as starts_at_local,
        first(statements.venue order by authority, fetched_at desc, page_key)
        filter (where statements.venue is not null) as venue,
        first(statements.minutes_status order by authority, fetched_at desc, page_key)
        filter (where statements.minutes_status is not null) as stated_minutes_status,
        first(statements.listing order by fetched_at desc, page_key)
        filter (where statements.listing is not null) as listing,
        string_agg(statements.words, ' ') as words,
        first(statements.source_url order by authority, fetched_at desc, page_key) as source_url,
        first(statements.fetched_at order by authority, fetched_at desc, page_key) as fetched_at,
        first(statements.page_sha256 order by authority, fetched_at desc, page_key) as page_sha256
    from slices
    inner join statements
        on
            slices.meeting_id = statements.meeting_id
            and slices.since >= statements.valid_from
            and slices.since < coalesce(statements.valid_to, timestamptz 'infinity')
    group by statements.council_id, slices.meeting_id, slices.since, slices.until

),

said as (

    select
        * exclude (stated_minutes_status, listing, words),
        {{ minutes_status_of('stated_minutes_status', 'listing') }} as minutes_status,
        case
            when {{ is_called_cancelled('words') }} then 'cancelled'
            when {{ is_called_postponed('words') }} then 'postponed'
            else 'stands'
        end as standing
    from merged

)

select * from said
