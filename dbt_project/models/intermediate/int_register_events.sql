with register as (

    select * from {{ ref('stg_register__inspections') }}

),

councils as (

    select * from {{ ref('int_councils') }}

),

crawls as (

    select max(ended_at) as last_ended_at from {{ ref('stg_crawl__crawls') }}

),

of_councils as (

    select
        councils.council_id,
        register.*
    from register
    inner join councils
        on
            register.register_council_id = councils.register_council_id
            -- A register beside the registry may speak of councils that only the registry knows.
            or (
                register.register_kind = 'extra'
                and councils.register_council_id is null
                and register.register_council_id = councils.council_id
            )

),

-- A register beside the registry is the newer word on an event that the bundled one holds too.
superseded as (

    select
        bundled.council_id,
        bundled.regime,
        bundled.event_type,
        bundled.started_on
    from of_councils as bundled
    inner join of_councils as extra
        on
            bundled.council_id = extra.council_id
            and bundled.regime = extra.regime
            and bundled.event_type = extra.event_type
            and abs(bundled.started_on - extra.started_on) <= 7
    where bundled.register_kind = 'bundled' and extra.register_kind = 'extra'

),

standing as (

    select of_councils.*
    from of_councils
    left join superseded
        on
            of_councils.register_kind = 'bundled'
            and of_councils.council_id = superseded.council_id
            and of_councils.regime = superseded.regime
            and of_councils.event_type = superseded.event_type
            and of_councils.started_on = superseded.started_on
    where superseded.council_id is null

),

identified as (

    select
        standing.* exclude (register_council_id),
        lower(concat_ws(
            '-',
            standing.council_id,
            standing.regime,
            standing.event_type,
            coalesce(standing.started_on, standing.published_on)
        )) as inspection_event_id,
        -- Where fieldwork is unknown it lay before publication: 214 days is the longest on record.
        coalesce(standing.started_on, standing.published_on - 214) as earliest_on,
        coalesce(standing.ended_on, standing.started_on, standing.published_on) as latest_on,
        if(
            standing.register_kind = 'bundled',
            '{{ var("register_read_at") }}'::timestamptz,
            crawls.last_ended_at
        ) as read_at
    from standing
    cross join crawls

),

one_per_event as (

    select * from identified
    qualify
        row_number() over (
            partition by inspection_event_id order by register_kind desc, source_url
        ) = 1

)

select * from one_per_event
