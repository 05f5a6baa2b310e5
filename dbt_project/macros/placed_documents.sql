{#-
    CTEs that end in `placed_documents`: `documents` as pages list them, each with the item or the
    meeting that it is listed on and with its key, `document_id`. Two items may share one file; a
    meeting that repeats its item's file adds nothing.
-#}
{% macro placed_documents() -%}
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

    listed as (

        select
            documents.* exclude (meeting_id),
            printings.agenda_item_id,
            coalesce(printings.meeting_id, documents.meeting_id, page_meetings.meeting_id)
                as meeting_id,
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
                and documents.fetched_at = printings.fetched_at
                and documents.item_position = printings.item_position
        left join page_meetings
            on
                documents.council_id = page_meetings.council_id
                and documents.page_key = page_meetings.page_key

    ),

    of_items as (

        select
            meeting_id,
            document_key
        from listed
        where agenda_item_id is not null

    ),

    of_meetings as (

        select listed.*
        from listed
        anti join of_items
            on listed.meeting_id = of_items.meeting_id and listed.document_key = of_items.document_key
        where listed.agenda_item_id is null

    ),

    placed_documents as (

        select
            * exclude (document_key),
            -- A meeting and an item may have one number.
            coalesce(
                agenda_item_id,
                meeting_id || '-meeting',
                council_id || '-' || replace(page_key, ':', '-')
            )
            || '-' || document_key as document_id
        from (
            select * from listed
            where agenda_item_id is not null
            union all
            select * from of_meetings
        ) as of_both

    )
{%- endmacro %}
