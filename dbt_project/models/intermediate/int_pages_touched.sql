-- Changed pages, and whatever hangs together with them: by a meeting or an item that both print,
-- step by step. Nothing outside can change what is made of them, nor they what is made of others.
with recursive ties as (

    select * from {{ ref('int_page_ties') }}
    where tie_kind in ('item', 'meeting')

),

-- Only what several pages print ties them.
on_several_pages as (

    select
        tie_kind,
        tied_id
    from ties
    group by tie_kind, tied_id
    having count(*) > 1

),

shared as (

    select ties.*
    from ties
    semi join on_several_pages
        on ties.tie_kind = on_several_pages.tie_kind and ties.tied_id = on_several_pages.tied_id

),

-- A list may have moved a meeting, or a new name its committee: its items carry day and committee.
moved as (

    select meetings.meeting_id
    from {{ ref('int_meetings_merged') }} as meetings
    inner join {{ ref('int_build_started') }} as build
        on meetings.changed_at = build.started_at
    where not build.is_full

),

first_touched as (

    select
        council_id,
        page_key
    from {{ ref('int_pages_looked_up') }}
    union
    select
        ties.council_id,
        ties.page_key
    from ties
    semi join moved on ties.tied_id = moved.meeting_id
    where ties.tie_kind = 'meeting'

),

touched as (

    select
        council_id,
        page_key
    from first_touched
    union
    select
        others.council_id,
        others.page_key
    from touched
    inner join shared
        on touched.council_id = shared.council_id and touched.page_key = shared.page_key
    inner join shared as others
        on shared.tie_kind = others.tie_kind and shared.tied_id = others.tied_id

)

select * from touched
