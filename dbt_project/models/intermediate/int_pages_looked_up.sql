-- Changed pages, and those that know their committee by its name, where the council's committees
-- are others than they were.
with committees as (

    select
        council_id,
        committee_id,
        committee_match_name,
        namesake_count
    from {{ ref('int_committees') }}

),

statements as (

    select * from {{ ref('int_meeting_statements') }}
    where stated_committee_id is null and committee_match_name is not null

),

{% if execute and build_is_full() %}

    reordered as (

        select council_id from committees
        where false

    ),

{% else %}

    committees_before as (

        select * from {{ before('intermediate', 'int_committees_before') }}

    ),

    reordered as (

        select council_id
        from (
            select * from committees
            except
            select * from committees_before
        ) as found
        union
        select council_id
        from (
            select * from committees_before
            except
            select * from committees
        ) as lost

    ),

{% endif %}

looked_up as (

    select
        council_id,
        page_key
    from {{ ref('int_pages_changed') }}
    union
    select
        statements.council_id,
        statements.page_key
    from statements
    semi join reordered on statements.council_id = reordered.council_id

)

select * from looked_up
