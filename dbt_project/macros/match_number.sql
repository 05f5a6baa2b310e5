{#- An item number as it is compared: "7 (a)." and "7a" are one number, and so are "Item 56" and
    "56.". -#}
{% macro match_number(column) -%}
    nullif(regexp_replace(
        regexp_replace(lower({{ column }}), '^\s*item\b', ''), '[^a-z0-9]+', '', 'g'
    ), '')
{%- endmacro %}
