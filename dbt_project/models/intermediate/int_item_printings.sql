{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with agenda_items as (

    select
        records.* exclude (title, description, minutes_text),
        records.minutes_text is not null as has_minutes,
        coalesce(length(records.minutes_text), 0) + coalesce(length(records.description), 0)
            as words_length
    from {{ ref('stg_moderngov__agenda_items') }} as records
    {{ anew('int_pages_touched', 'records') }}

),

statements as (

    select records.*
    from {{ ref('int_meeting_statements_identified') }} as records
    {{ anew('int_pages_touched', 'records') }}
    where records.item_position is not null

),

with_meeting as (

    select
        agenda_items.* exclude (meeting_id, committee_id, agenda_item_id),
        agenda_items.agenda_item_id as stated_item_id,
        statements.meeting_id
    from agenda_items
    left join statements
        on
            agenda_items.council_id = statements.council_id
            and agenda_items.page_key = statements.page_key
            and agenda_items.item_position = statements.item_position

),

known_by_number as (

    select
        meeting_id,
        item_match_number,
        min(stated_item_id) as agenda_item_id
    from with_meeting
    where stated_item_id is not null and item_match_number is not null
    group by meeting_id, item_match_number
    having count(distinct stated_item_id) = 1

),

known_by_title as (

    select
        meeting_id,
        item_match_title,
        min(stated_item_id) as agenda_item_id
    from with_meeting
    where stated_item_id is not null and item_match_title is not null
    group by meeting_id, item_match_title
    having count(distinct stated_item_id) = 1

),

counted as (

    select
        *,
        count(*) over (partition by page_key, council_id, meeting_id, item_match_number)
            as same_number_on_page
    from with_meeting

),

-- Only a printing without id looks for its item, so only it has keys to look with: by number, or
-- where the page prints none (a decision's own page) by title.
with_keys as (

    select
        * exclude (same_number_on_page),
        if(
            stated_item_id is null and same_number_on_page = 1, item_match_number, null
        ) as number_key,
        if(stated_item_id is null and item_match_number is null, item_match_title, null)
            as title_key
    from counted

),

identified as (

    select
        with_keys.* exclude (number_key, title_key),
        coalesce(
            with_keys.stated_item_id,
            known_by_number.agenda_item_id,
            known_by_title.agenda_item_id,
            with_keys.meeting_id || '-item-' || with_keys.number_key,
            with_keys.council_id || '-' || replace(with_keys.page_key, ':', '-')
            || '-' || with_keys.item_position
        ) as agenda_item_id
    from with_keys
    left join known_by_number
        on
            with_keys.meeting_id = known_by_number.meeting_id
            and with_keys.number_key = known_by_number.item_match_number
    left join known_by_title
        on
            with_keys.meeting_id = known_by_title.meeting_id
            and with_keys.title_key = known_by_title.item_match_title

),

ranked as (

    select
        *,
        row_number() over (
            partition by agenda_item_id
            order by
                case
                    when has_minutes and not is_truncated then 1
                    when has_minutes then 2
                    else 3
                end,
                words_length desc,
                fetched_at desc,
                page_key,
                item_position
        ) as printing_rank
    from identified

)

select * from ranked
