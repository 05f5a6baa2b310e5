with mentions as (

    select * from {{ ref('int_mentions_in_context') }}
    where not is_in_document

),

resolved as (

    select * from {{ ref('int_mentions_resolved') }}

),

final as (

    select
        mentions.mention_id,
        mentions.council_id,
        mentions.agenda_item_id,
        mentions.meeting_id,
        mentions.regime,
        mentions.event_type,
        mentions.judgement_area,
        mentions.grade,
        mentions.date_as_stated,
        mentions.date_from,
        mentions.date_to,
        mentions.date_precision,
        mentions.visit_number,
        mentions.occurrence,
        mentions.is_own_council,
        mentions.subject_council,
        resolved.inspection_event_id,
        resolved.resolved_by,
        mentions.evidence,
        mentions.evidence_field,
        mentions.evidence_start,
        mentions.evidence_end,
        mentions.source_url,
        mentions.fetched_at,
        mentions.page_sha256
    from mentions
    left join resolved on mentions.mention_id = resolved.mention_id

)

select * from final
