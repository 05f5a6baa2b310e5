-- One row per dated mention that has any candidate in the register; the event is NULL where
-- several are as likely.
with mentions as (

    select * from {{ ref('int_mentions_in_context') }}
    where is_about_an_event and date_from is not null

),

events as (

    select * from {{ ref('int_register_events') }}

),

pairs as (

    select
        mentions.mention_id,
        mentions.occurrence,
        mentions.date_from,
        mentions.date_to,
        mentions.date_precision,
        mentions.visit_number,
        events.inspection_event_id,
        events.event_type,
        events.visit_number as register_visit_number,
        events.published_on,
        events.latest_on,
        greatest(0, mentions.date_from - events.latest_on, events.earliest_on - mentions.date_to)
            as days_apart
    from mentions
    inner join events
        on
            mentions.council_id = events.council_id
            and mentions.regime = events.regime
            and mentions.register_event_type = events.event_type
    where
        mentions.held_on is null
        or mentions.occurrence = 'scheduled'
        or mentions.held_on >= events.earliest_on

),

candidates as (

    select
        *,
        case
            when
                days_apart <= if(
                    date_precision in ('day', 'month'), {{ var('event_slack_days') }}, 0
                )
                then 'date'
            when
                occurrence = 'occurred'
                and (
                    (date_precision = 'day' and abs(published_on - date_from) <= 3)
                    or (date_precision = 'month' and published_on between date_from and date_to)
                    -- Where the register lacks it: letters follow a visit by four to six weeks.
                    or (
                        date_precision = 'month'
                        and published_on is null
                        and event_type <> 'inspection'
                        and date_from - latest_on between 0 and 45
                    )
                )
                then 'publication'
            -- The register says which visit was the third; a page that dates the third otherwise
            -- contradicts it. A year apart, it is the third of another series.
            when
                occurrence = 'occurred'
                and event_type = 'monitoring_visit'
                and visit_number = register_visit_number
                and days_apart <= 365
                then 'number'
        end as matched_by
    from pairs

),

ranked as (

    select
        *,
        rank() over (
            partition by mention_id
            order by
                case matched_by when 'date' then 1 when 'publication' then 2 else 3 end,
                days_apart,
                if(visit_number = register_visit_number, 0, 1)
        ) as nearness
    from candidates
    where matched_by is not null

),

nearest as (

    select
        mention_id,
        if(count(*) = 1, min(inspection_event_id), null) as inspection_event_id,
        min(matched_by) as matched_by
    from ranked
    where nearness = 1
    group by mention_id

)

select * from nearest
