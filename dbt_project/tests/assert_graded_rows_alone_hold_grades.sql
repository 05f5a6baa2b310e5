select inspection_outcome_id
from {{ ref('fct_inspection_outcomes') }}
where (grade_status = 'graded') <> (grade is not null)
