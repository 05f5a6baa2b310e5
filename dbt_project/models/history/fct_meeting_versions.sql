{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key='meeting_id',
    meta={'scope': 'int_meetings_touched'},
) }}

with statements as materialized (

    select
        records.*,
        row_number() over () as statement_id
    from {{ anew_meetings(ref('int_meeting_slices')) }} as records

),

stretches as (

    {{ stretches(
        statements='statements',
        key='meeting_id',
        rank={'fetched_at': 'desc'},
        said=['committee_id', 'held_on', 'starts_at_local', 'venue', 'minutes_status', 'standing'],
    ) }}

),

final as (

    select
        meeting_id || '-v' || version_number as meeting_version_id,
        council_id,
        meeting_id,
        committee_id,
        version_number,
        valid_from,
        valid_to,
        valid_to is null as is_current,
        held_on,
        starts_at_local,
        venue,
        standing,
        minutes_status,
        source_url,
        fetched_at,
        page_sha256
    from stretches

)

select * from final
