-- A grade stands where the inspection gave one, and nowhere else.
select inspection_outcome_id
from {{ ref('fct_inspection_outcomes') }}
where (grade_status = 'graded') <> (grade is not null)
