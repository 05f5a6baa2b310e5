with meetings as (

    select * from {{ ref('int_meetings') }}

),

item_counts as (

    select
        meeting_id,
        count(*) as agenda_item_count
    from {{ ref('int_agenda_items') }}
    where meeting_id is not null
    group by meeting_id

),

final as (

    select
        meetings.meeting_id,
        meetings.council_id,
        meetings.committee_id,
        meetings.moderngov_meeting_id,
        meetings.held_on,
        meetings.starts_at_local,
        meetings.venue,
        meetings.meeting_status,
        meetings.minutes_status,
        coalesce(item_counts.agenda_item_count, 0) as agenda_item_count,
        meetings.source_url,
        meetings.fetched_at,
        meetings.page_sha256
    from meetings
    left join item_counts on meetings.meeting_id = item_counts.meeting_id

)

select * from final
