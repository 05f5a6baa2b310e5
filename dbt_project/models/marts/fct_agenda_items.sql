with agenda_items as (

    select * from {{ ref('int_agenda_items') }}

),

document_counts as (

    select
        agenda_item_id,
        count(*) as document_count
    from {{ ref('int_documents') }}
    where agenda_item_id is not null
    group by agenda_item_id

),

final as (

    select
        agenda_items.agenda_item_id,
        agenda_items.council_id,
        agenda_items.meeting_id,
        agenda_items.committee_id,
        agenda_items.held_on,
        agenda_items.moderngov_item_id,
        agenda_items.item_number,
        agenda_items.title,
        agenda_items.description,
        agenda_items.minutes_text,
        agenda_items.minutes_state,
        agenda_items.is_restricted,
        agenda_items.issue_id,
        coalesce(document_counts.document_count, 0) as document_count,
        agenda_items.source_url,
        agenda_items.fetched_at,
        agenda_items.page_sha256
    from agenda_items
    left join document_counts on agenda_items.agenda_item_id = document_counts.agenda_item_id

)

select * from final
