with mentions as (

    select * from {{ ref('stg_moderngov__inspection_mentions') }}

),

agenda_items as (

    select * from {{ ref('int_agenda_items') }}

),

of_chosen_printings as (

    select
        mentions.*,
        agenda_items.agenda_item_id || '-m' || mentions.mention_position as mention_id,
        agenda_items.agenda_item_id,
        agenda_items.meeting_id,
        agenda_items.held_on
    from mentions
    inner join agenda_items
        on
            mentions.council_id = agenda_items.council_id
            and mentions.page_key = agenda_items.page_key
            and mentions.item_position = agenda_items.item_position

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
    from of_chosen_printings

)

select * from classified
