{#-
    Things of which a version began or ended since the latest crawl of their council began. The
    earliest of these crawls bounds what is read at all: of a long history, its end.
-#}
{% macro changed_since_the_latest_crawl(versions, key) -%}
    {%- for moment in ['valid_from', 'valid_to'] -%}
        select versions.{{ key }}
        from {{ versions }} as versions
        inner join latest_crawls on versions.council_id = latest_crawls.council_id
        where
            versions.{{ moment }} >= latest_crawls.started_at
            and versions.{{ moment }} >= (select min(started_at) from latest_crawls)
        {{ 'union' if not loop.last }}
    {% endfor %}
{%- endmacro %}
