with bundled as (

    select
        *,
        '{{ var("register_read_at") }}'::timestamptz as read_at
    from {{ ref('official_outcomes') }}

),

fetched as (

    select
        * exclude (statistics_source, fetched_at, source_url),
        coalesce(source_url, statistics_source) as source_url,
        fetched_at as read_at
    from {{ source('raw', 'official_outcomes') }}

),

-- A release that this home has fetched replaces the bundled copy of it.
releases as (

    select bundled.*
    from bundled
    left join fetched
        on bundled.release_kind = fetched.release_kind and bundled.as_at = fetched.as_at
    where fetched.as_at is null
    union all by name
    select * from fetched

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
        source_url,
        read_at
    from releases

)

select * from renamed
