-- Why a page is missing: one row per page that was asked for and could not be had or read.
with failures as (

    select
        council_id,
        page_key,
        failed_at,
        error
    from {{ ref('stg_crawl__failures') }}

),

unreadable_pages as (

    select
        council_id,
        page_key,
        fetched_at as failed_at,
        error
    from {{ ref('stg_crawl__unreadable_pages') }}

),

all_failures as (

    select * from failures
    union all
    select * from unreadable_pages

),

latest as (

    select * from all_failures
    where page_key is not null
    qualify
        row_number() over (partition by council_id, page_key order by failed_at desc, error) = 1

),

in_words as (

    select
        council_id,
        page_key,
        failed_at,
        error,
        case error
            when 'RobotsRefusedError' then 'refused by robots.txt'
            when 'HostUnreachableError' then 'unreachable'
            when 'OffSiteRedirectError' then 'redirected off the site'
            when 'PageTooLargeError' then 'too large'
            when 'PageNotFoundError' then 'not found'
            when 'PageBlockedError' then 'blocked'
            when 'SiteFailedError' then 'failed on the site'
            when 'ScriptRedirectError' then 'redirected by script'
            when 'EmptyPageError' then 'empty'
            when 'PageChangedError' then 'not readable'
            else error
        end as reason
    from latest

)

select * from in_words
