with events as (

    select * from {{ ref('int_inspection_events') }}

),

judgements as (

    select * from {{ ref('int_event_judgements') }}

),

mentions as (

    select * from {{ ref('int_mentions_in_context') }}
    -- What a file says of a grade is not weighed: it may be a report of many inspections.
    where occurrence = 'occurred' and not is_in_document

),

resolved as (

    select * from {{ ref('int_mentions_resolved') }}

),

grades as (

    select * from {{ ref('grades') }}

),

stated_grades as (

    select
        resolved.inspection_event_id,
        mentions.judgement_area,
        count(*) as graded_mention_count,
        min(mentions.grade) as least_grade,
        max(mentions.grade) as greatest_grade
    from resolved
    inner join mentions on resolved.mention_id = mentions.mention_id
    where mentions.grade is not null
    group by resolved.inspection_event_id, mentions.judgement_area

),

outcomes as (

    select
        events.*,
        judgements.judgement_area,
        judgements.grade,
        case
            when judgements.grade_status is not null then judgements.grade_status
            when
                events.event_type <> 'inspection'
                or events.regime in ('JTAI', 'AREA_SEND', 'LOCAL_AREA_SEND_2016')
                then 'not_graded_event'
            else 'unknown'
        end as grade_status,
        -- SIF and ILACS judge the whole of children's services; other regimes a part or a partner.
        if(events.regime in ('SIF', 'ILACS'), 'CHILDRENS_SERVICES', events.regime) as grade_series
    from events
    left join judgements on events.inspection_event_id = judgements.inspection_event_id

),

with_previous_grade as (

    select
        *,
        last_value(grade ignore nulls) over (
            partition by council_id, grade_series, judgement_area
            order by coalesce(started_on, published_on), inspection_event_id
            rows between unbounded preceding and 1 preceding
        ) as earlier_grade
    from outcomes

),

with_agreement as (

    select
        with_previous_grade.* exclude (earlier_grade),
        if(
            with_previous_grade.grade is null, null, with_previous_grade.earlier_grade
        ) as previous_grade,
        coalesce(stated_grades.graded_mention_count, 0) as graded_mention_count,
        case
            when with_previous_grade.sources = 'register' then 'register_only'
            when with_previous_grade.sources = 'minutes' then 'minutes_only'
            when with_previous_grade.judgement_area is null
                then if(with_previous_grade.has_contradiction, 'contradicts', 'agrees')
            when stated_grades.inspection_event_id is null then 'register_only'
            when
                stated_grades.least_grade = with_previous_grade.grade
                and stated_grades.greatest_grade = with_previous_grade.grade
                then 'agrees'
            else 'contradicts'
        end as agreement
    from with_previous_grade
    left join stated_grades
        on
            with_previous_grade.inspection_event_id = stated_grades.inspection_event_id
            and with_previous_grade.judgement_area = stated_grades.judgement_area

),

final as (

    select
        with_agreement.inspection_event_id || '-' || coalesce(
            with_agreement.judgement_area, 'visit'
        ) as inspection_outcome_id,
        with_agreement.council_id,
        with_agreement.inspection_event_id,
        with_agreement.regime,
        with_agreement.event_type,
        with_agreement.started_on,
        with_agreement.ended_on,
        with_agreement.date_precision,
        with_agreement.published_on,
        with_agreement.visit_number,
        with_agreement.theme,
        with_agreement.judgement_area,
        with_agreement.grade,
        with_agreement.grade_status,
        with_agreement.previous_grade,
        case
            when with_agreement.grade is null then null
            when with_agreement.previous_grade is null then 'first'
            when grades.grade_rank < previous_grades.grade_rank then 'improved'
            when grades.grade_rank > previous_grades.grade_rank then 'declined'
            else 'same'
        end as movement,
        with_agreement.sources,
        with_agreement.agreement,
        with_agreement.mention_count,
        with_agreement.document_mention_count,
        with_agreement.graded_mention_count,
        with_agreement.first_minuted_on,
        case
            when with_agreement.published_on is not null
                then with_agreement.first_minuted_on - with_agreement.published_on
            -- Of a visit known to the month only, days cannot be counted.
            when with_agreement.date_precision = 'day'
                then
                    with_agreement.first_minuted_on
                    - coalesce(with_agreement.ended_on, with_agreement.started_on)
        end as days_to_first_scrutiny,
        with_agreement.register_source_url,
        with_agreement.source_url,
        with_agreement.fetched_at,
        with_agreement.page_sha256
    from with_agreement
    left join grades on with_agreement.grade = grades.grade
    left join grades as previous_grades
        on with_agreement.previous_grade = previous_grades.grade

)

select * from final
