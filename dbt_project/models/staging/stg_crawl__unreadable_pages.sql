with source as (

    select * from {{ source('raw', 'pages') }}

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
