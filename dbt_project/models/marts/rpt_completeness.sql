with meetings as (

    select
        facts.*,
        merged.is_fetched
    from {{ ref('fct_meetings') }} as facts
    inner join {{ ref('int_meetings_merged') }} as merged on facts.meeting_id = merged.meeting_id
    where merged.is_listed and facts.held_on is not null and facts.committee_id is not null

),

truncated_items as (

    select * from {{ ref('fct_agenda_items') }}
    where minutes_state = 'truncated'

),

failures as (

    select * from {{ ref('int_fetch_failures') }}

),

latest_crawls as (

    select * from {{ ref('stg_crawl__crawls') }}
    qualify row_number() over (partition by council_id order by started_at desc, run_id) = 1

),

truncated_of_meetings as (

    select
        truncated_items.meeting_id,
        count(*) as truncated_count,
        min(failures.reason) as truncation_reason
    from truncated_items
    left join failures
        on
            truncated_items.council_id = failures.council_id
            and 'agenda_item:' || truncated_items.moderngov_item_id = failures.page_key
    group by truncated_items.meeting_id

),

failures_of_meetings as (

    select
        council_id,
        split_part(page_key, ':', 2) as moderngov_meeting_id,
        first(reason order by failed_at desc, page_key) as reason
    from failures
    where split_part(page_key, ':', 1) in ('meeting_documents', 'service_meeting')
    group by council_id, moderngov_meeting_id

),

looked_at as (

    select
        meetings.council_id,
        meetings.committee_id,
        date_trunc('month', meetings.held_on)::date as month,
        meetings.is_fetched,
        meetings.moderngov_meeting_id is null as is_from_older_system,
        meetings.meeting_status,
        meetings.minutes_status,
        meetings.agenda_item_count as item_count,
        coalesce(truncated_of_meetings.truncated_count, 0) as truncated_count,
        truncated_of_meetings.truncation_reason,
        failures_of_meetings.reason as failure_reason,
        latest_crawls.outcome
    from meetings
    left join truncated_of_meetings on meetings.meeting_id = truncated_of_meetings.meeting_id
    left join failures_of_meetings
        on
            meetings.council_id = failures_of_meetings.council_id
            and meetings.moderngov_meeting_id = failures_of_meetings.moderngov_meeting_id
    left join latest_crawls on meetings.council_id = latest_crawls.council_id

),

with_reason as (

    select
        *,
        case
            when meeting_status in ('cancelled', 'postponed') then meeting_status
            when not is_fetched and failure_reason is not null then failure_reason
            when not is_fetched and meeting_status = 'scheduled' then 'not yet held'
            when not is_fetched and outcome in ('failed', 'stopped') then 'crawl ' || outcome
            when not is_fetched then 'never asked for'
            when minutes_status = 'published' and item_count = 0 and is_from_older_system
                then 'minutes in a file'
            when minutes_status = 'published' and item_count = 0 then 'minutes without items'
            when truncated_count > 0
                then 'cut short' || coalesce(' (' || truncation_reason || ')', '')
            when minutes_status = 'published' then null
            when minutes_status = 'draft' then 'in draft'
            when meeting_status = 'scheduled' then 'not yet held'
            when item_count = 0 then 'without an agenda'
            else 'not yet published'
        end as reason
    from looked_at

),

explained as (

    select
        *,
        coalesce(
            reason in ('never asked for', 'minutes without items', 'cut short'), false
        ) as is_unexplained
    from with_reason

),

totals as (

    select
        council_id,
        committee_id,
        month,
        count(*) as meetings_listed,
        count(*) filter (where is_fetched) as meetings_fetched,
        sum(item_count)::bigint as items_parsed,
        count(*) filter (where minutes_status = 'published') as minutes_published,
        count(*) filter (where is_unexplained) as unexplained
    from explained
    group by council_id, committee_id, month

),

reason_counts as (

    select
        council_id,
        committee_id,
        month,
        reason,
        count(*) as meeting_count
    from explained
    where reason is not null
    group by council_id, committee_id, month, reason

),

reason_lists as (

    select
        council_id,
        committee_id,
        month,
        string_agg(meeting_count || ' ' || reason, '; ' order by meeting_count desc, reason)
            as reasons
    from reason_counts
    group by council_id, committee_id, month

),

final as (

    select
        totals.council_id,
        totals.committee_id,
        totals.month,
        totals.meetings_listed,
        totals.meetings_fetched,
        totals.items_parsed,
        totals.minutes_published,
        totals.unexplained,
        reason_lists.reasons
    from totals
    left join reason_lists
        on
            totals.council_id = reason_lists.council_id
            and totals.committee_id = reason_lists.committee_id
            and totals.month = reason_lists.month

)

select * from final
