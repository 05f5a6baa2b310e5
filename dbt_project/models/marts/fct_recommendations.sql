{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with decisions as (

    select records.*
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__decisions'), by_place=true) }}
        as records

),

agenda_items as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_agenda_items')) }} as records

),

final as (

    select
        agenda_items.agenda_item_id || '-d' || decisions.decision_position as recommendation_id,
        agenda_items.council_id,
        agenda_items.agenda_item_id,
        agenda_items.meeting_id,
        agenda_items.committee_id,
        agenda_items.held_on,
        decisions.ordinal,
        decisions.depth,
        decisions.kind,
        decisions.status,
        decisions.is_substantive,
        decisions.is_inline,
        decisions.text,
        decisions.addressee,
        decisions.owner,
        decisions.due_text,
        decisions.due_on,
        decisions.mover,
        decisions.seconder,
        decisions.votes_for,
        decisions.votes_against,
        decisions.abstentions,
        decisions.is_unanimous,
        decisions.evidence_field,
        decisions.evidence_start,
        decisions.evidence_end,
        decisions.page_key,
        decisions.source_url,
        decisions.fetched_at,
        decisions.page_sha256
    from decisions
    -- Only the printing that the item's text was taken from: offsets hold in no other.
    inner join agenda_items
        on
            decisions.council_id = agenda_items.council_id
            and decisions.page_key = agenda_items.page_key
            and decisions.item_position = agenda_items.item_position

)

select * from final
