with register as (

    select * from {{ ref('stg_register__inspections') }}

),

councils as (

    select * from {{ ref('int_councils') }}

),

official as (

    select * from {{ ref('int_official_events') }}

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

-- What Ofsted's statistics alone hold, in a release newer than the registers.
unregistered as (

    select official.*
    from official
    left join standing
        on
            official.council_id = standing.council_id
            and official.regime = standing.regime
            and official.event_type = standing.event_type
            and abs(official.started_on - coalesce(standing.started_on, standing.published_on))
            <= 21
    where standing.council_id is null

),

all_events as (

    select * exclude (register_council_id) from standing
    union all by name
    select * from unregistered

),

identified as (

    select
        all_events.* exclude (read_at),
        lower(concat_ws(
            '-',
            all_events.council_id,
            all_events.regime,
            all_events.event_type,
            coalesce(all_events.started_on, all_events.published_on)
        )) as inspection_event_id,
        -- Where fieldwork is unknown it lay before publication: 214 days is the longest on record.
        coalesce(all_events.started_on, all_events.published_on - 214) as earliest_on,
        coalesce(all_events.ended_on, all_events.started_on, all_events.published_on) as latest_on,
        case all_events.register_kind
            when 'bundled' then '{{ var("register_read_at") }}'::timestamptz
            when 'official' then all_events.read_at
            else crawls.last_ended_at
        end as read_at
    from all_events
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
