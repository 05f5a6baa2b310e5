with statements as (

    select * from {{ ref('int_meeting_statements_identified') }}

),

crawls as (

    select
        council_id,
        max(ended_at) as last_ended_at
    from {{ ref('stg_crawl__crawls') }}
    group by council_id

),

pages as (

    select
        council_id,
        max(fetched_at) as last_fetched_at
    from {{ ref('stg_crawl__pages') }}
    group by council_id

),

last_looked as (

    select
        pages.council_id,
        timezone('Europe/London', coalesce(crawls.last_ended_at, pages.last_fetched_at))::date
            as looked_on
    from pages
    left join crawls on pages.council_id = crawls.council_id

),

merged as (

    select
        council_id,
        meeting_id,
        any_value(moderngov_meeting_id) as moderngov_meeting_id,
        first(committee_id order by authority, fetched_at desc, page_key)
        filter (where committee_id is not null) as committee_id,
        first(held_on order by authority, fetched_at desc, page_key)
        filter (where held_on is not null) as held_on,
        first(starts_at_local order by authority, fetched_at desc, page_key)
        filter (where starts_at_local is not null) as starts_at_local,
        first(venue order by authority, fetched_at desc, page_key)
        filter (where venue is not null) as venue,
        first(minutes_status order by authority, fetched_at desc, page_key)
        filter (where minutes_status is not null) as stated_minutes_status,
        first(listing order by fetched_at desc, page_key)
        filter (where listing is not null) as listing,
        string_agg(lower(concat_ws(' ', heading, stated_status, listing)), ' ') as words,
        bool_or(is_whole) as is_fetched,
        bool_or(listing is not null) as is_listed,
        first(source_url order by authority, fetched_at desc, page_key) as source_url,
        first(fetched_at order by authority, fetched_at desc, page_key) as fetched_at,
        first(page_sha256 order by authority, fetched_at desc, page_key) as page_sha256
    from statements
    group by council_id, meeting_id

),

with_minutes_status as (

    select
        *,
        {{ minutes_status_of('stated_minutes_status', 'listing') }} as minutes_status
    from merged

),

with_meeting_status as (

    select
        with_minutes_status.*,
        case
            when {{ is_called_cancelled('with_minutes_status.words') }} then 'cancelled'
            when {{ is_called_postponed('with_minutes_status.words') }} then 'postponed'
            when
                with_minutes_status.held_on < last_looked.looked_on
                or with_minutes_status.minutes_status in ('draft', 'published')
                then 'held'
            when with_minutes_status.held_on is not null then 'scheduled'
        end as meeting_status
    from with_minutes_status
    left join last_looked on with_minutes_status.council_id = last_looked.council_id

)

select * from with_meeting_status
