{#- Things whose last version ended since the latest crawl of their council began. -#}
{% macro withdrawn(thing, versions, key, document_id) -%}
    select
        'withdrawn' as change,
        latest_crawls.run_id,
        versions.valid_to as noticed_at,
        versions.council_id,
        versions.meeting_id,
        versions.agenda_item_id,
        {{ document_id }} as document_id,
        '{{ thing }}: ' || versions.title as detail,
        versions.source_url,
        versions.fetched_at,
        versions.page_sha256
    from {{ versions }} as versions
    inner join latest_crawls on versions.council_id = latest_crawls.council_id
    where
        versions.valid_to >= latest_crawls.started_at
        and not exists (
            select 1 from {{ versions }} as later
            where
                later.{{ key }} = versions.{{ key }}
                and later.version_number > versions.version_number
        )
{%- endmacro %}
