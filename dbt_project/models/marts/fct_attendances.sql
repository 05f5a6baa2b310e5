{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with attendances as (

    select records.*
    from {{ newest_anew('int_pages_touched', ref('stg_moderngov__attendances')) }} as records

),

page_meetings as (

    {{ page_meetings('int_pages_touched') }}

),

placed as (

    select
        attendances.* exclude (meeting_id),
        coalesce(attendances.meeting_id, page_meetings.meeting_id) as meeting_id
    from attendances
    left join page_meetings
        on
            attendances.council_id = page_meetings.council_id
            and attendances.page_key = page_meetings.page_key

),

identified as (

    select
        *,
        meeting_id || '-' || coalesce(
            moderngov_person_id, replace(person_match_name, ' ', '-'), md5(person_name)
        ) as attendance_id
    from placed

),

{{ foremost('identified', 'attendance_id', 'fetched_at desc, page_key, role') }},

final as (

    select
        attendance_id,
        council_id,
        meeting_id,
        person_name,
        role,
        -- The Welsh words stand beside the English; an unknown word is NULL and a test tells of it.
        case
            when regexp_matches(lower(attendance_as_stated), 'apolog|ymddiheur')
                then 'apologies'
            when
                regexp_matches(
                    lower(attendance_as_stated), '^(in attendance|yn mynychu|mewn presenoldeb)'
                )
                then 'in_attendance'
            when regexp_matches(lower(attendance_as_stated), '^(absen|not present)')
                then 'absent'
            when regexp_matches(lower(attendance_as_stated), '^(expected|disgwyl)')
                then 'expected'
            when
                regexp_matches(
                    lower(attendance_as_stated),
                    '^(present|yn bresennol|bresennol|presennol|attended|virtual|remote|substitute)'
                )
                then 'present'
        end as attendance,
        attendance_as_stated,
        page_key,
        source_url,
        fetched_at,
        page_sha256
    from foremost

)

select * from final
