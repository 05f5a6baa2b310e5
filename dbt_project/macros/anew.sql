{#-
    A build works anew on what changed since the last one that succeeded, and on nothing else:
    pages that said something new (`int_pages_changed`), what hangs together with them
    (`int_pages_touched`) and meetings that they speak of (`int_meetings_touched`). After a change
    of the project itself, and after a build that did not end well, it works on everything.
-#}

{#- Whether this build works on everything, as its first model found. -#}
{% macro build_is_full() %}
    {%- set started = adapter.get_relation(
        this.database, 'intermediate', 'int_build_started'
    ) if execute else none -%}
    {%- if not started -%} {{ return(true) }} {%- endif -%}
    {{ return(run_query('select is_full from ' ~ started).columns[0].values()[0]) }}
{% endmacro %}

{#- The record of the last build that ended well, where this one may go on from it. -#}
{% macro completed_build() %}
    {%- if execute and not flags.FULL_REFRESH -%}
        {{ return(adapter.get_relation(this.database, 'intermediate', 'int_build_completed')) }}
    {%- endif -%}
    {{ return(none) }}
{% endmacro %}

{#- From here on no build has ended well, until this one has. -#}
{% macro forget_completed_build() -%}
    {%- if adapter.get_relation(this.database, 'intermediate', 'int_build_completed') -%}
        delete from {{ this.database }}.intermediate.int_build_completed
    {%- endif -%}
{%- endmacro %}

{#- In an incremental model: only those of `records` whose page is in `scope`. -#}
{% macro anew(scope, records, council='council_id') -%}
    {%- if not execute or is_incremental() -%}
        semi join {{ ref(scope) }} as anew
            on {{ records }}.{{ council }} = anew.council_id and {{ records }}.page_key = anew.page_key
    {%- endif -%}
{%- endmacro %}

{#- In an incremental model: only those of `records` whose meeting is to be told anew. -#}
{% macro anew_meetings(records) -%}
    {%- if not execute or is_incremental() -%}
        semi join {{ ref('int_meetings_touched') }} as anew
            on {{ records }}.meeting_id = anew.meeting_id
    {%- endif -%}
{%- endmacro %}

{#- The strategy `anew`: all rows of the scope go, what the model says of it now comes. -#}
{% macro get_incremental_anew_sql(arguments) %}
    {%- set keys = arguments.unique_key if arguments.unique_key is not string
        else [arguments.unique_key] -%}
    {%- set columns = arguments.dest_columns | map(attribute='name') | join(', ') -%}
    delete from {{ arguments.target_relation }}
    where ({{ keys | join(', ') }}) in (
        select ({{ keys | join(', ') }}) from {{ ref(config.get('meta').scope) }}
    );
    insert into {{ arguments.target_relation }} ({{ columns }})
    select {{ columns }} from {{ arguments.temp_relation }}
{% endmacro %}

{#- In a data test: on everything in a full build, else only on pages worked on anew. -#}
{% macro where_anew(records) -%}
    {%- if not execute or not build_is_full() -%}
        semi join {{ ref('int_pages_touched') }} as anew
            on {{ records }}.council_id = anew.council_id and {{ records }}.page_key = anew.page_key
    {%- endif -%}
{%- endmacro %}

{#- A model of this project as the build before left it, for a model that comes before it. -#}
{% macro before(schema, name) -%}
    {{ this.include(schema=false, identifier=false) if this.include }}.{{ schema }}.{{ name }}
{%- endmacro %}
