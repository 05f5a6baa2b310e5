-- Against what stood before the council's latest crawl. What a crawl met for the first time is no
-- change of the site's: a first crawl, or a backfill of old meetings, has none.
with crawls as (

    select
        council_id,
        run_id,
        started_at,
        timezone('Europe/London', started_at)::date as crawled_on,
        coalesce(
            bool_or(outcome = 'complete') over (
                partition by council_id order by started_at, run_id
                rows between unbounded preceding and 1 preceding
            ),
            false
        ) as has_predecessor
    from {{ ref('stg_crawl__crawls') }}
    qualify row_number() over (partition by council_id order by started_at desc, run_id desc) = 1

),

latest_crawls as (

    select * from crawls
    where has_predecessor

),

meetings as (

    select * from {{ ref('fct_meetings') }}

),

changed_items as (

    {{ changed_since_the_latest_crawl(ref('int_agenda_item_versions'), 'agenda_item_id') }}

),

changed_documents as (

    {{ changed_since_the_latest_crawl(ref('fct_document_versions'), 'document_id') }}

),

changed_meetings as (

    {{ changed_since_the_latest_crawl(ref('fct_meeting_versions'), 'meeting_id') }}

),

meeting_versions as (

    select
        versions.*,
        lag(versions.minutes_status) over (before) as minutes_status_before,
        lag(versions.standing) over (before) as standing_before,
        lag(versions.held_on) over (before) as held_on_before
    from {{ ref('fct_meeting_versions') }} as versions
    semi join changed_meetings on versions.meeting_id = changed_meetings.meeting_id
    window before as (partition by versions.meeting_id order by versions.version_number)

),

item_versions as (

    select
        versions.*,
        page_versions.source_url,
        page_versions.page_sha256,
        lag(versions.title) over (before) as title_before,
        lag(versions.description_hash) over (before) as description_hash_before,
        lag(versions.minutes_hash) over (before) as minutes_hash_before,
        lag(versions.is_truncated) over (before) as is_truncated_before
    from {{ ref('int_agenda_item_versions') }} as versions
    semi join changed_items on versions.agenda_item_id = changed_items.agenda_item_id
    inner join {{ ref('stg_crawl__page_versions') }} as page_versions
        on
            versions.council_id = page_versions.council_id
            and versions.page_key = page_versions.page_key
            and versions.fetched_at = page_versions.fetched_at
    window before as (partition by versions.agenda_item_id order by versions.version_number)

),

document_versions as (

    select versions.*
    from {{ ref('fct_document_versions') }} as versions
    semi join changed_documents on versions.document_id = changed_documents.document_id

),

meetings_spoken_of as (

    select meeting_id from item_versions
    union
    select meeting_id from document_versions

),

meetings_seen as (

    select
        meeting_id,
        min(valid_from) as first_seen_at
    from {{ ref('int_agenda_item_versions') }} as versions
    semi join meetings_spoken_of on versions.meeting_id = meetings_spoken_of.meeting_id
    group by meeting_id

),

agendas as (

    select
        'agenda_published' as change,
        latest_crawls.run_id,
        meetings_seen.first_seen_at as noticed_at,
        meetings.council_id,
        meetings.meeting_id,
        null as agenda_item_id,
        null as document_id,
        meetings.agenda_item_count
        || if(meetings.agenda_item_count = 1, ' item', ' items') as detail,
        meetings.source_url,
        meetings.fetched_at,
        meetings.page_sha256
    from meetings_seen
    inner join meetings on meetings_seen.meeting_id = meetings.meeting_id
    inner join latest_crawls on meetings.council_id = latest_crawls.council_id
    where
        meetings_seen.first_seen_at >= latest_crawls.started_at
        and meetings.held_on >= latest_crawls.crawled_on

),

