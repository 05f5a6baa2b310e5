with stretches as (

    {{ stretches(
        statements=ref('int_item_printing_versions'),
        key='agenda_item_id',
        rank={
            'case when minutes_text is null then 3 when is_truncated then 2 else 1 end': 'asc',
            'coalesce(length(minutes_text), 0) + coalesce(length(description), 0)': 'desc',
            'fetched_at': 'desc',
            'page_key': 'asc',
            'item_position': 'asc',
        },
        said=['title', 'description', 'minutes_text', 'is_truncated', 'is_restricted'],
    ) }}

),

final as (

    select
        agenda_item_id || '-v' || version_number as agenda_item_version_id,
        council_id,
        agenda_item_id,
        meeting_id,
        version_number,
        valid_from,
        valid_to,
        valid_to is null as is_current,
        title,
        description,
        minutes_text,
        is_truncated,
        is_restricted,
        source_url,
        fetched_at,
        page_sha256
    from stretches

)

select * from final
