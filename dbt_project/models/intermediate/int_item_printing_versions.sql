{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}

with versions as (

    {{ versions_of('agenda_items', 'int_pages_touched') }}

),

-- Texts are long: from here on their hashes stand for them.
hashed as (

    select
        * exclude (description, minutes_text),
        if(item_id is null, {{ match_name('title') }}, null) as title_key,
        minutes_text is not null as has_minutes,
        coalesce(length(minutes_text), 0) + coalesce(length(description), 0) as words_length,
        if(description is null, null, hash(description)) as description_hash,
        if(minutes_text is null, null, hash(minutes_text)) as minutes_hash
    from versions

),

-- A printing without the site's number is the item that its page's newest version was found to be:
-- at its place in that version, under its title in those before.
newest as (

    select
        records.council_id,
        records.page_key,
        records.fetched_at,
        records.item_position,
        records.agenda_item_id
    from {{ anew('int_pages_touched', ref('int_item_printings')) }} as records
    where records.stated_item_id is null

),

known as (

    select
        newest.council_id,
        newest.page_key,
        hashed.title_key,
        min(newest.agenda_item_id) as agenda_item_id
    from newest
    inner join hashed
        on
            newest.council_id = hashed.council
            and newest.page_key = hashed.page_key
            and newest.fetched_at = hashed.fetched_at
            and newest.item_position = hashed.item_position
    group by newest.council_id, newest.page_key, hashed.title_key
    having count(distinct newest.agenda_item_id) = 1

),

agenda_items as (

    select
        records.agenda_item_id,
        records.meeting_id
    from {{ anew('int_pages_touched', ref('int_agenda_items')) }} as records

),

identified as (

    select
        hashed.*,
        coalesce(
            hashed.council || '-' || hashed.item_id,
            newest.agenda_item_id,
            known.agenda_item_id,
            hashed.council || '-' || replace(hashed.page_key, ':', '-')
            || '-' || hashed.item_position
        ) as agenda_item_id
    from hashed
    left join newest
        on
            hashed.council = newest.council_id
            and hashed.page_key = newest.page_key
            and hashed.fetched_at = newest.fetched_at
            and hashed.item_position = newest.item_position
    left join known
        on
            hashed.council = known.council_id
            and hashed.page_key = known.page_key
            and hashed.title_key = known.title_key

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
        identified.title,
        identified.has_minutes,
        identified.is_truncated,
        identified.is_restricted,
        identified.words_length,
        identified.description_hash,
        identified.minutes_hash,

        ---------- when, and where
        identified.valid_from,
        identified.valid_to,
        identified.page_key,
        identified.fetched_at
    from identified
    left join agenda_items on identified.agenda_item_id = agenda_items.agenda_item_id

)

select * from renamed
