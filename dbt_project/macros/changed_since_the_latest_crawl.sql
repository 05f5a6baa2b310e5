{#- Things of which a version began or ended since the latest crawl of their council began. -#}
{% macro changed_since_the_latest_crawl(versions, key) -%}
    select distinct versions.{{ key }} -- one may have changed twice
    from {{ versions }} as versions
    inner join latest_crawls on versions.council_id = latest_crawls.council_id
    where
        versions.valid_from >= latest_crawls.started_at
        or versions.valid_to >= latest_crawls.started_at
{%- endmacro %}
