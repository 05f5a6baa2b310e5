with source as (

    select * from {{ source('raw', 'councils') }}

),

renamed as (

    select
        council as council_id,
        trim(council_name) as council_name,
        nullif(trim(gss_code), '') as gss_code,
        dfe_la_number,
        base_url,
        committee_patterns
    from source

)

select * from renamed
