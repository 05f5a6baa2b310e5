{#- A name as it is compared: "The Children’s & Families Board" gives
    "childrens and families board". -#}
{% macro match_name(column) -%}
    nullif(regexp_replace(trim(regexp_replace(
        replace(regexp_replace(lower(strip_accents({{ column }})), '[''’‘`]', '', 'g'), '&', ' and '),
        '[^a-z0-9]+', ' ', 'g'
    )), '^the ', ''), '')
{%- endmacro %}
