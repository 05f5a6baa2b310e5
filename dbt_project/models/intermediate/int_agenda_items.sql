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

labelled as (

    select chosen.*
    from chosen
    anti join printed_again on chosen.agenda_item_id = printed_again.agenda_item_id
    union all by name
    select
        chosen.* exclude (
            moderngov_item_id, meeting_id, held_on, item_number, issue_id, is_restricted
        ),
        merged.* exclude (agenda_item_id)
    from chosen
    inner join merged on chosen.agenda_item_id = merged.agenda_item_id

),

assembled as (

    select
        labelled.council_id,
        labelled.agenda_item_id,
        labelled.meeting_id,
        meetings.committee_id,
        coalesce(meetings.held_on, labelled.held_on) as held_on,
        labelled.moderngov_item_id,
        labelled.item_number,
        case
            when labelled.has_minutes and labelled.is_truncated then 'truncated'
            when labelled.has_minutes then 'complete'
            when labelled.is_restricted then 'restricted'
            when meetings.minutes_status = 'published' then 'none_recorded'
            else 'not_published'
        end as minutes_state,
        labelled.is_restricted,
        labelled.issue_id,
        labelled.page_key,
        labelled.item_position,
        labelled.source_url,
        labelled.fetched_at,
        labelled.page_sha256
    from labelled
    left join meetings on labelled.meeting_id = meetings.meeting_id

)

select * from assembled
