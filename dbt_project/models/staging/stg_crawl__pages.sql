with versions as (

    select * from {{ ref('stg_crawl__page_versions') }}

),

latest as (

    select * exclude (valid_from, valid_to) from versions
    where valid_to is null

)

select * from latest
