-- A row of a register whose council nobody knows is left out of the marts: say so.
{{ config(severity='warn', meta={'dagster': {'ref': {'name': 'stg_register__inspections'}}}) }}

select register.*
from {{ ref('stg_register__inspections') }} as register
left join {{ ref('int_councils') }} as councils
    on
        register.register_council_id = councils.register_council_id
        or register.register_council_id = councils.council_id
where councils.council_id is null
