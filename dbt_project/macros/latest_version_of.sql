{#- Rows of a raw table that come from the newest error-free version of their page, each with its
    place in the table. -#}
{% macro latest_version_of(table) -%}
    select
        records.*,
        records.rowid,
        pages.page_kind
    from {{ source('raw', table) }} as records
    inner join {{ ref('stg_crawl__pages') }} as pages
        on
            records.council = pages.council_id
            and records.page_key = pages.page_key
            and records.fetched_at = pages.fetched_at
{%- endmacro %}
