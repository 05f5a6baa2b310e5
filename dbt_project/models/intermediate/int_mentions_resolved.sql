-- One row per mention that is known to mean one event.
with mentions as (

    select * from {{ ref('int_mentions_in_context') }}
    where is_about_an_event

),

by_register_date as (

    select
        mention_id,
        inspection_event_id,
        matched_by as resolved_by
    from {{ ref('int_mentions_matched_to_register') }}
    where inspection_event_id is not null

),

by_minuted_date as (

    select
        mention_id,
        inspection_event_id,
        'date' as resolved_by
    from {{ ref('int_mentions_grouped_by_date') }}

),

by_date as (

    select * from by_register_date
    union all
    select * from by_minuted_date

),

events as (

    select * from {{ ref('int_dated_events') }}

),

judgements as (

    select * from {{ ref('int_event_judgements') }}

),

inadequate_inspections as (

    select * from {{ ref('int_inadequate_inspections') }}

),

visits as (

    select * from {{ ref('int_visits_numbered') }}

),

left_over as (

    select mentions.*
    from mentions
    left join by_date on mentions.mention_id = by_date.mention_id
    where
        by_date.mention_id is null
        and mentions.occurrence = 'occurred'
        and (mentions.date_from is null or mentions.date_precision in ('quarter', 'year'))

),

numbered as (

    select
        left_over.mention_id,
        left_over.council_id,
        left_over.regime,
        left_over.held_on,
        left_over.date_from,
        left_over.visit_number,
        left_over.is_in_document,
        max(inadequate_inspections.judged_from) as judged_from
    from left_over
    left join inadequate_inspections
        on
            left_over.council_id = inadequate_inspections.council_id
            and left_over.held_on >= inadequate_inspections.judged_from
    where
        left_over.event_type = 'monitoring_visit'
        and left_over.visit_number is not null
    group by
        left_over.mention_id,
        left_over.council_id,
        left_over.regime,
        left_over.held_on,
        left_over.date_from,
        left_over.visit_number,
        left_over.is_in_document

),

-- The visits of the series that the meeting stands in; of any series where its day is unknown.
numbered_with_visits as (

    select
        numbered.mention_id,
        count(*) filter (
            where numbered.visit_number = visits.visit_number
        ) as namesake_count,
        count(*) filter (
            where
            visits.inspection_event_id is not null and visits.visit_number is null
        ) as unnumbered_count,
        min(visits.inspection_event_id) filter (
            where numbered.visit_number = visits.visit_number
        ) as inspection_event_id,
        min(visits.started_on) filter (
            where numbered.visit_number = visits.visit_number
        ) as started_on
    from numbered
    left join visits
        on
            numbered.council_id = visits.council_id
            and (
                numbered.held_on is null
                or numbered.judged_from is not distinct from visits.judged_from
            )
    group by numbered.mention_id

),

by_number_of_known_visit as (

    select
        numbered.mention_id,
        numbered_with_visits.inspection_event_id
    from numbered
    inner join numbered_with_visits on numbered.mention_id = numbered_with_visits.mention_id
    where
        numbered_with_visits.namesake_count = 1
        and coalesce(numbered.held_on >= numbered_with_visits.started_on, true)

),

-- A visit known by its number alone: not where a known visit may be the one meant, and not from
-- one page, since "until the second visit" has been said of visits to come.
of_number_alone as (

    select
        numbered.mention_id,
        lower(concat_ws(
            '-', numbered.council_id, numbered.regime, 'monitoring_visit', 'no',
            numbered.visit_number, 'after-' || numbered.judged_from
        )) as inspection_event_id,
        min(numbered.held_on) over same_visit <> max(numbered.held_on) over same_visit
            as is_told_twice
    from numbered
    inner join numbered_with_visits on numbered.mention_id = numbered_with_visits.mention_id
    where
        numbered_with_visits.namesake_count = 0
        and numbered_with_visits.unnumbered_count = 0
        and numbered.held_on is not null
        and numbered.date_from is null
        and not numbered.is_in_document
    window same_visit as (
        partition by
            numbered.council_id, numbered.regime, numbered.visit_number, numbered.judged_from
    )

),

