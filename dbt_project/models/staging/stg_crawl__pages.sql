with source as (

    select * from {{ source('raw', 'pages') }}

),

councils as (

    select * from {{ ref('stg_registry__councils') }}

),

error_free as (

    select
        source.council as council_id,
        source.page_key,
        source.source_url,
        source.fetched_at,
        source.page_sha256,
        source.page_kind,
        source.content_sha256,
        source.reader_version
    from source
    inner join councils on source.council = councils.council_id
    where source.error is null

),

latest as (

    select * from error_free
    qualify
        row_number() over (partition by council_id, page_key order by fetched_at desc, page_sha256)
        = 1

)

select * from latest
