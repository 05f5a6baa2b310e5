-- Each code of a council of England is told with its time, and no two of a council hold at once.
{{ config(meta={'dagster': {'ref': {'name': 'dim_council_versions'}}}) }}

with versions as (

    select * from {{ ref('dim_council_versions') }}

),

known as (

    select
        council_id,
        unnest([gss_code, previous_gss_code]) as gss_code
    from {{ ref('int_councils') }}
    where register_council_id is not null

),

overlapping as (

    select earlier.gss_code
    from versions as earlier
    inner join versions as later
        on earlier.council_id = later.council_id and earlier.gss_code <> later.gss_code
    where
        coalesce(earlier.valid_from, date '0001-01-01') <= coalesce(later.valid_to, 'infinity')
        and coalesce(later.valid_from, date '0001-01-01') <= coalesce(earlier.valid_to, 'infinity')

)

select known.gss_code
from known
left join versions
    on known.council_id = versions.council_id and known.gss_code = versions.gss_code
where known.gss_code is not null and versions.gss_code is null
union all
select gss_code from overlapping
