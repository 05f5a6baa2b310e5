{#-
    CTEs that end in `foremost`: of `records` one row per `key`, the first by `order`. Most keys have
    one row and need no sorting: it is for the others.
-#}
{% macro foremost(records, key, order) -%}
    told_again as (

        select {{ key }}
        from {{ records }}
        group by {{ key }}
        having count(*) > 1

    ),

    foremost as (

        select {{ records }}.*
        from {{ records }}
        anti join told_again on {{ records }}.{{ key }} = told_again.{{ key }}
        union all
        select {{ records }}.*
        from {{ records }}
        semi join told_again on {{ records }}.{{ key }} = told_again.{{ key }}
        qualify
            row_number() over (partition by {{ records }}.{{ key }} order by {{ order }}) = 1

    )
{%- endmacro %}
