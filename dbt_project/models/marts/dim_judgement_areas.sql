with judgement_areas as (

    select * from {{ ref('judgement_areas') }}

)

select * from judgement_areas
