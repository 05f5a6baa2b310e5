-- Occurred events that the register does not hold: one row per mention, with the group of
-- mentions that tell of the same event.
with mentions as (

    select * from {{ ref('int_mentions_in_context') }}
    where
        is_about_an_event
        and occurrence = 'occurred'
        and date_from is not null
        -- A letter dates the visit that it is about to the day; vaguer words of a file are hearsay.
        and (
            not is_in_document
            or (date_precision = 'day' and register_event_type <> 'inspection')
        )

),

matched as (

    select * from {{ ref('int_mentions_matched_to_register') }}

),

register as (

    select * from {{ ref('int_register_events') }}

),

register_reach as (

    select
        register_kind,
        regime,
        min(earliest_on) as reaches_from,
        max(coalesce(published_on, latest_on)) as reaches_to
    from register
    where event_type = 'inspection'
    group by register_kind, regime

),

-- The register holds every graded inspection of its councils: one that it does not know, inside
-- the time it covers, is a date misread or another body's inspection, and no event.
covered as (

    select distinct -- several inspections of one council lie in one reach
        register.council_id,
        register.regime,
        register.event_type,
        register_reach.reaches_from,
        register_reach.reaches_to
    from register
    inner join register_reach
        on
            register.register_kind = register_reach.register_kind
            and register.regime = register_reach.regime
    where register.event_type = 'inspection'

),

unmatched as (

    select mentions.*
    from mentions
    left join matched on mentions.mention_id = matched.mention_id
    left join covered
        on
            mentions.council_id = covered.council_id
            and mentions.regime = covered.regime
            and mentions.register_event_type = covered.event_type
            and mentions.date_from between covered.reaches_from and covered.reaches_to
    where
        matched.mention_id is null
        and covered.council_id is null
        and (mentions.held_on is null or mentions.date_from <= mentions.held_on)

),

precise as (

    select
        *,
        max(date_to) over (
            partition by council_id, regime, register_event_type
            order by date_from, date_to, mention_id
            rows between unbounded preceding and 1 preceding
        ) as latest_before
    from unmatched
    where date_precision in ('day', 'month')

),

precise_numbered as (

    select
        *,
        sum(
            if(
                latest_before is null
                or date_from > latest_before + {{ var('event_slack_days') }},
                1,
                0
            )
        ) over (
            partition by council_id, regime, register_event_type
            order by date_from, date_to, mention_id
        ) as group_number
    from precise

),

precise_groups as (

    select
        council_id,
        regime,
        register_event_type,
        group_number,
        min(date_from) as date_from,
        max(date_to) as date_to,
        count(distinct visit_number) as stated_numbers,
        min(visit_number) as least_number
    from precise_numbered
    group by council_id, regime, register_event_type, group_number

),

precise_keyed as (

    select
        precise_numbered.mention_id,
        precise_groups.group_number::varchar
        -- Two numbers are two visits, however close their dates.
        || if(
            precise_groups.stated_numbers > 1,
            '/' || coalesce(precise_numbered.visit_number, precise_groups.least_number),
            ''
        ) as group_key
    from precise_numbered
    inner join precise_groups
        on
            precise_numbered.council_id = precise_groups.council_id
            and precise_numbered.regime = precise_groups.regime
            and precise_numbered.register_event_type = precise_groups.register_event_type
            and precise_numbered.group_number = precise_groups.group_number

),

vague as (

    select
        unmatched.mention_id,
        case count(precise_groups.group_number)
            when 0 then unmatched.date_from || '/' || unmatched.date_to
            when 1 then min(precise_groups.group_number)::varchar
        end as group_key
    from unmatched
    left join precise_groups
        on
            unmatched.council_id = precise_groups.council_id
            and unmatched.regime = precise_groups.regime
            and unmatched.register_event_type = precise_groups.register_event_type
            and unmatched.date_from <= precise_groups.date_to
            and unmatched.date_to >= precise_groups.date_from
    where unmatched.date_precision not in ('day', 'month')
    group by unmatched.mention_id, unmatched.date_from, unmatched.date_to

),

grouped as (

    select * from precise_keyed
    union all
    select * from vague
    where group_key is not null

),

with_event_dates as (

    select
        unmatched.mention_id,
        unmatched.council_id,
        unmatched.regime,
        unmatched.register_event_type as event_type,
        unmatched.judgement_area,
        unmatched.grade,
        unmatched.visit_number,
        grouped.group_key,
        first_value(unmatched.date_from) over most_precise_first as started_on,
        first_value(unmatched.date_to) over most_precise_first as ended_on,
        first_value(unmatched.date_precision) over most_precise_first as date_precision,
        -- "published 1st June": the day of the report, not of the fieldwork.
        first_value(
            coalesce(regexp_matches(lower(unmatched.date_as_stated), '\bpubli(sh|cation)'), false)
        ) over most_precise_first as is_publication
    from grouped
    inner join unmatched on grouped.mention_id = unmatched.mention_id
    window most_precise_first as (
        partition by
            unmatched.council_id,
            unmatched.regime,
            unmatched.register_event_type,
            grouped.group_key
        order by
            case unmatched.date_precision
                when 'day' then 1 when 'month' then 2 when 'quarter' then 3 else 4
            end,
            unmatched.date_from,
            unmatched.date_to,
            unmatched.mention_id
    )

),

identified as (

    select
        *,
        lower(concat_ws('-', council_id, regime, event_type, started_on))
        || if(
            contains(group_key, '/') and date_precision in ('day', 'month'),
            '-no-' || split_part(group_key, '/', 2),
            if(contains(group_key, '/'), '-' || date_precision, '')
        ) as inspection_event_id
    from with_event_dates

)

select * from identified
