{{ config(materialized='view') }}

-- What items mention, and what files that items list mention. A file's words count for less: they
-- link to events and tell of visits, but never grade, number alone, or make an inspection.
with item_mentions as (

    select
        *,
        agenda_item_id as told_in,
        false as is_in_document
    from {{ ref('int_item_mentions') }}

),

document_mentions as (

    select
        * exclude (document_text_id),
        document_text_id as told_in,
        true as is_in_document
    from {{ ref('int_document_mentions') }}

),

all_mentions as (

    select * from item_mentions
    union all by name
    select * from document_mentions

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
