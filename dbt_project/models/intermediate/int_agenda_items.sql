{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with printings as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_item_printings')) }} as records

),

meetings as (

    select * from {{ ref('int_meetings_merged') }}

),

printed_again as (

    select agenda_item_id from printings
    where printing_rank = 2

),

-- What the item says (`fct_agenda_items`) comes from one printing, so that evidence offsets hold …
chosen as (

    select * from printings
    where printing_rank = 1

),

-- … and what merely labels it may come from any.
merged as (

    select
        printings.agenda_item_id,
        any_value(printings.moderngov_item_id) as moderngov_item_id,
        first(
            printings.meeting_id
            order by
                page_kind not in ('meeting_documents', 'service_meeting'), fetched_at desc, page_key
        ) filter (where printings.meeting_id is not null) as meeting_id,
        first(printings.held_on order by fetched_at desc, page_key)
        filter (where printings.held_on is not null) as held_on,
        first(
            printings.item_number
            order by
                page_kind not in ('meeting_documents', 'service_meeting'), fetched_at desc, page_key
        ) filter (where printings.item_number is not null) as item_number,
        first(printings.issue_id order by fetched_at desc, page_key)
        filter (where printings.issue_id is not null) as issue_id,
        bool_or(printings.is_restricted) as is_restricted
    from printings
    semi join printed_again on printings.agenda_item_id = printed_again.agenda_item_id
    group by printings.agenda_item_id

),

assembled as (

    select
        chosen.council_id,
        chosen.agenda_item_id,
        coalesce(merged.meeting_id, chosen.meeting_id) as meeting_id,
        coalesce(merged.held_on, chosen.held_on) as held_on,
        coalesce(merged.moderngov_item_id, chosen.moderngov_item_id) as moderngov_item_id,
        coalesce(merged.item_number, chosen.item_number) as item_number,
        coalesce(merged.is_restricted, chosen.is_restricted) as is_restricted,
        coalesce(merged.issue_id, chosen.issue_id) as issue_id,
        chosen.page_key,
        chosen.item_position
    from chosen
    left join merged on chosen.agenda_item_id = merged.agenda_item_id

),

placed as (

    select
        assembled.* exclude (held_on),
        meetings.committee_id,
        coalesce(meetings.held_on, assembled.held_on) as held_on,
        meetings.minutes_status as meeting_minutes_status
    from assembled
    left join meetings on assembled.meeting_id = meetings.meeting_id

)

select * from placed
