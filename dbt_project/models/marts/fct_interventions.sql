with mentions as (

    select
        *,
        case date_precision
            when 'day' then 1 when 'month' then 2 when 'quarter' then 3 else 4
        end as precision_rank
    from {{ ref('int_intervention_mentions_grouped') }}

),

merged as (

    select
        council_id,
        event_type as intervention_type,
        service,
        step_number,
        count(*) as mention_count,
        first(date_from order by precision_rank, date_from, mention_id)
        filter (where date_from is not null) as date_from,
        first(date_to order by precision_rank, date_from, mention_id)
        filter (where date_from is not null) as date_to,
        first(date_precision order by precision_rank, date_from, mention_id)
        filter (where date_from is not null) as date_precision,
        min(held_on) as first_minuted_on,
        first(source_url order by held_on nulls last, mention_id) as source_url,
        first(fetched_at order by held_on nulls last, mention_id) as fetched_at,
        first(page_sha256 order by held_on nulls last, mention_id) as page_sha256
    from mentions
    group by council_id, event_type, service, step_number

),

final as (

    select
        lower(concat_ws(
            '-', council_id, service, intervention_type, coalesce(date_from::varchar, 'undated')
        )) as intervention_id,
        council_id,
        intervention_type,
        if(date_precision = 'day' and date_from = date_to, date_from, null) as stated_on,
        date_from,
        date_to,
        date_precision,
        service,
        first_minuted_on,
        mention_count,
        source_url,
        fetched_at,
        page_sha256
    from merged

)

select * from final
