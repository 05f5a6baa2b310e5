{#- What a site's words say of a meeting, in English and in Welsh. -#}
{% macro minutes_status_of(stated, listing) -%}
    case
        when {{ stated }} is not null then {{ stated }}
        when regexp_matches({{ listing }}, '(?i)\b(draft minutes|cofnodion drafft)') then 'draft'
        when regexp_matches({{ listing }}, '(?i)\b(minutes|cofnodion|chofnodion)\b') then 'published'
        when {{ listing }} is not null then 'none'
    end
{%- endmacro %}

{% macro is_called_cancelled(words) -%}
    regexp_matches({{ words }}, '\b(cancel|[cg]h?ansl)')
{%- endmacro %}

{#- "Confirmed; Rescheduled from 24 September" is a meeting that stands. -#}
{% macro is_called_postponed(words) -%}
    regexp_matches({{ words }}, '\b(postpone|gohir|ohir|rescheduled to\b)')
{%- endmacro %}
