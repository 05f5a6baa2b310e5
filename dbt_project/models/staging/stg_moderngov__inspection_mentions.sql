with latest as (

    {{ latest_version_of('inspection_mentions') }}

),

renamed as (

    select
        ---------- ids
        council as council_id,
        item_position,
        mention_position,

        ---------- what the page says
        regime,
        event_type,
        judgement_area,
        grade,
        date_as_stated,
        date_from,
        coalesce(date_to, date_from) as date_to,
        case
            when date_from is null then null
            when date_precision is not null then date_precision
            when date_from = date_trunc('month', date_from) and date_to = last_day(date_from)
                then 'month'
            when coalesce(date_to, date_from) - date_from <= 31 then 'day'
            when coalesce(date_to, date_from) - date_from <= 92 then 'quarter'
            else 'year'
        end as date_precision,
        visit_number,
        occurrence,
        is_own_council,
        subject_council,
        evidence,
        evidence_field,
        evidence_start,
        evidence_end,

        ---------- provenance
        page_key,
        source_url,
        fetched_at,
        page_sha256,
        rowid
    from latest

)

select * from renamed
