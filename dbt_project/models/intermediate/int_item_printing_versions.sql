{{ config(
    materialized='incremental',
    incremental_strategy='anew',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched'},
) }}
-- depends_on: {{ ref('int_pages_changed') }}

-- Texts are long: from here on their hashes stand for them.
{% set hashes %}
    minutes_text is not null as has_minutes,
    coalesce(length(minutes_text), 0) + coalesce(length(description), 0) as words_length,
    if(description is null, null, hash(description)) as description_hash,
    if(minutes_text is null, null, hash(minutes_text)) as minutes_hash
{% endset %}

with versions as (

    {{ versions_of('agenda_items', 'int_pages_touched') }}

),

{% if is_incremental() %}

    new_versions as (

        {{ new_versions_of('agenda_items') }}

    ),

    -- Those of a version that is not new were taken when it was.
    words as (

        select
            council as council_id,
            page_key,
            fetched_at,
            item_position,
            {{ hashes }}
        from new_versions
        union all
        select
            standing.council_id,
            standing.page_key,
            standing.fetched_at,
            standing.item_position,
            standing.has_minutes,
            standing.words_length,
            standing.description_hash,
            standing.minutes_hash
        from {{ of_pages('int_pages_touched', this) }} as standing
        anti join {{ ref('int_pages_changed') }} as news
            on
                standing.council_id = news.council_id
                and standing.page_key = news.page_key
                and standing.fetched_at = news.fetched_at

    ),

    hashed as (

        select
            versions.* exclude (description, minutes_text),
            words.has_minutes,
            words.words_length,
            words.description_hash,
            words.minutes_hash
        from versions
        inner join words
            on
                versions.council = words.council_id
                and versions.page_key = words.page_key
                and versions.fetched_at = words.fetched_at
                and versions.item_position = words.item_position

    ),

{% else %}

    hashed as (

        select
            * exclude (description, minutes_text),
            {{ hashes }}
        from versions

    ),

{% endif %}

titled as (

    select
        *,
        if(item_id is null, {{ match_name('title') }}, null) as title_key
    from hashed

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
        titled.title_key,
        min(newest.agenda_item_id) as agenda_item_id
    from newest
    inner join titled
        on
            newest.council_id = titled.council
            and newest.page_key = titled.page_key
            and newest.fetched_at = titled.fetched_at
            and newest.item_position = titled.item_position
    group by newest.council_id, newest.page_key, titled.title_key
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
        titled.*,
        coalesce(
            titled.council || '-' || titled.item_id,
            newest.agenda_item_id,
            known.agenda_item_id,
            titled.council || '-' || replace(titled.page_key, ':', '-')
            || '-' || titled.item_position
        ) as agenda_item_id
    from titled
    left join newest
        on
            titled.council = newest.council_id
            and titled.page_key = newest.page_key
            and titled.fetched_at = newest.fetched_at
            and titled.item_position = newest.item_position
    left join known
        on
            titled.council = known.council_id
            and titled.page_key = known.page_key
            and titled.title_key = known.title_key

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
