with codes as (

    select * from {{ ref('council_codes') }}

),

councils as (

    select * from {{ ref('int_councils') }}

),

final as (

    select
        councils.council_id || '-' || codes.gss_code as council_version_id,
        councils.council_id,
        codes.gss_code,
        codes.valid_from,
        codes.valid_to,
        codes.valid_to is null as is_current,
        codes.predecessors,
        codes.successors
    from codes
    inner join councils on codes.council_id = councils.register_council_id

)

select * from final
