-- Versions of pages that do not stand in `stg_crawl__page_versions` as they now stand in `raw`; and
-- pages that look for their meeting by name and day: what they find may change without them.
with pages as (

    select
        pages.council as council_id,
        pages.page_key,
        pages.fetched_at,
        pages.page_sha256,
        pages.content_sha256,
        pages.reader_version
    from {{ source('raw', 'pages') }} as pages
    inner join {{ ref('stg_registry__councils') }} as councils
        on pages.council = councils.council_id
    where pages.error is null

),

{% if execute and build_is_full() %}

    changed as (

        select
            council_id,
            page_key,
            fetched_at
        from pages
        where false

    )

{% else %}

    pages_before as (

        select
            council_id,
            page_key,
            fetched_at,
            page_sha256,
            content_sha256,
            reader_version
        from {{ before('staging', 'stg_crawl__page_versions') }}

    ),

    news_and_gone as (

        select
            coalesce(pages.council_id, pages_before.council_id) as council_id,
            coalesce(pages.page_key, pages_before.page_key) as page_key,
            coalesce(pages.fetched_at, pages_before.fetched_at) as fetched_at
        from pages
        full outer join pages_before
            on
                pages.council_id = pages_before.council_id
                and pages.page_key = pages_before.page_key
                and pages.fetched_at = pages_before.fetched_at
                and pages.page_sha256 = pages_before.page_sha256
        where
            pages.page_key is null
            or pages_before.page_key is null
            or pages.content_sha256 is distinct from pages_before.content_sha256
            or pages.reader_version is distinct from pages_before.reader_version

    ),

    changed as (

        select
            council_id,
            page_key,
            fetched_at
        from news_and_gone
        union
        select
            council_id,
            page_key,
            null as fetched_at
        from {{ before('intermediate', 'int_meeting_statements') }}
        where stated_meeting_id is null

    )

{% endif %}

select * from changed
