with registry as (

    select * from {{ ref('stg_registry__councils') }}

),

official as (

    select
        *,
        null::date as ended_on
    from {{ ref('english_councils') }}
    union all by name
    select * from {{ ref('former_councils') }}

),

matches as (

    select
        registry.council_id,
        official.council_id as register_council_id,
        case
            when registry.gss_code = official.gss_code then 1
            when registry.gss_code = official.previous_gss_code then 2
            when registry.dfe_la_number = official.dfe_la_number then 3
            when registry.council_id = official.council_id then 4
        end as closeness
    from registry
    cross join official

),

best_matches as (

    select * from matches
    where closeness is not null
    qualify
        row_number() over (
            partition by council_id order by closeness, register_council_id
        ) = 1
        and row_number() over (
            partition by register_council_id order by closeness, council_id
        ) = 1

),

of_the_registry as (

    select
        registry.council_id,
        best_matches.register_council_id,
        registry.council_name,
        coalesce(official.gss_code, registry.gss_code) as gss_code,
        official.previous_gss_code,
        coalesce(registry.dfe_la_number, official.dfe_la_number) as dfe_la_number,
        official.ofsted_urn,
        official.region_name,
        official.la_type,
        registry.base_url,
        official.ended_on,
        true as is_in_registry
    from registry
    left join best_matches on registry.council_id = best_matches.council_id
    left join official on best_matches.register_council_id = official.council_id

),

others as (

    select
        official.council_id,
        official.council_id as register_council_id,
        official.council_name,
        official.gss_code,
        official.previous_gss_code,
        official.dfe_la_number,
        official.ofsted_urn,
        official.region_name,
        official.la_type,
        official.base_url,
        official.ended_on,
        false as is_in_registry
    from official
    where
        official.council_id not in (select best_matches.register_council_id from best_matches)
        -- The registry's slug wins: nobody else may be called by it.
        and official.council_id not in (select registry.council_id from registry)

),

all_councils as (

    select * from of_the_registry
    union all
    select * from others

)

select * from all_councils
