{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with versions as (

    {{ versions_of('documents', 'int_pages_touched') }}

),

printings as (

    select records.*
    from {{ ref('int_item_printing_versions') }} as records
    {{ anew('int_pages_touched', 'records') }}

),

page_meetings as (

    {{ page_meetings('int_pages_touched') }}

),

placed as (

    select
        versions.*,
        printings.agenda_item_id,
        coalesce(
            printings.meeting_id,
            versions.council || '-' || versions.meeting_id,
            page_meetings.meeting_id
        ) as placed_meeting_id,
        coalesce(
            versions.attachment_id::varchar,
            left(md5(coalesce(
                versions.document_url, versions.title || ' ' || versions.document_kind
            )), 12)
        ) as document_key
    from versions
    left join printings
        on
            versions.council = printings.council_id
            and versions.page_key = printings.page_key
            and versions.fetched_at = printings.fetched_at
            and versions.item_position = printings.item_position
    left join page_meetings
        on
            versions.council = page_meetings.council_id
            and versions.page_key = page_meetings.page_key

),

-- A meeting that repeats its item's file adds nothing.
counted as (

    select
        *,
        bool_or(agenda_item_id is not null) over (
            partition by placed_meeting_id, document_key
        ) as is_on_an_item
    from placed

),

identified as (

    select
        council as council_id,
        coalesce(
            agenda_item_id, placed_meeting_id, council || '-' || replace(page_key, ':', '-')
        )
        || '-' || document_key as document_id,
        placed_meeting_id as meeting_id,
        agenda_item_id,
        item_position,
        title,
        document_url,
        document_kind,
        size_bytes,
        valid_from,
        valid_to,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from counted
    where
        agenda_item_id is not null
        or placed_meeting_id is null
        or not is_on_an_item

)

select * from identified
