-- One combined judgement of care until December 2022, two since; no overall one from April 2026.
select
    register_council_id,
    regime,
    started_on
from {{ ref('stg_register__inspections') }}
where
    regime = 'ILACS'
    and (
        (started_on >= '2023-01-01' and children_in_care_and_care_leavers is not null)
        or (started_on < '2023-01-01' and coalesce(children_in_care, care_leavers) is not null)
        or (started_on >= '2026-04-01' and overall_effectiveness <> 'not_judged')
    )
