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

    select
        records.council_id,
        records.page_key,
        records.fetched_at,
        records.item_position,
        records.agenda_item_id,
        records.meeting_id
    from {{ anew('int_pages_touched', ref('int_item_printing_versions')) }} as records

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
of_items as (

    select
        placed_meeting_id,
        document_key
    from placed
    where agenda_item_id is not null

),

of_meetings as (

    select placed.*
    from placed
    anti join of_items
        on
            placed.placed_meeting_id = of_items.placed_meeting_id
            and placed.document_key = of_items.document_key
    where placed.agenda_item_id is null

),

statements as materialized (

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
        page_sha256,
        row_number() over () as statement_id
    from (
        select * from placed
        where agenda_item_id is not null
        union all
        select * from of_meetings
    ) as of_both

),

stretches as (

    {{ stretches(
        statements='statements',
        key='document_id',
        rank={'fetched_at': 'desc', 'page_key': 'asc', 'item_position': 'asc'},
        said=['title', 'document_url', 'document_kind', 'size_bytes'],
    ) }}

),

final as (

    select
        document_id || '-v' || version_number as document_version_id,
        council_id,
        document_id,
        meeting_id,
        agenda_item_id,
        version_number,
        valid_from,
        valid_to,
        valid_to is null as is_current,
        title,
        document_url,
        document_kind,
        size_bytes,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from stretches

)

select * from final
