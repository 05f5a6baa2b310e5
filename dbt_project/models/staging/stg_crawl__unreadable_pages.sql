-- Few pages ever were: the newest version is looked for among theirs alone.
with failing as (

    select
        council,
        page_key
    from {{ source('raw', 'pages') }}
    where error is not null

),

source as (

    select pages.*
    from {{ source('raw', 'pages') }} as pages
    semi join failing on pages.council = failing.council and pages.page_key = failing.page_key

),

councils as (

    select * from {{ ref('stg_registry__councils') }}

),

latest as (

    select
        source.council as council_id,
        source.page_key,
        source.source_url,
        source.fetched_at,
        source.page_kind,
        source.error,
        source.error_message
    from source
    inner join councils on source.council = councils.council_id
    qualify
        row_number() over (
            partition by source.council, source.page_key
            order by source.fetched_at desc, source.page_sha256
        ) = 1

),

unreadable as (

    select * from latest
    where error is not null

)

select * from unreadable
