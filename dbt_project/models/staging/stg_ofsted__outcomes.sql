with source as (

    select * from {{ ref('official_outcomes') }}

),

renamed as (

    select
        ---------- the release
        release_kind,
        as_at,

        ---------- the event
        gss_code,
        council_name,
        inspection_type,
        event_type,
        started_on,
        published_on,
        nullif(theme, '') as theme,

        ---------- its judgements: the release keeps one column for care, before and after the split
        nullif(overall_effectiveness, '') as overall_effectiveness,
        nullif(leaders_impact, '') as leaders_impact,
        nullif(help_and_protection, '') as help_and_protection,
        if(started_on < '2023-01-01', nullif(in_care, ''), null)
            as children_in_care_and_care_leavers,
        if(started_on >= '2023-01-01', nullif(in_care, ''), null) as children_in_care,
        nullif(care_leavers, '') as care_leavers,

        ---------- provenance
        source_url
    from source

)

select * from renamed
