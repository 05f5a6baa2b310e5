with dated as (

    select * from {{ ref('int_dated_events') }}

),

visits as (

    select * from {{ ref('int_visits_numbered') }}

),

resolved as (

    select * from {{ ref('int_mentions_resolved') }}

),

mentions as (

    select * from {{ ref('int_mentions_in_context') }}

),

told as (

    select
        resolved.inspection_event_id,
        resolved.resolved_by,
        mentions.*
    from resolved
    inner join mentions on resolved.mention_id = mentions.mention_id
    where mentions.occurrence = 'occurred'

),

known_by_number as (

    select
        told.inspection_event_id,
        told.council_id,
        told.regime,
        told.register_event_type as event_type,
        told.visit_number as minuted_visit_number,
        false as is_registered
    from told
    left join dated on told.inspection_event_id = dated.inspection_event_id
    where dated.inspection_event_id is null
    group by
        told.inspection_event_id,
        told.council_id,
        told.regime,
        told.register_event_type,
        told.visit_number

),

all_events as (

    select * from dated
    union all by name
    select * from known_by_number

),

numbered as (

    select
        all_events.*,
        coalesce(
            visits.visit_number, all_events.register_visit_number, all_events.minuted_visit_number
        ) as visit_number
    from all_events
    left join visits on all_events.inspection_event_id = visits.inspection_event_id

),

tellings as (

    select
        told.inspection_event_id,
        count(*) filter (where not told.is_in_document) as mention_count,
        count(*) filter (where told.is_in_document) as document_mention_count,
        min(told.held_on) as first_minuted_on,
        bool_or(
            (told.resolved_by = 'number' and told.date_from is not null)
            or (
                told.register_event_type = 'monitoring_visit'
                and told.visit_number <> numbered.visit_number
            )
        ) filter (where not told.is_in_document) as has_contradiction,
        -- Traced to a page where one tells of it.
        first(
            told.source_url order by told.is_in_document, told.held_on nulls last, told.mention_id
        ) as source_url,
        first(
            told.fetched_at order by told.is_in_document, told.held_on nulls last, told.mention_id
        ) as fetched_at,
        first(
            told.page_sha256 order by told.is_in_document, told.held_on nulls last, told.mention_id
        ) as page_sha256
    from told
    inner join numbered on told.inspection_event_id = numbered.inspection_event_id
    group by told.inspection_event_id

),

assembled as (

    select
        numbered.inspection_event_id,
        numbered.council_id,
        numbered.regime,
        numbered.event_type,
        numbered.started_on,
        numbered.ended_on,
        numbered.date_precision,
        numbered.published_on,
        numbered.visit_number,
        numbered.theme,
        numbered.is_registered,
        case
            when not numbered.is_registered then 'minutes'
            when tellings.inspection_event_id is not null then 'both'
            else 'register'
        end as sources,
        coalesce(tellings.mention_count, 0) as mention_count,
        coalesce(tellings.document_mention_count, 0) as document_mention_count,
        tellings.first_minuted_on,
        coalesce(tellings.has_contradiction, false) as has_contradiction,
        coalesce(tellings.source_url, numbered.source_url) as source_url,
        coalesce(tellings.fetched_at, numbered.read_at) as fetched_at,
        tellings.page_sha256,
        numbered.source_url as register_source_url
    from numbered
    left join tellings on numbered.inspection_event_id = tellings.inspection_event_id

)

select * from assembled
