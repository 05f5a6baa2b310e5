-- Precision first: an answer that could mean other recommendations than these is linked to none.
with executives as (

    select * from {{ ref('int_committees') }}
    where is_executive

),

answers as (

    select answers.*
    from {{ ref('int_recommendation_answers') }} as answers
    semi join executives on answers.committee_id = executives.committee_id

),

agenda_items as (

    select * from {{ ref('int_agenda_items') }}

),

-- What scrutiny puts to the executive, in whichever form.
recommendations as (

    select
        recommendations.*,
        agenda_items.issue_id,
        nullif(regexp_replace(lower(recommendations.ordinal), '[^a-z0-9]', '', 'g'), '')
            as ordinal_key
    from {{ ref('fct_recommendations') }} as recommendations
    inner join agenda_items on recommendations.agenda_item_id = agenda_items.agenda_item_id
    where
        recommendations.status = 'adopted'
        and recommendations.is_substantive
        and (
            recommendations.kind = 'recommendation'
            or regexp_matches(lower(recommendations.addressee), '\b(cabinet|executive)\b')
        )
        and recommendations.committee_id not in (
            select executives.committee_id from executives
        )

),

-- They meet by the day that the answer names or, where it names none, by the issue.
candidates as (

    select
        answers.*,
        recommendations.recommendation_id,
        recommendations.meeting_id as recommending_meeting_id,
        recommendations.agenda_item_id as recommending_item_id,
        recommendations.held_on as recommended_on_found,
        recommendations.ordinal_key,
        recommendations.text as recommendation_text
    from answers
    inner join recommendations
        on
            answers.council_id = recommendations.council_id
            and answers.held_on > recommendations.held_on
            and recommendations.meeting_id is distinct from answers.meeting_id
            and coalesce(
                answers.recommended_on = recommendations.held_on,
                answers.issue_id = recommendations.issue_id
                and recommendations.held_on > answers.held_on - 400,
                false
            )

),

of_the_latest_meeting as (

    select
        *,
        count(*) over (partition by answer_id) as candidate_count,
        min(recommending_item_id) over (partition by answer_id)
        = max(recommending_item_id) over (partition by answer_id) as is_one_item,
        min(recommending_meeting_id) over (partition by answer_id)
        = max(recommending_meeting_id) over (partition by answer_id) as is_one_meeting
    from (
        select * from candidates
        qualify
            recommended_on_found = max(recommended_on_found) over (partition by answer_id)
            -- What the words quote may be older than the newest recommendation of the issue.
            or stated_subject is not null
    ) as latest

),

-- How much of what the answer quotes stands in the recommendation, word stem by word stem.
compared as (

    select
        *,
        list_filter(
            list_transform(
                regexp_extract_all(lower(stated_subject), '[a-z0-9]+'), lambda word: left(word, 4)
            ),
            lambda stem: length(stem) = 4
        ) as subject_stems,
        list_transform(
            regexp_extract_all(lower(recommendation_text), '[a-z0-9]+'), lambda word: left(word, 4)
        ) as recommendation_stems
    from of_the_latest_meeting

),

scored as (

    select
        *,
        len(list_distinct(list_intersect(subject_stems, recommendation_stems)))
        / nullif(len(list_distinct(subject_stems)), 0) as likeness
    from compared

),

linked as (

    select
        *,
        case
            when stated_subject is not null
                then
                    if(
                        likeness >= 0.75
                        and len(subject_stems) >= 2
                        and 1 = row_number()
                            over (
                                partition by answer_id order by likeness desc, recommendation_id
                            )
                        and likeness > coalesce(
                            lead(likeness) over (
                                partition by answer_id order by likeness desc, recommendation_id
                            ), 0
                        ),
                        'subject', null
                    )
            when stated_ordinals is not null
                then
                    if(
                        is_one_item
                        and list_contains(
                            regexp_extract_all(stated_ordinals, '[a-z0-9]+'), ordinal_key
                        )
                        -- "a) to c)" would leave out the ones between.
                        and not contains(stated_ordinals, ' to '),
                        'ordinal', null
                    )
            when not is_of_scrutiny or not is_one_meeting then null
            when stated_count is not null
                then if(candidate_count = stated_count, 'count', null)
            when is_singular then if(candidate_count = 1, 'sole', null)
            when is_one_item then 'all'
        end as matched_by
    from scored

),

one_per_item as (

    select * from linked
    where matched_by is not null
    qualify
        row_number()
            over (
                partition by recommendation_id, agenda_item_id order by evidence_start, answer_id
            )
        = 1

)

select * from one_per_item
