with source as (

    select * from {{ source('raw', 'crawl_failures') }}

),

councils as (

    select * from {{ ref('stg_registry__councils') }}

),

renamed as (

    select
        source.council as council_id,
        source.run_id,
        source.page_key,
        source.url,
        source.failed_at,
        source.error,
        source.error_message
    from source
    inner join councils on source.council = councils.council_id

)

select * from renamed
