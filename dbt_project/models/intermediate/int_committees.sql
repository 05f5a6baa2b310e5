with listed as (

    select
        council_id,
        committee_id,
        moderngov_committee_id,
        committee_name,
        committee_match_name,
        fetched_at,
        1 as authority
    from {{ ref('stg_moderngov__committees') }}

),

stated as (

    select
        council_id,
        stated_committee_id as committee_id,
        moderngov_committee_id,
        committee_name,
        committee_match_name,
        fetched_at,
        2 as authority
    from {{ ref('int_meeting_statements') }}

),

listed_or_stated as (

    select
        * exclude (fetched_at),
        max(fetched_at) as fetched_at
    from (
        select * from listed
        union all
        select * from stated
    ) as both_kinds
    where coalesce(committee_id, committee_match_name) is not null
    group by all

),

with_number as (

    select
        council_id,
        committee_id,
        any_value(moderngov_committee_id) as moderngov_committee_id,
        first(committee_name order by authority, fetched_at desc, committee_name)
        filter (where committee_name is not null) as committee_name,
        first(committee_match_name order by authority, fetched_at desc, committee_name)
        filter (where committee_match_name is not null) as committee_match_name
    from listed_or_stated
    where committee_id is not null
    group by council_id, committee_id

),

named_only as (

    select
        stated.council_id,
        stated.council_id || '-' || replace(stated.committee_match_name, ' ', '-') as committee_id,
        null::varchar as moderngov_committee_id,
        min(stated.committee_name) as committee_name,
        stated.committee_match_name
    from stated
    left join with_number
        on
            stated.council_id = with_number.council_id
            and stated.committee_match_name = with_number.committee_match_name
    where
        stated.committee_id is null
        and stated.committee_match_name is not null
        and with_number.committee_id is null
    group by stated.council_id, stated.committee_match_name

),

all_committees as (

    select * from with_number
    union all
    select * from named_only

),

counted as (

    select
        *,
        count(*) over (partition by council_id, committee_match_name) as namesake_count,
        -- "cabined" and "gweithrediaeth" are Welsh for cabinet and executive.
        coalesce(
            regexp_matches(committee_match_name, '\b(cabinet|executive|cabined|gweithrediaeth)\b')
            and not regexp_matches(
                committee_match_name, '\b(scrutiny|overview|select|panel|forum|advisory|craffu)\b'
            ),
            false
        ) as is_executive
    from all_committees

)

select * from counted
