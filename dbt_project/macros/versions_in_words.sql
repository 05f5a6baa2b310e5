{#- Versions of items in the words of `printings`, which raw keeps. -#}
{% macro versions_in_words(printings) -%}
    with versions as (

        select * from {{ ref('int_agenda_item_versions') }}

    ),

    page_versions as (

        select * from {{ ref('stg_crawl__page_versions') }}

    ),

    printings as (

        select * from {{ printings }}

    ),

    final as (

        select
            versions.agenda_item_version_id,
            versions.council_id,
            versions.agenda_item_id,
            versions.meeting_id,
            versions.version_number,
            versions.valid_from,
            versions.valid_to,
            versions.valid_to is null as is_current,
            versions.title,
            printings.description,
            printings.minutes_text,
            versions.is_truncated,
            versions.is_restricted,
            versions.page_key,
            printings.source_url,
            versions.fetched_at,
            printings.page_sha256
        from versions
        inner join page_versions
            on
                versions.council_id = page_versions.council_id
                and versions.page_key = page_versions.page_key
                and versions.fetched_at = page_versions.fetched_at
        inner join printings
            on
                versions.council_id = printings.council
                and versions.page_key = printings.page_key
                and versions.fetched_at = printings.fetched_at
                and page_versions.page_sha256 = printings.page_sha256
                and versions.item_position = printings.item_position

    )

    select * from final
{%- endmacro %}
