-- From which overall grade to which have councils moved, inspection by inspection?
pivot (
    select
        outcomes.previous_grade,
        outcomes.grade
    from {{ ref('fct_inspection_outcomes') }} as outcomes
    where
        outcomes.judgement_area = 'overall_effectiveness'
        and outcomes.regime in ('SIF', 'ILACS')
        and outcomes.grade_status = 'graded'
        and outcomes.previous_grade is not null
)
on grade in ('outstanding', 'good', 'requires_improvement', 'inadequate')
using count(*)
order by list_position(['outstanding', 'good', 'requires_improvement', 'inadequate'], previous_grade)
