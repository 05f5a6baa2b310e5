{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with versions as (

    {{ versions_of('agenda_items', 'int_pages_touched') }}

),

printings as (

    select records.*
    from {{ ref('int_item_printings') }} as records
    {{ anew('int_pages_touched', 'records') }}

),

-- A printing without the site's number is the item that its page's newest version was found to be:
-- at its place in that version, under its title in those before.
known as (

    select
        council_id,
        page_key,
        item_match_title,
        min(agenda_item_id) as agenda_item_id
    from printings
    where stated_item_id is null
    group by council_id, page_key, item_match_title
    having count(distinct agenda_item_id) = 1

),

agenda_items as (

    select records.*
    from {{ ref('int_agenda_items') }} as records
    {{ anew('int_pages_touched', 'records') }}

),

identified as (

    select
        versions.*,
        coalesce(
            versions.council || '-' || versions.item_id,
            newest.agenda_item_id,
            known.agenda_item_id,
            versions.council || '-' || replace(versions.page_key, ':', '-')
            || '-' || versions.item_position
        ) as agenda_item_id
    from versions
    left join printings as newest
        on
            versions.council = newest.council_id
            and versions.page_key = newest.page_key
            and versions.fetched_at = newest.fetched_at
            and versions.item_position = newest.item_position
    left join known
        on
            versions.council = known.council_id
            and versions.page_key = known.page_key
            and {{ match_name('versions.title') }} = known.item_match_title

),

renamed as (

    select
        ---------- ids
        identified.council as council_id,
        identified.agenda_item_id,
        coalesce(agenda_items.meeting_id, identified.council || '-' || identified.meeting_id)
            as meeting_id,
        identified.item_position,

        ---------- what the page said
        identified.minutes_text is not null as has_minutes,
        identified.is_truncated,
        coalesce(length(identified.minutes_text), 0) + coalesce(length(identified.description), 0)
            as words_length,
        hash(
            identified.title,
            identified.description,
            identified.minutes_text,
            identified.is_truncated,
            identified.is_restricted
        ) as words_hash,

        ---------- when, and where
        identified.valid_from,
        identified.valid_to,
        identified.page_key,
        identified.source_url,
        identified.fetched_at,
        identified.page_sha256
    from identified
    left join agenda_items on identified.agenda_item_id = agenda_items.agenda_item_id

)

select * from renamed
