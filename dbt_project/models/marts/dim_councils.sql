with councils as (

    select * from {{ ref('int_councils') }}

),

final as (

    select
        council_id,
        council_name,
        gss_code,
        previous_gss_code,
        dfe_la_number,
        ofsted_urn::varchar as ofsted_urn,
        region_name,
        la_type,
        base_url,
        ended_on,
        is_in_registry
    from councils

)

select * from final
