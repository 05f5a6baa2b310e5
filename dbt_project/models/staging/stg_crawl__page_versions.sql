{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_changed'},
) }}

with source as (

    select pages.*
    from {{ anew('int_pages_changed', source('raw', 'pages'), council='council') }} as pages

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
    qualify
        row_number() over (
            partition by source.council, source.page_key, source.fetched_at
            order by source.page_sha256
        ) = 1

),

-- A version holds until the page says something else; an answer that was an error says nothing.
versions as (

    select
        *,
        fetched_at as valid_from,
        lead(fetched_at) over (partition by council_id, page_key order by fetched_at) as valid_to
    from error_free

)

select * from versions
