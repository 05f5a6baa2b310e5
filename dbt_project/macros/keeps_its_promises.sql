{#-
    All that a model promises of its columns, in one query: a build pays for each test it runs.
    `references` names the table that has the column, too. Of a table by pages only what was worked
    on anew is looked at, unless the build works on everything.
-#}
{% test keeps_its_promises(
    model, unique_columns=[], references={}, vocabularies={}, by_page=false
) %}
    with rows_to_check as (

        select *
        from {{ worked_on(model) if by_page else model }} as records

    )

{% set promises = [] %}
{% for column in unique_columns %}
    {%- set among = 'and ' ~ column ~ ' in (select ' ~ column ~ ' from rows_to_check)' -%}
    {% set promise -%}
        select
            'unique: {{ column }}' as promise,
            {{ column }}::varchar as broken_by
        from {{ model }}
        where {{ column }} is not null
        {{ among if by_page and execute and not build_is_full() }}
        group by {{ column }}
        having count(*) > 1
    {% endset %}
    {% do promises.append(promise) %}
{% endfor %}
{% for column, table in references.items() %}
    {% set promise -%}
        select
            '{{ column }} in {{ table }}' as promise,
            records.{{ column }}::varchar as broken_by
        from rows_to_check as records
        anti join {{ ref(table) }} as referenced
            on records.{{ column }} = referenced.{{ column }}
        where records.{{ column }} is not null
    {% endset %}
    {% do promises.append(promise) %}
{% endfor %}
{% for column, words in vocabularies.items() %}
    {% set promise -%}
        select
            '{{ column }} in its vocabulary' as promise,
            {{ column }}::varchar as broken_by
        from rows_to_check
        where {{ column }} not in ('{{ words | join("', '") }}')
    {% endset %}
    {% do promises.append(promise) %}
{% endfor %}
{{ promises | join(' union all ') }}
{% endtest %}
