with source as (

    select * from {{ source('raw', 'crawls') }}

),

councils as (

    select * from {{ ref('stg_registry__councils') }}

),

renamed as (

    select
        source.council as council_id,
        source.run_id,
        source.command,
        source.started_at,
        source.ended_at,
        source.outcome,
        source.requests,
        source.bytes_received,
        source.least_gap_seconds,
        source.robots,
        source.error,
        source.error_message
    from source
    inner join councils on source.council = councils.council_id

)

select * from renamed
