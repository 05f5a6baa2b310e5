-- Where a file is listed, as a letter's words need their meeting: of several places the earliest.
with texts as (

    select * from {{ ref('stg_moderngov__document_texts') }}

),

documents as (

    select
        documents.document_id,
        documents.council_id,
        documents.agenda_item_id,
        documents.meeting_id,
        documents.moderngov_attachment_id,
        meetings.held_on
    from {{ ref('fct_documents') }} as documents
    left join {{ ref('int_meetings_merged') }} as meetings
        on documents.meeting_id = meetings.meeting_id

),

placed as (

    select
        texts.council_id || '-' || replace(texts.page_key, ':', '-') as document_text_id,
        texts.council_id,
        documents.document_id,
        documents.agenda_item_id,
        documents.meeting_id,
        documents.held_on,
        texts.document_url,
        texts.page_count,
        texts.is_whole,
        texts.text,
        texts.page_key,
        texts.source_url,
        texts.fetched_at,
        texts.page_sha256
    from texts
    left join documents
        on
            texts.council_id = documents.council_id
            and texts.moderngov_attachment_id = documents.moderngov_attachment_id
    qualify
        row_number() over (
            partition by texts.council_id, texts.page_key
            order by documents.held_on, documents.document_id
        ) = 1

)

select * from placed
