{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

-- Which decisions speak of recommendations, what they answer, and which they mean.
with recommendations as (

    select records.*
    from {{ anew('int_pages_touched', ref('fct_recommendations')) }} as records
    where
        records.status = 'adopted'
        and records.evidence_field = 'minutes_text'
        and regexp_matches(lower(records.text), '\brecommendations?\b|\brequests?\b')

),

agenda_items as (

    select records.*
    from {{ anew('int_pages_touched', ref('int_agenda_items')) }} as records

),

printings as (

    select records.*
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__agenda_items'), by_place=true) }}
        as records

),

decided as (

    select
        recommendations.recommendation_id as answer_id,
        recommendations.council_id,
        recommendations.agenda_item_id,
        recommendations.meeting_id,
        recommendations.committee_id,
        recommendations.held_on,
        agenda_items.issue_id,
        recommendations.evidence_start,
        recommendations.evidence_end,
        recommendations.page_key,
        recommendations.source_url,
        recommendations.fetched_at,
        recommendations.page_sha256,
        lower(recommendations.text) as words,
        lower(regexp_replace(
            concat_ws('. ', printings.title, printings.description), '\s+', ' ', 'g'
        )) as heading
    from recommendations
    inner join agenda_items on recommendations.agenda_item_id = agenda_items.agenda_item_id
    inner join printings
        on
            agenda_items.council_id = printings.council_id
            and agenda_items.page_key = printings.page_key
            and agenda_items.item_position = printings.item_position
    where
        recommendations.held_on is not null
        -- An officer's own recommendations, printed in the report, are not scrutiny's.
        and not regexp_matches(
            lower(recommendations.text),
            '\b(recommendations?|requests?) '
            || '(as |set out |contained |detailed )*(in|within|at|of) (the |this )?'
            || '(officer|report|paragraph|section|appendix)'
        )
        -- What is put off, passed on or answered with exceptions has no one answer.
        and not regexp_matches(
            lower(recommendations.text),
            '\b(defer|whether|consider(ed)?|except|exception|save for|apart from|other than'
            || '|subject to|(asked|recommended|invited|requested) to (accept|agree)( to)? the)\b'
        )

),

-- "the two recommendations … be accepted in part" or "Accepts the recommendation …".
parsed as (

    select
        *,
        regexp_extract(
            words,
            '\b(?:recommendations?|requests?)\b.*?\b((?:not )?be (?:not )?(?:partly |partially )?'
            || '(?:accepted|agreed|approved|endorsed|supported|noted|received|welcomed|rejected'
            || '|declined)\b(?: in part| in full)?)',
            1
        ) as passive_answer,
        regexp_extract(
            words,
            '\b((?:(?:does|do|did) not |not to |to not |not |declines? to |declined to |refused to '
            || '|partly |partially )?(?:accept|agree|endorse|support|note|reject|welcome)'
            || '(?:s|d|ed|es)?(?: in part| in full)?) the (?:[a-z]+ )?(?:recommendation|request)',
            1
        ) as active_answer,
        regexp_extract(words, '\brecommendations? ((?:\(?[a-z0-9]{1,4}\)(?:, ?| and | to )?)+)', 1)
            as stated_ordinals,
        regexp_extract(
            words,
            '\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
            || ' (?:scrutiny )?(?:recommendation|request)s\b',
            1
        ) as stated_count,
        regexp_matches(words, '\b(recommendation|request)\b') as is_singular,
        regexp_matches(words, '\b(scrutiny|select committee|overview)\b')
        or regexp_matches(
            heading,
            '\b(recommendations?|requests?|respon[ds]\w*)\b.*'
            || '\b(scrutiny|select committee|overview)\b'
        ) as is_of_scrutiny,
        coalesce(
            nullif(regexp_extract(words, '\b(?:of|on) (\d{1,2} [a-z]{3,9} \d{4})\b', 1), ''),
            nullif(
                regexp_extract(
                    heading, '\brecommendations?\b.*?\bon (\d{1,2} [a-z]{3,9} \d{4})\b', 1
                ),
                ''
            )
        ) as stated_date,
        coalesce(
            nullif(
                regexp_extract(
                    words,
                    '\b(?:recommendation|request)s? (?:of [^.;]*? )?that (.*?)'
                    || ',? (?:not )?be (?:not )?(?:partly )?'
                    || '(?:accepted|agreed|approved|endorsed|supported|noted|rejected|declined)\b',
                    1
                ),
                ''
            ),
            nullif(
                regexp_extract(
                    words,
                    '\b(?:recommendation|request)s? (?:that|on|about) '
                    || '([^,.;]*?)(?: and [a-z]+s\b|[,.;]|$)',
                    1
                ),
                ''
            )
        ) as stated_subject
    from decided

),

classified as (

    select
        * exclude (passive_answer, active_answer, stated_ordinals, stated_count, stated_date),
        coalesce(nullif(passive_answer, ''), nullif(active_answer, '')) as answer_words,
        nullif(stated_ordinals, '') as stated_ordinals,
        list_position(
            [
                'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten',
                'eleven', 'twelve'
            ],
            nullif(stated_count, '')
        ) as stated_count,
        try_strptime(stated_date, ['%-d %B %Y', '%-d %b %Y'])::date as recommended_on
    from parsed

),

answers as (

    select
        * exclude (answer_words, words, heading),
        case
            when regexp_matches(answer_words, '\bnot\b|\b(declin|refus|reject)')
                then 'rejected'
            when regexp_matches(answer_words, 'in part|partly|partially') then 'partly_accepted'
            when regexp_matches(answer_words, '\b(note|receive|welcome)') then 'noted'
            else 'accepted'
        end as response
    from classified
    where answer_words is not null

)

select * from answers
