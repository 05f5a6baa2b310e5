{{ config(materialized='view') }}

with meetings as (

    select * exclude (changed_at) from {{ ref('int_meetings_merged') }}

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

with_meeting_status as (

    select
        meetings.* exclude (standing),
        case
            when meetings.standing is not null then meetings.standing
            when
                meetings.held_on < last_looked.looked_on
                or meetings.minutes_status in ('draft', 'published')
                then 'held'
            when meetings.held_on is not null then 'scheduled'
        end as meeting_status
    from meetings
    left join last_looked on meetings.council_id = last_looked.council_id

)

select * from with_meeting_status
