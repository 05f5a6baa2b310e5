{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with documents as (

    select records.*
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__documents')) }} as records

),

printings as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_item_printings')) }} as records

),

agenda_items as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_agenda_items')) }} as records

),

page_meetings as (

    {{ page_meetings('int_pages_touched') }}

),

placed as (

    select
        documents.* exclude (meeting_id),
        printings.agenda_item_id,
        coalesce(agenda_items.meeting_id, documents.meeting_id, page_meetings.meeting_id)
            as placed_meeting_id,
        coalesce(
            documents.moderngov_attachment_id,
            left(md5(coalesce(
                documents.document_url, documents.title || ' ' || documents.document_kind
            )), 12)
        ) as document_key
    from documents
    left join printings
        on
            documents.council_id = printings.council_id
            and documents.page_key = printings.page_key
            and documents.item_position = printings.item_position
    left join agenda_items on printings.agenda_item_id = agenda_items.agenda_item_id
    left join page_meetings
        on
            documents.council_id = page_meetings.council_id
            and documents.page_key = page_meetings.page_key

),

of_items as (

    select
        placed_meeting_id,
        document_key
    from placed
    where agenda_item_id is not null

),

-- Two items may share one file; a meeting that repeats its item's file adds nothing.
of_meetings as (

    select placed.*
    from placed
    anti join of_items
        on
            placed.placed_meeting_id = of_items.placed_meeting_id
            and placed.document_key = of_items.document_key
    where placed.agenda_item_id is null

),

identified as (

    select
        *,
        coalesce(
            agenda_item_id, placed_meeting_id, council_id || '-' || replace(page_key, ':', '-')
        )
        || '-' || document_key as document_id
    from (
        select * from placed
        where agenda_item_id is not null
        union all
        select * from of_meetings
    ) as of_both

),

{{ foremost('identified', 'document_id', 'fetched_at desc, page_key, item_position') }},

final as (

    select
        document_id,
        council_id,
        placed_meeting_id as meeting_id,
        agenda_item_id,
        moderngov_attachment_id,
        title,
        document_url,
        document_kind,
        file_type,
        size_bytes,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from foremost

)

select * from final
