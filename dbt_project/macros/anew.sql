{#-
    A build works anew on what changed since the last one that succeeded, and on nothing else:
    pages that said something new (`int_pages_changed`), what hangs together with them
    (`int_pages_touched`) and meetings that they speak of (`int_meetings_touched`).

    Rows are found by their keys alone and fetched by their place: texts are long, and few are read.
-#}

{#- In an incremental model: only those rows of `relation` whose page is in `scope`. -#}
{% macro anew(scope, relation, council='council_id') -%}
    {%- if not execute or is_incremental() -%}
        {{ of_pages(scope, relation, council) }}
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{%- endmacro %}

{#- The same of a view of what pages say now; `by_place` where its long texts are wanted. -#}
{% macro newest_anew(scope, relation, by_place=false) -%}
    {%- if not execute or is_incremental() -%}
        {{ newest_of_pages(scope, relation, by_place) }}
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{%- endmacro %}

{#- In an incremental model: only those rows of a raw table that stand in a version that is new. -#}
{% macro anew_versions(relation) -%}
    {%- if not execute or is_incremental() -%}
        (
            select records.* from {{ relation }} as records
            semi join {{ ref('int_pages_changed') }} as news
                on
                    records.council = news.council_id
                    and records.page_key = news.page_key
                    and records.fetched_at = news.fetched_at
        )
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{%- endmacro %}

{#- In an incremental model: only those rows of `relation` whose meeting is to be told anew. -#}
{% macro anew_meetings(relation) -%}
    {%- if not execute or is_incremental() -%}
        {{ fetched_by_place(
            relation,
            ref('int_meetings_touched') ~ ' as anew on records.meeting_id = anew.meeting_id'
        ) }}
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{%- endmacro %}

{#- In a data test: everything in a full build, else only pages worked on anew. -#}
{% macro worked_on(relation) -%}
    {%- if not execute or not build_is_full() -%}
        {{ of_pages('int_pages_touched', relation) }}
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{%- endmacro %}

{#- The same of a view of what pages say now. -#}
{% macro newest_worked_on(relation) -%}
    {%- if not execute or not build_is_full() -%}
        {{ newest_of_pages('int_pages_touched', relation) }}
    {%- else -%}
        {{ relation }}
    {%- endif -%}
{%- endmacro %}

{% macro of_pages(scope, relation, council='council_id') -%}
    {{ fetched_by_place(
        relation,
        ref(scope) ~ ' as anew on records.' ~ council ~ ' = anew.council_id'
        ~ ' and records.page_key = anew.page_key'
    ) }}
{%- endmacro %}

{#- By their time, too: what came last lies together, at the end of what `raw` keeps. -#}
{% macro newest_of_pages(scope, relation, by_place=false) -%}
    {%- set newest -%}
        (
            select pages.* from {{ ref('stg_crawl__pages') }} as pages
            semi join {{ ref(scope) }} as anew
                on pages.council_id = anew.council_id and pages.page_key = anew.page_key
        ) as newest
            on
                records.council_id = newest.council_id
                and records.page_key = newest.page_key
                and records.fetched_at = newest.fetched_at
    {%- endset -%}
    {%- if by_place -%}
        {{ fetched_by_place(relation, newest) }}
    {%- else -%}
        (select records.* from {{ relation }} as records semi join {{ newest }})
    {%- endif -%}
{%- endmacro %}

{% macro fetched_by_place(relation, wanted) -%}
    {%- set records = relation ~ ' as records semi join ' ~ wanted -%}
    {#- DuckLake fails where both a row and its place are asked for. -#}
    {%- if target.name == 'ducklake' -%}
        (select records.* from {{ records }})
    {%- else -%}
        (select * from {{ relation }} where rowid in (select records.rowid from {{ records }}))
    {%- endif -%}
{%- endmacro %}

{#- The strategy `anew`: all rows of the scope go, what the model says of it now comes. -#}
{% macro get_incremental_anew_sql(arguments) %}
    {%- set keys = arguments.unique_key if arguments.unique_key is not string
        else [arguments.unique_key] -%}
    {%- set columns = arguments.dest_columns | map(attribute='name') | join(', ') -%}
    {%- set is_of_the_scope = [] -%}
    {%- for key in keys -%}
        {%- do is_of_the_scope.append('standing.' ~ key ~ ' = anew.' ~ key) -%}
    {%- endfor -%}
    delete from {{ arguments.target_relation }} as standing
    using {{ ref(config.get('meta').scope) }} as anew
    where {{ is_of_the_scope | join(' and ') }};
    insert into {{ arguments.target_relation }} ({{ columns }})
    select {{ columns }} from {{ arguments.temp_relation }}
{% endmacro %}

{#- A model of this project as the build before left it, for a model that comes before it. -#}
{% macro before(schema, name) -%}
    {{ this.include(schema=false, identifier=false) if this.include }}.{{ schema }}.{{ name }}
{%- endmacro %}
