with official as (

    select * from {{ ref('stg_ofsted__outcomes') }}

),

councils as (

    select * from {{ ref('int_councils') }}

),

codes as (

    select
        council_id,
        unnest([gss_code, previous_gss_code]) as gss_code
    from councils

),

events as (

    select
        codes.council_id,
        'official' as register_kind,
        'ILACS' as regime,
        official.event_type,
        official.started_on,
        'day' as date_precision,
        official.published_on,
        official.theme,
        official.overall_effectiveness,
        official.leaders_impact,
        official.help_and_protection,
        official.children_in_care_and_care_leavers,
        official.children_in_care,
        official.care_leavers,
        official.source_url,
        official.read_at
    from official
    inner join codes on official.gss_code = codes.gss_code
    -- The newest release that speaks of an event is the word on it.
    qualify
        row_number() over (
            partition by codes.council_id, official.event_type, official.started_on
            order by official.as_at desc, official.release_kind
        ) = 1

)

select * from events
