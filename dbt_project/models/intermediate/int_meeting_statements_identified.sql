{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_looked_up'},
) }}

with statements as (

    select records.*
    from {{ anew('int_pages_looked_up', ref('int_meeting_statements')) }} as records

),

-- Statements without a number look for their meeting among those of the day with one.
looked_for as (

    select distinct -- several pages may look for one day
        council_id,
        held_on
    from statements
    where stated_meeting_id is null

),

numbered_statements as (

    select records.*
    from {{ ref('int_meeting_statements') }} as records
    semi join looked_for
        on records.council_id = looked_for.council_id and records.held_on = looked_for.held_on
    where records.stated_meeting_id is not null

),

committees as (

    select * from {{ ref('int_committees') }}

),

with_committee as (

    select
        statements.*,
        coalesce(statements.stated_committee_id, committees.committee_id) as committee_id,
        coalesce(
            statements.committee_match_name, numbered.committee_match_name
        ) as meeting_match_name
    from statements
    left join committees
        on
            statements.council_id = committees.council_id
            and statements.committee_match_name = committees.committee_match_name
            -- Two committees of one name: which is meant cannot be known.
            and committees.namesake_count = 1
    left join committees as numbered
        on statements.stated_committee_id = numbered.committee_id

),

-- Only a statement without number looks for its meeting.
with_key as (

    select
        *,
        if(stated_meeting_id is null, meeting_match_name, null) as name_key
    from with_committee

),

known_meetings as (

    select
        numbered_statements.council_id,
        coalesce(
            numbered_statements.committee_match_name, committees.committee_match_name
        ) as meeting_match_name,
        numbered_statements.held_on,
        min(numbered_statements.stated_meeting_id) as meeting_id
    from numbered_statements
    left join committees on numbered_statements.stated_committee_id = committees.committee_id
    where meeting_match_name is not null
    group by numbered_statements.council_id, meeting_match_name, numbered_statements.held_on
    having count(distinct numbered_statements.stated_meeting_id) = 1

),

identified as (

    select
        with_key.* exclude (moderngov_meeting_id, name_key),
        coalesce(
            with_key.stated_meeting_id,
            known_meetings.meeting_id,
            with_key.council_id || '-'
            || replace(
                coalesce(with_key.meeting_match_name, with_key.committee_id), ' ', '-'
            )
            || '-' || with_key.held_on
        ) as meeting_id,
        with_key.moderngov_meeting_id
    from with_key
    left join known_meetings
        on
            with_key.council_id = known_meetings.council_id
            and with_key.name_key = known_meetings.meeting_match_name
            and with_key.held_on = known_meetings.held_on

)

select * from identified
