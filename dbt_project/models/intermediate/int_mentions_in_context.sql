-- What items mention, and what files that items list mention. A file's words count for less: they
-- link to events and tell of visits, but never grade, number alone, or make an inspection.
with mentions as (

    select * from {{ ref('stg_moderngov__inspection_mentions') }}

),

agenda_items as (

    select * from {{ ref('int_agenda_items') }}

),

document_mentions as (

    select * from {{ ref('stg_moderngov__document_mentions') }}

),

document_texts as (

    select * from {{ ref('int_document_texts') }}

),

of_chosen_printings as (

    select
        mentions.*,
        agenda_items.agenda_item_id || '-m' || mentions.mention_position as mention_id,
        agenda_items.agenda_item_id,
        agenda_items.meeting_id,
        agenda_items.held_on,
        agenda_items.agenda_item_id as told_in,
        false as is_in_document
    from mentions
    inner join agenda_items
        on
            mentions.council_id = agenda_items.council_id
            and mentions.page_key = agenda_items.page_key
            and mentions.item_position = agenda_items.item_position

),

of_documents as (

    select
        document_mentions.* exclude (moderngov_attachment_id),
        document_texts.document_text_id || '-m' || document_mentions.mention_position as mention_id,
        document_texts.agenda_item_id,
        document_texts.meeting_id,
        document_texts.held_on,
        document_texts.document_text_id as told_in,
        true as is_in_document
    from document_mentions
    inner join document_texts
        on
            document_mentions.council_id = document_texts.council_id
            and document_mentions.page_key = document_texts.page_key

),

all_mentions as (

    select * from of_chosen_printings
    union all by name
    select * from of_documents

),

classified as (

    select
        *,
        -- An assurance visit is entered in the register as a focused visit; a "re-visit" under a
        -- framework that inspects anew is an inspection.
        case
            when regime = 'JTAI' then 'jtai'
            when event_type = 'assurance_visit' and regime = 'ILACS' then 'focused_visit'
            when event_type = 'revisit' and regime in ('ILACS', 'SIF') then 'inspection'
            else event_type
        end as register_event_type,
        -- A standing rating names no event; a home's inspection is not its council's, and homes
        -- go unnamed; a conversation or letter is no inspection.
        (
            is_own_council
            and regime not in (
                'OFSTED_CS_UNSPECIFIED', 'DFE_INTERVENTION', 'SCCIF_CHILDRENS_HOME'
            )
            and event_type not in ('annual_conversation', 'annual_letter')
        ) as is_about_an_event
    from all_mentions

)

select * from classified
