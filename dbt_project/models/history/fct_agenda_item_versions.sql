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
    from {{ ref('int_item_printing_versions') }} as records
    {{ anew('int_pages_touched', 'records') }}

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
        said=['words_hash'],
    ) }}

),

-- The texts are long, so they come last and once.
printings as (

    select records.*
    from {{ source('raw', 'agenda_items') }} as records
    {{ anew('int_pages_touched', 'records', council='council') }}

),

final as (

    select
        stretches.agenda_item_id || '-v' || stretches.version_number as agenda_item_version_id,
        stretches.council_id,
        stretches.agenda_item_id,
        stretches.meeting_id,
        stretches.version_number,
        stretches.valid_from,
        stretches.valid_to,
        stretches.valid_to is null as is_current,
        printings.title,
        printings.description,
        printings.minutes_text,
        printings.is_truncated,
        printings.is_restricted,
        stretches.page_key,
        stretches.source_url,
        stretches.fetched_at,
        stretches.page_sha256
    from stretches
    inner join printings
        on
            stretches.council_id = printings.council
            and stretches.page_key = printings.page_key
            and stretches.fetched_at = printings.fetched_at
            and stretches.page_sha256 = printings.page_sha256
            and stretches.item_position = printings.item_position

)

select * from final
