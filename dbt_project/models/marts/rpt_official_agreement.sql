with official as (

    select * from {{ ref('stg_ofsted__outcomes') }}

),

councils as (

    select * from {{ ref('int_councils') }}

),

outcomes as (

    select * from {{ ref('fct_inspection_outcomes') }}
    where regime = 'ILACS'

),

differences as (

    select * from {{ ref('official_differences') }}

),

codes as (

    select
        council_id,
        unnest([gss_code, previous_gss_code]) as gss_code
    from councils

),

identified as (

    select
        official.*,
        codes.council_id
    from official
    left join codes on official.gss_code = codes.gss_code

),

events as (

    select
        inspection_event_id,
        council_id,
        event_type,
        started_on as warehouse_started_on,
        any_value(published_on) as warehouse_published_on,
        any_value(theme) as warehouse_theme,
        any_value(register_source_url) as register_source_url
    from outcomes
    group by inspection_event_id, council_id, event_type, started_on

),

-- One inspection may be dated a day or two apart; two of one council are never a week apart.
matched as (

    select
        identified.*,
        events.inspection_event_id,
        events.warehouse_started_on,
        events.warehouse_published_on,
        events.warehouse_theme,
        events.register_source_url
    from identified
    left join events
        on
            identified.council_id = events.council_id
            and identified.event_type = events.event_type
            and abs(identified.started_on - events.warehouse_started_on) < 7
    qualify
        row_number()
            over (
                partition by
                    identified.release_kind,
                    identified.as_at,
                    identified.gss_code,
                    identified.event_type,
                    identified.started_on
                order by
                    abs(identified.started_on - events.warehouse_started_on),
                    events.inspection_event_id
            )
        = 1

),

-- One official fact per row: that there was an event, when its report came out, and what it said.
official_facts as (

    select
        release_kind,
        as_at,
        gss_code,
        council_name,
        council_id,
        event_type,
        started_on,
        source_url,
        inspection_event_id,
        warehouse_started_on,
        warehouse_published_on,
        warehouse_theme,
        register_source_url,
        unnest([
            'event',
            'published_on',
            'theme',
            'overall_effectiveness',
            'leaders_impact',
            'help_and_protection',
            'children_in_care_and_care_leavers',
            'children_in_care',
            'care_leavers'
        ]) as fact,
        unnest([
            started_on::varchar,
            published_on::varchar,
            theme,
            overall_effectiveness,
            leaders_impact,
            help_and_protection,
            children_in_care_and_care_leavers,
            children_in_care,
            care_leavers
        ]) as stated
    from matched

),

compared as (

    select
        official_facts.*,
        case official_facts.fact
            when 'event' then official_facts.warehouse_started_on::varchar
            when 'published_on' then official_facts.warehouse_published_on::varchar
            when 'theme' then official_facts.warehouse_theme
            else outcomes.grade
        end as warehouse_value,
        differences.explanation
    from official_facts
    left join outcomes
        on
            official_facts.inspection_event_id = outcomes.inspection_event_id
            and official_facts.fact = outcomes.judgement_area
    left join differences
        on
            official_facts.release_kind = differences.release_kind
            and official_facts.as_at = differences.as_at
            and official_facts.gss_code = differences.gss_code
            and official_facts.event_type = differences.event_type
            and official_facts.started_on = differences.started_on
            and official_facts.fact = differences.fact
    where official_facts.stated is not null

),

final as (

    select
        concat_ws(
            '-',
            release_kind,
            as_at,
            coalesce(council_id, gss_code),
            event_type,
            started_on,
            fact
        ) as official_fact_id,
        council_id,
        council_name,
        release_kind,
        as_at as released_as_at,
        event_type,
        started_on,
        fact,
        stated as official_value,
        warehouse_value,
        coalesce(stated = warehouse_value, false) as is_agreed,
        if(stated is distinct from warehouse_value, explanation, null) as explanation,
        inspection_event_id,
        source_url as official_source_url,
        register_source_url
    from compared

)

select * from final
