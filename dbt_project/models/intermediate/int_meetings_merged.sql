{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key='meeting_id',
    meta={'scope': 'int_meetings_touched'},
) }}

{% set foremost_first = 'authority, fetched_at desc, page_key, item_position' %}

with statements as (

    select records.*
    from {{ anew_meetings(ref('int_meeting_statements_identified')) }} as records

),

merged as (

    select
        council_id,
        meeting_id,
        any_value(moderngov_meeting_id) as moderngov_meeting_id,
        first(committee_id order by {{ foremost_first }})
        filter (where committee_id is not null) as committee_id,
        first(held_on order by {{ foremost_first }})
        filter (where held_on is not null) as held_on,
        first(starts_at_local order by {{ foremost_first }})
        filter (where starts_at_local is not null) as starts_at_local,
        first(venue order by {{ foremost_first }})
        filter (where venue is not null) as venue,
        first(minutes_status order by {{ foremost_first }})
        filter (where minutes_status is not null) as stated_minutes_status,
        first(listing order by fetched_at desc, page_key)
        filter (where listing is not null) as listing,
        string_agg(lower(concat_ws(' ', heading, stated_status, listing)), ' ') as words,
        bool_or(is_whole) as is_fetched,
        bool_or(listing is not null) as is_listed,
        first(source_url order by {{ foremost_first }}) as source_url,
        first(fetched_at order by {{ foremost_first }}) as fetched_at,
        first(page_sha256 order by {{ foremost_first }}) as page_sha256
    from statements
    group by council_id, meeting_id

),

with_standing as (

    select
        * exclude (words),
        case
            when {{ is_called_cancelled('words') }} then 'cancelled'
            when {{ is_called_postponed('words') }} then 'postponed'
        end as standing,
        {{ minutes_status_of('stated_minutes_status', 'listing') }} as minutes_status
    from merged

),

-- When a build found that an item's row would come out otherwise for its meeting's sake.
with_change as (

    select
        *,
        timestamptz '{{ run_started_at }}' as changed_at
    from with_standing

)

{% if is_incremental() %}

    select
        with_change.* exclude (changed_at),
        if(
            standing_rows.meeting_id is not null
            and with_change.committee_id is not distinct from standing_rows.committee_id
            and with_change.held_on is not distinct from standing_rows.held_on
            and with_change.minutes_status is not distinct from standing_rows.minutes_status,
            standing_rows.changed_at,
            with_change.changed_at
        ) as changed_at
    from with_change
    left join {{ this }} as standing_rows on with_change.meeting_id = standing_rows.meeting_id

{% else %}

    select * from with_change

{% endif %}
