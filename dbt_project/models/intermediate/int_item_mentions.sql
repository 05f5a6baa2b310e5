{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

-- What items mention, in the words of the printing that is the item.
with mentions as (

    select records.*
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__inspection_mentions')) }}
        as records

),

agenda_items as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_agenda_items')) }} as records

),

of_chosen_printings as (

    select
        mentions.* exclude (rowid),
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

)

select * from of_chosen_printings
