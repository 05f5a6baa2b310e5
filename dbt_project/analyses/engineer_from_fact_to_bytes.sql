-- From which page, fetched when and with which bytes, does each grade that minutes state come?
select
    mentions.mention_id,
    mentions.judgement_area,
    mentions.grade,
    substr(items.minutes_text, mentions.evidence_start + 1, mentions.evidence_end - mentions.evidence_start) as evidence,
    mentions.source_url,
    mentions.fetched_at,
    mentions.page_sha256
from {{ ref('fct_inspection_mentions') }} as mentions
inner join {{ ref('fct_agenda_items') }} as items using (agenda_item_id)
where mentions.grade is not null and mentions.evidence_field = 'minutes_text'
order by mentions.mention_id
