-- Evidence is quoted to the letter; a quotation that is not there proves nothing. That each mention
-- has its item is a promise of the mentions.
{{ config(meta={'dagster': {'ref': {'name': 'fct_inspection_mentions'}}}) }}

with evidence as (

    select
        mention_id as id,
        agenda_item_id,
        evidence_field,
        evidence_start,
        evidence_end,
        evidence as stretch
    from {{ ref('fct_inspection_mentions') }} as mentions
    semi join {{ worked_on(ref('fct_agenda_items')) }} as items
        on mentions.agenda_item_id = items.agenda_item_id
    union all
    select
        recommendation_id as id,
        agenda_item_id,
        evidence_field,
        evidence_start,
        evidence_end,
        text as stretch
    from {{ worked_on(ref('fct_recommendations')) }} as records

),

found as (

    select
        evidence.*,
        substr(
            case evidence.evidence_field
                when 'minutes_text' then agenda_items.minutes_text
                when 'description' then agenda_items.description
                when 'title' then agenda_items.title
            end,
            evidence.evidence_start + 1,
            evidence.evidence_end - evidence.evidence_start
        ) as stretch_found
    from evidence
    left join {{ worked_on(ref('fct_agenda_items')) }} as agenda_items
        on evidence.agenda_item_id = agenda_items.agenda_item_id

)

select * from found
where
    stretch_found is null
    -- Page and reader may divide words by different blanks.
    or stretch_found <> stretch
    and trim(regexp_replace(stretch_found, '[\s\p{Z}\x{85}\x0b\x{1c}-\x{1f}]+', ' ', 'g'))
    <> trim(regexp_replace(stretch, '[\s\p{Z}\x{85}\x0b\x{1c}-\x{1f}]+', ' ', 'g'))
