{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with printings as (

    select records.*
    from {{ ref('int_item_printings') }} as records
    {{ anew('int_pages_touched', 'records') }}

),

meetings as (

    select * from {{ ref('int_meetings_merged') }}

),

-- What the item says (`fct_agenda_items`) comes from one printing, so that evidence offsets hold …
chosen as (

    select * from printings
    where printing_rank = 1

),

-- … and what merely labels it may come from any.
merged as (

    select
        agenda_item_id,
        any_value(moderngov_item_id) as moderngov_item_id,
        first(
            meeting_id
            order by
                page_kind not in ('meeting_documents', 'service_meeting'), fetched_at desc, page_key
        ) filter (where meeting_id is not null) as meeting_id,
        first(held_on order by fetched_at desc, page_key)
        filter (where held_on is not null) as stated_held_on,
        first(
            item_number
            order by
                page_kind not in ('meeting_documents', 'service_meeting'), fetched_at desc, page_key
        ) filter (where item_number is not null) as item_number,
        first(issue_id order by fetched_at desc, page_key)
        filter (where issue_id is not null) as issue_id,
        bool_or(is_restricted) as is_restricted
    from printings
    group by agenda_item_id

),

assembled as (

    select
        chosen.council_id,
        chosen.agenda_item_id,
        merged.meeting_id,
        meetings.committee_id,
        coalesce(meetings.held_on, merged.stated_held_on) as held_on,
        merged.moderngov_item_id,
        merged.item_number,
        case
            when chosen.has_minutes and chosen.is_truncated then 'truncated'
            when chosen.has_minutes then 'complete'
            when merged.is_restricted then 'restricted'
            when meetings.minutes_status = 'published' then 'none_recorded'
            else 'not_published'
        end as minutes_state,
        merged.is_restricted,
        merged.issue_id,
        chosen.page_key,
        chosen.item_position,
        chosen.source_url,
        chosen.fetched_at,
        chosen.page_sha256
    from chosen
    inner join merged on chosen.agenda_item_id = merged.agenda_item_id
    left join meetings on merged.meeting_id = meetings.meeting_id

)

select * from assembled
