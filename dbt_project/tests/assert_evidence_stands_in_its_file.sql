-- What a letter is said to say stands in its text, to the letter.
{{ config(meta={'dagster': {'ref': {'name': 'fct_document_mentions'}}}) }}

select mentions.mention_id
from {{ ref('fct_document_mentions') }} as mentions
left join {{ ref('fct_document_texts') }} as texts
    on mentions.document_text_id = texts.document_text_id
where
    mentions.evidence is distinct from substr(
        texts.text, mentions.evidence_start + 1, mentions.evidence_end - mentions.evidence_start
    )
