with register_events as (

    select * from {{ ref('int_register_events') }}

),

matched as (

    select * from {{ ref('int_mentions_matched_to_register') }}
    where inspection_event_id is not null

),

mentions as (

    select * from {{ ref('int_mentions_in_context') }}
    where occurrence = 'occurred'

),

grouped as (

    select * from {{ ref('int_mentions_grouped_by_date') }}

),

number_statements as (

    select
        matched.inspection_event_id,
        mentions.visit_number
    from matched
    inner join mentions on matched.mention_id = mentions.mention_id
    where mentions.visit_number is not null
    union all
    select
        inspection_event_id,
        visit_number
    from grouped
    where visit_number is not null

),

number_counts as (

    select
        inspection_event_id,
        visit_number,
        count(*) as statement_count
    from number_statements
    group by inspection_event_id, visit_number

),

leading_numbers as (

    select * from number_counts
    qualify rank() over (partition by inspection_event_id order by statement_count desc) = 1

),

-- The number most pages give; where they divide evenly, none.
minuted_numbers as (

    select
        inspection_event_id,
        if(count(*) = 1, min(visit_number), null) as visit_number
    from leading_numbers
    group by inspection_event_id

),

minuted_events as (

    select
        council_id,
        inspection_event_id,
        regime,
        event_type,
        any_value(started_on) as started_on,
        any_value(ended_on) as ended_on,
        any_value(date_precision) as date_precision,
        any_value(is_publication) as is_publication
    from grouped
    group by council_id, inspection_event_id, regime, event_type

),

both_kinds as (

    select
        council_id,
        inspection_event_id,
        regime,
        event_type,
        started_on,
        ended_on,
        date_precision,
        published_on,
        theme,
        visit_number as register_visit_number,
        earliest_on,
        latest_on,
        source_url,
        read_at,
        true as is_registered
    from register_events
    union all by name
    select
        council_id,
        inspection_event_id,
        regime,
        event_type,
        if(is_publication, null, started_on) as started_on,
        if(is_publication, null, ended_on) as ended_on,
        if(is_publication, null, date_precision) as date_precision,
        if(is_publication and date_precision = 'day', started_on, null) as published_on,
        started_on as earliest_on,
        ended_on as latest_on,
        false as is_registered
    from minuted_events

),

with_minuted_numbers as (

    select
        both_kinds.*,
        minuted_numbers.visit_number as minuted_visit_number
    from both_kinds
    left join minuted_numbers
        on both_kinds.inspection_event_id = minuted_numbers.inspection_event_id

)

select * from with_minuted_numbers
