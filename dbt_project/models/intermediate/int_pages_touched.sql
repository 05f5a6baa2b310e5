-- Changed pages, and whatever hangs together with them: by a meeting or an item that both print,
-- step by step. Nothing outside can change what is made of them, nor they what is made of others.
with recursive first_touched as (

    select
        council_id,
        page_key
    from {{ ref('int_pages_looked_up') }}
    {% if not execute or not build_is_full() -%}
        -- A list may have moved a meeting, or a new name its committee: its items carry day and
        -- committee.
        union
        select
            ties.council_id,
            ties.page_key
        from {{ ref('int_page_ties') }} as ties
        inner join {{ ref('int_meetings_merged') }} as meetings
            on ties.tied_id = meetings.meeting_id
        where
            ties.tie_kind = 'meeting'
            and meetings.changed_at = timestamptz '{{ run_started_at }}'
    {%- endif %}

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
    inner join {{ ref('int_page_ties') }} as ties
        on touched.council_id = ties.council_id and touched.page_key = ties.page_key
    inner join {{ ref('int_page_ties') }} as others
        on ties.tie_kind = others.tie_kind and ties.tied_id = others.tied_id
    where ties.tie_kind <> 'listed'

)

select * from touched
