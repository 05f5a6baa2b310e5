{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with agenda_items as (

    select
        records.council_id,
        records.page_key,
        records.item_position,
        records.agenda_item_id as stated_item_id,
        records.meeting_id as stated_meeting_id,
        records.moderngov_item_id,
        records.item_number,
        records.title,
        records.held_on,
        records.issue_id,
        records.is_restricted,
        records.page_kind,
        records.fetched_at
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__agenda_items')) }} as records

),

-- What names its meeting means it; what does not was looked up.
looked_up as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_meeting_statements_identified')) }} as records
    where records.stated_meeting_id is null and records.item_position is not null

),

with_meeting as (

    select
        agenda_items.* exclude (stated_meeting_id),
        coalesce(agenda_items.stated_meeting_id, looked_up.meeting_id) as meeting_id
    from agenda_items
    left join looked_up
        on
            agenda_items.council_id = looked_up.council_id
            and agenda_items.page_key = looked_up.page_key
            and agenda_items.item_position = looked_up.item_position

),

-- Only a printing without id looks for its item, so only it and what it may be get keys to look by.
beside_one_without_id as (

    select
        *,
        {{ match_number('item_number') }} as item_match_number,
        {{ match_name('title') }} as item_match_title
    from with_meeting
    where
        (council_id, page_key) in (
            select (nameless.council_id, nameless.page_key) from with_meeting as nameless
            where nameless.stated_item_id is null
        )

),

-- By number, or where the page prints none (a decision's own page) by title.
without_id as (

    select
        * exclude (same_number_on_page, item_match_number, item_match_title),
        if(same_number_on_page = 1, item_match_number, null) as number_key,
        if(item_match_number is null, item_match_title, null) as title_key
    from (
        select
            *,
            count(*) over (partition by page_key, council_id, meeting_id, item_match_number)
                as same_number_on_page
        from beside_one_without_id
    ) as counted
    where stated_item_id is null

),

with_id as (

    select
        *,
        stated_item_id as agenda_item_id
    from with_meeting
    where stated_item_id is not null

),

looked_for as (

    select
        meeting_id,
        stated_item_id as agenda_item_id,
        {{ match_number('item_number') }} as item_match_number,
        {{ match_name('title') }} as item_match_title
    from with_meeting
    where
        stated_item_id is not null
        and meeting_id in (select without_id.meeting_id from without_id)

),

known_by_number as (

    select
        meeting_id,
        item_match_number,
        min(agenda_item_id) as agenda_item_id
    from looked_for
    where item_match_number is not null
    group by meeting_id, item_match_number
    having count(distinct agenda_item_id) = 1

),

known_by_title as (

    select
        meeting_id,
        item_match_title,
        min(agenda_item_id) as agenda_item_id
    from looked_for
    where item_match_title is not null
    group by meeting_id, item_match_title
    having count(distinct agenda_item_id) = 1

),

found as (

    select
        without_id.* exclude (number_key, title_key),
        coalesce(
            known_by_number.agenda_item_id,
            known_by_title.agenda_item_id,
            without_id.meeting_id || '-item-' || without_id.number_key,
            without_id.council_id || '-' || replace(without_id.page_key, ':', '-')
            || '-' || without_id.item_position
        ) as agenda_item_id
    from without_id
    left join known_by_number
        on
            without_id.meeting_id = known_by_number.meeting_id
            and without_id.number_key = known_by_number.item_match_number
    left join known_by_title
        on
            without_id.meeting_id = known_by_title.meeting_id
            and without_id.title_key = known_by_title.item_match_title

),

identified as (

    select * exclude (title) from with_id
    union all by name
    select * exclude (title) from found

),

-- Most items are printed once: weighing and sorting are for the others.
printed_again as (

    select agenda_item_id
    from identified
    group by agenda_item_id
    having count(*) > 1

),

weighed as (

    select
        identified.*,
        case
            when printings.minutes_text is null then 3
            when printings.is_truncated then 2
            else 1
        end as wholeness,
        coalesce(length(printings.minutes_text), 0) + coalesce(length(printings.description), 0)
            as words_length
    from identified
    semi join printed_again on identified.agenda_item_id = printed_again.agenda_item_id
    inner join
        {{ newest_anew('int_pages_touched', ref('stg_moderngov__agenda_items'), by_place=true) }}
            as printings
        on
            identified.council_id = printings.council_id
            and identified.page_key = printings.page_key
            and identified.item_position = printings.item_position

),

ranked as (

    select
        identified.*,
        1 as printing_rank
    from identified
    anti join printed_again on identified.agenda_item_id = printed_again.agenda_item_id
    union all
    select
        * exclude (wholeness, words_length),
        row_number() over (
            partition by agenda_item_id
            order by wholeness, words_length desc, fetched_at desc, page_key, item_position
        ) as printing_rank
    from weighed

)

select * from ranked
