-- What files that items list mention.
with mentions as (

    select * from {{ ref('stg_moderngov__document_mentions') }}

),

texts as (

    select * from {{ ref('int_document_texts') }}

),

placed as (

    select
        mentions.* exclude (moderngov_attachment_id, rowid),
        texts.document_text_id || '-m' || mentions.mention_position as mention_id,
        texts.document_text_id,
        texts.agenda_item_id,
        texts.meeting_id,
        texts.held_on
    from mentions
    inner join texts
        on
            mentions.council_id = texts.council_id
            and mentions.page_key = texts.page_key

)

select * from placed
