-- One row per mention of a DfE intervention step, with the step it tells of.
with mentions as (

    select
        *,
        -- SEND steps answer a written statement of action; all others are about social care.
        if(
            regexp_matches(evidence, '\bSEND\b')
            or regexp_matches(
                lower(evidence), 'special educational needs|written statement of action'
            ),
            'send',
            'social_care'
        ) as service
    from {{ ref('int_mentions_in_context') }}
    where
        regime = 'DFE_INTERVENTION'
        and is_own_council
        and occurrence = 'occurred'
        and not is_in_document

),

dated as (

    select
        *,
        max(date_to) over (
            partition by council_id, event_type, service
            order by date_from, date_to, mention_id
            rows between unbounded preceding and 1 preceding
        ) as latest_before
    from mentions
    where date_from is not null

),

dated_numbered as (

    select
        * exclude (latest_before),
        -- A notice is received one month and minuted as the next: a quarter apart, it is another.
        sum(if(latest_before is null or date_from > latest_before + 92, 1, 0)) over (
            partition by council_id, event_type, service
            order by date_from, date_to, mention_id
        ) as step_number
    from dated

),

steps as (

    select
        council_id,
        event_type,
        service,
        step_number,
        min(date_from) as earliest_on
    from dated_numbered
    group by council_id, event_type, service, step_number

),

-- What gives no date speaks of the latest step before the meeting, …
undated_numbered as (

    select
        mentions.mention_id,
        max(steps.step_number) filter (
            where mentions.held_on is null or steps.earliest_on <= mentions.held_on
        ) as step_number,
        count(steps.step_number) as step_count
    from mentions
    left join steps
        on
            mentions.council_id = steps.council_id
            and mentions.event_type = steps.event_type
            and mentions.service = steps.service
    where mentions.date_from is null
    group by mentions.mention_id, mentions.held_on

),

all_numbered as (

    select
        mention_id,
        step_number
    from dated_numbered
    union all
    -- … or, where no step is dated, of one without a date. Before the first dated step it speaks of
    -- what was to come, and tells of none.
    select
        mention_id,
        coalesce(step_number, 0) as step_number
    from undated_numbered
    where step_number is not null or step_count = 0

),

grouped as (

    select
        mentions.*,
        all_numbered.step_number
    from all_numbered
    inner join mentions on all_numbered.mention_id = mentions.mention_id

)

select * from grouped
