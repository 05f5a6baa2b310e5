{#- Rows of a raw table in every version of their page, with the time for which it stood. -#}
{% macro versions_of(table, scope) -%}
    {{ in_their_versions(anew(scope, source('raw', table), council='council')) }}
{%- endmacro %}

{#- The same of versions that are new alone. -#}
{% macro new_versions_of(table) -%}
    {{ in_their_versions(anew_versions(source('raw', table))) }}
{%- endmacro %}

{% macro in_their_versions(records) -%}
    select
        records.*,
        versions.page_kind,
        versions.valid_from,
        versions.valid_to
    from {{ records }} as records
    inner join {{ ref('stg_crawl__page_versions') }} as versions
        on
            records.council = versions.council_id
            and records.page_key = versions.page_key
            and records.fetched_at = versions.fetched_at
            and records.page_sha256 = versions.page_sha256
{%- endmacro %}
