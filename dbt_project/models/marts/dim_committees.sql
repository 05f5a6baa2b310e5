with committees as (

    select * from {{ ref('int_committees') }}

),

final as (

    select
        committee_id,
        council_id,
        moderngov_committee_id,
        committee_name,
        -- "plant" is Welsh for children, "ieuenctid" for youth; "education" alone is schools.
        coalesce(
            regexp_matches(
                committee_match_name,
                '\b(child|children|childrens|families|family|young people|youth'
                || '|corporate parent|corporate parents|corporate parenting|safeguarding children'
                || '|plant|phlant|blant|ieuenctid|rhianta corfforaethol)\b'
            ),
            false
        ) as is_childrens_services
    from committees

)

select * from final
