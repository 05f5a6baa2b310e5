with grades as (

    select * from {{ ref('grades') }}

)

select * from grades
