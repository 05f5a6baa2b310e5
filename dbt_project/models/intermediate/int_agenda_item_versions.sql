{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with statements as materialized (

    select
        records.*,
        row_number() over () as statement_id
    from {{ anew('int_pages_touched', ref('int_item_printing_versions')) }} as records

),

stretches as (

    {{ stretches(
        statements='statements',
        key='agenda_item_id',
        rank={
            'case when not has_minutes then 3 when is_truncated then 2 else 1 end': 'asc',
            'words_length': 'desc',
            'fetched_at': 'desc',
            'page_key': 'asc',
            'item_position': 'asc',
        },
        said=['title', 'description_hash', 'minutes_hash', 'is_truncated', 'is_restricted'],
    ) }}

)

select
    *,
    agenda_item_id || '-v' || version_number as agenda_item_version_id
from stretches
