-- Monitoring visits of known date, numbered since the inadequate judgement that they follow.
with events as (

    select * from {{ ref('int_dated_events') }}

),

inadequate_inspections as (

    select * from {{ ref('int_inadequate_inspections') }}

),

visits as (

    select
        events.council_id,
        events.inspection_event_id,
        events.started_on,
        events.is_registered,
        events.register_visit_number is not null as is_stated_by_register,
        coalesce(events.register_visit_number, events.minuted_visit_number) as stated_number,
        max(inadequate_inspections.judged_from) as judged_from
    from events
    left join inadequate_inspections
        on
            events.council_id = inadequate_inspections.council_id
            and events.started_on > inadequate_inspections.judged_from
    where events.event_type = 'monitoring_visit' and events.started_on is not null
    group by
        events.council_id,
        events.inspection_event_id,
        events.started_on,
        events.is_registered,
        is_stated_by_register,
        stated_number

),

ordered as (

    select
        *,
        row_number() over (
            partition by council_id, judged_from order by started_on, inspection_event_id
        ) as place
    from visits

),

-- Numbers rise with the days; of minuted ones that do not, none is believed.
believed as (

    select
        one.council_id,
        one.inspection_event_id,
        one.started_on,
        one.judged_from,
        one.is_registered,
        one.place,
        if(
            not one.is_stated_by_register
            and bool_or(
                (other.place < one.place and other.stated_number >= one.stated_number)
                or (other.place > one.place and other.stated_number <= one.stated_number)
            ),
            null,
            one.stated_number
        ) as stated_number
    from ordered as one
    left join ordered as other
        on
            one.council_id = other.council_id
            and one.judged_from is not distinct from other.judged_from
            and one.place <> other.place
    group by
        one.council_id,
        one.inspection_event_id,
        one.started_on,
        one.judged_from,
        one.is_registered,
        one.is_stated_by_register,
        one.place,
        one.stated_number

),

with_neighbours as (

    select
        *,
        last_value(stated_number - place ignore nulls) over (
            partition by council_id, judged_from order by place
            rows between unbounded preceding and 1 preceding
        ) as missing_before,
        first_value(stated_number - place ignore nulls) over (
            partition by council_id, judged_from order by place
            rows between 1 following and unbounded following
        ) as missing_after
    from believed

),

numbered as (

    select
        *,
        case
            when stated_number is not null then stated_number
            -- A numbered visit fixes the count for its neighbours, unless two of them disagree.
            when missing_before = missing_after then place + missing_before
            when missing_before is not null and missing_after is not null then null
            -- With one neighbour only, the count holds where none can be missing: among the
            -- register's own visits, and before a visit with all earlier ones known.
            when is_registered then place + coalesce(missing_before, missing_after)
            when missing_after = 0 then place
        end as visit_number
    from with_neighbours

),

counted as (

    select
        council_id,
        inspection_event_id,
        started_on,
        judged_from,
        if(visit_number >= 1, visit_number, null) as visit_number
    from numbered

)

select * from counted