meeting_changes as (

    select
        unnest(list_filter(
            [
                if(
                    versions.minutes_status in ('draft', 'published')
                    and versions.minutes_status_before is distinct from versions.minutes_status
                    and versions.minutes_status_before is distinct from 'published',
                    'minutes_published', null
                ),
                if(
                    versions.standing = 'cancelled' and versions.standing_before <> 'cancelled',
                    'cancelled', null
                ),
                if(
                    versions.standing = 'postponed' and versions.standing_before <> 'postponed',
                    'postponed', null
                ),
                if(versions.held_on <> versions.held_on_before, 'redated', null)
            ],
            lambda change: change is not null
        )) as change,
        latest_crawls.run_id,
        versions.valid_from as noticed_at,
        versions.council_id,
        versions.meeting_id,
        null as agenda_item_id,
        null as document_id,
        versions.minutes_status,
        versions.held_on_before,
        versions.source_url,
        versions.fetched_at,
        versions.page_sha256
    from meeting_versions as versions
    inner join latest_crawls on versions.council_id = latest_crawls.council_id
    where versions.version_number > 1 and versions.valid_from >= latest_crawls.started_at

),

meeting_changes_told as (

    select
        * exclude (minutes_status, held_on_before),
        case change
            when 'minutes_published' then minutes_status
            when 'redated' then 'was ' || held_on_before
        end as detail
    from meeting_changes

),

-- Minutes where there were none, or whole where they were cut, are no revision.
revisions as (

    select
        'text_revised' as change,
        latest_crawls.run_id,
        versions.valid_from as noticed_at,
        versions.council_id,
        versions.meeting_id,
        versions.agenda_item_id,
        null as document_id,
        concat_ws(
            ', ',
            if(versions.title <> versions.title_before, 'title', null),
            if(versions.description_hash <> versions.description_hash_before, 'description', null),
            if(versions.minutes_hash <> versions.minutes_hash_before, 'minutes', null)
        ) as detail,
        versions.source_url,
        versions.fetched_at,
        versions.page_sha256
    from item_versions as versions
    inner join latest_crawls on versions.council_id = latest_crawls.council_id
    where
        versions.version_number > 1
        and versions.valid_from >= latest_crawls.started_at
        and not versions.is_truncated
        and not versions.is_truncated_before
        and (
            versions.title <> versions.title_before
            or versions.description_hash <> versions.description_hash_before
            or versions.minutes_hash <> versions.minutes_hash_before
        )

),

items_withdrawn as (

    {{ withdrawn('item', 'item_versions', 'agenda_item_id', document_id='null') }}

),

documents_withdrawn as (

    {{ withdrawn(
        'document', 'document_versions', 'document_id', document_id='versions.document_id'
    ) }}

),

documents_added as (

    select
        'new_document' as change,
        latest_crawls.run_id,
        versions.valid_from as noticed_at,
        versions.council_id,
        versions.meeting_id,
        versions.agenda_item_id,
        versions.document_id,
        versions.title as detail,
        versions.source_url,
        versions.fetched_at,
        versions.page_sha256
    from document_versions as versions
    inner join latest_crawls on versions.council_id = latest_crawls.council_id
    inner join meetings_seen on versions.meeting_id = meetings_seen.meeting_id
    where
        versions.version_number = 1
        and versions.valid_from >= latest_crawls.started_at
        -- Documents of an agenda that is itself new go without saying.
        and meetings_seen.first_seen_at < latest_crawls.started_at

),

all_changes as (

    select * from agendas
    union all by name
    select * from meeting_changes_told
    union all by name
    select * from revisions
    union all by name
    select * from items_withdrawn
    union all by name
    select * from documents_withdrawn
    union all by name
    select * from documents_added

),

final as (

    select
        left(md5(concat_ws(
            '|',
            all_changes.change,
            all_changes.noticed_at,
            -- Each at its place: an item and a document may have one id.
            coalesce(all_changes.meeting_id, ''),
            coalesce(all_changes.agenda_item_id, ''),
            coalesce(all_changes.document_id, '')
        )), 16) as change_id,
        all_changes.council_id,
        all_changes.run_id,
        all_changes.change,
        all_changes.noticed_at,
        all_changes.meeting_id,
        meetings.committee_id,
        meetings.held_on,
        all_changes.agenda_item_id,
        all_changes.document_id,
        nullif(all_changes.detail, '') as detail,
        all_changes.source_url,
        all_changes.fetched_at,
        all_changes.page_sha256
    from all_changes
    left join meetings on all_changes.meeting_id = meetings.meeting_id

)

select * from final