by_number as (

    select
        mention_id,
        inspection_event_id,
        'number' as resolved_by
    from by_number_of_known_visit
    union all
    select
        mention_id,
        inspection_event_id,
        'number' as resolved_by
    from of_number_alone
    where is_told_twice

),

by_date_or_number as (

    select * from by_date
    union all
    select * from by_number

),

undated as (

    select left_over.*
    from left_over
    left join by_number on left_over.mention_id = by_number.mention_id
    where
        by_number.mention_id is null
        and left_over.date_from is null
        and left_over.visit_number is null

),

events_of_items as (

    select
        mentions.told_in,
        mentions.regime,
        mentions.register_event_type,
        min(by_date_or_number.inspection_event_id) as inspection_event_id
    from by_date_or_number
    inner join mentions on by_date_or_number.mention_id = mentions.mention_id
    semi join undated on mentions.told_in = undated.told_in
    group by mentions.told_in, mentions.regime, mentions.register_event_type
    having count(distinct by_date_or_number.inspection_event_id) = 1

),

-- A grade that differs is a sign of another event, so it never links what no date links.
by_item as (

    select
        undated.mention_id,
        events_of_items.inspection_event_id,
        'same_item' as resolved_by
    from undated
    inner join events_of_items
        on
            undated.told_in = events_of_items.told_in
            and undated.regime = events_of_items.regime
            and undated.register_event_type = events_of_items.register_event_type
    left join judgements
        on
            events_of_items.inspection_event_id = judgements.inspection_event_id
            and undated.judgement_area = judgements.judgement_area
    where undated.grade is null or undated.grade = judgements.grade

),

recent as (

    select
        undated.mention_id,
        undated.grade,
        undated.judgement_area,
        min(events.inspection_event_id) as inspection_event_id
    from undated
    inner join events
        on
            undated.council_id = events.council_id
            and undated.regime = events.regime
            and undated.register_event_type = events.event_type
            and undated.held_on >= events.latest_on
            -- Visits come several a year, inspections years apart.
            and undated.held_on - if(events.event_type = 'inspection', 365, 183) <= events.latest_on
    left join by_item on undated.mention_id = by_item.mention_id
    where by_item.mention_id is null
    group by undated.mention_id, undated.grade, undated.judgement_area
    having count(*) = 1

),

by_recency as (

    select
        recent.mention_id,
        recent.inspection_event_id,
        'sole_recent' as resolved_by
    from recent
    left join judgements
        on
            recent.inspection_event_id = judgements.inspection_event_id
            and recent.judgement_area = judgements.judgement_area
    where recent.grade is null or recent.grade = judgements.grade

),

by_recency_or_item as (

    select * from by_item
    union all
    select * from by_recency

),

-- What is neither dated nor recent may still fit one inspection alone: "the SIF judged us good".
fitting as (

    select
        undated.mention_id,
        min(events.inspection_event_id) as inspection_event_id
    from undated
    inner join events
        on
            undated.council_id = events.council_id
            and undated.regime = events.regime
            and undated.register_event_type = events.event_type
            and (undated.held_on is null or undated.held_on >= events.latest_on)
    inner join judgements
        on
            events.inspection_event_id = judgements.inspection_event_id
            and undated.judgement_area = judgements.judgement_area
            and undated.grade = judgements.grade
    left join by_recency_or_item on undated.mention_id = by_recency_or_item.mention_id
    where by_recency_or_item.mention_id is null
    group by undated.mention_id
    having count(*) = 1

),

by_grade as (

    select
        mention_id,
        inspection_event_id,
        'grade' as resolved_by
    from fitting

),

all_ways as (

    select * from by_date_or_number
    union all
    select * from by_recency_or_item
    union all
    select * from by_grade

)

select * from all_ways
