{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with agenda_items as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_agenda_items')) }} as records

),

-- The texts are long, so they come last and once.
printings as (

    select records.*
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__agenda_items'), by_place=true) }}
        as records

),

document_counts as (

    select
        agenda_item_id,
        count(*) as document_count
    from {{ anew('int_pages_touched', ref('fct_documents')) }} as records
    where agenda_item_id is not null
    group by agenda_item_id

),

final as (

    select
        agenda_items.agenda_item_id,
        agenda_items.council_id,
        agenda_items.meeting_id,
        agenda_items.committee_id,
        agenda_items.held_on,
        agenda_items.moderngov_item_id,
        agenda_items.item_number,
        printings.title,
        printings.description,
        printings.minutes_text,
        case
            when printings.minutes_text is not null and printings.is_truncated then 'truncated'
            when printings.minutes_text is not null then 'complete'
            when agenda_items.is_restricted then 'restricted'
            when agenda_items.meeting_minutes_status = 'published' then 'none_recorded'
            else 'not_published'
        end as minutes_state,
        agenda_items.is_restricted,
        agenda_items.issue_id,
        coalesce(document_counts.document_count, 0) as document_count,
        agenda_items.page_key,
        printings.source_url,
        printings.fetched_at,
        printings.page_sha256
    from agenda_items
    inner join printings
        on
            agenda_items.council_id = printings.council_id
            and agenda_items.page_key = printings.page_key
            and agenda_items.item_position = printings.item_position
    left join document_counts on agenda_items.agenda_item_id = document_counts.agenda_item_id

)

select * from final
