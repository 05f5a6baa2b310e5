with bundled as (

    select
        *,
        'bundled' as register_kind
    from {{ ref('inspection_register') }}

),

extra as (

    select
        *,
        'extra' as register_kind
    from {{ source('raw', 'inspection_register') }}

),

both_registers as (

    select * from bundled
    union all by name
    select * from extra

),

renamed as (

    select
        ---------- the event
        register_kind,
        council_id as register_council_id,
        regime,
        event_type,
        nullif(started_on::varchar, '')::date as started_on,
        nullif(ended_on::varchar, '')::date as ended_on,
        nullif(date_precision, '') as date_precision,
        nullif(published_on::varchar, '')::date as published_on,
        nullif(visit_number::varchar, '')::bigint as visit_number,
        nullif(theme, '') as theme,

        ---------- its judgements
        nullif(overall_effectiveness, '') as overall_effectiveness,
        nullif(leaders_impact, '') as leaders_impact,
        nullif(help_and_protection, '') as help_and_protection,
        nullif(children_in_care_and_care_leavers, '') as children_in_care_and_care_leavers,
        nullif(children_in_care, '') as children_in_care,
        nullif(care_leavers, '') as care_leavers,
        nullif(children_looked_after_permanence, '') as children_looked_after_permanence,
        nullif(adoption_performance, '') as adoption_performance,
        nullif(leadership_management_governance, '') as leadership_management_governance,
        nullif(lscb, '') as lscb,

        ---------- provenance
        nullif(source_url, '') as source_url
    from both_registers

)

select * from renamed
