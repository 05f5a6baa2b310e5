{#- Pages of one meeting: what they list is that meeting's, though they may not know its number. -#}
{% macro page_meetings(scope) -%}
    select
        records.council_id,
        records.page_key,
        min(records.meeting_id) as meeting_id
    from {{ anew(scope, ref('int_meeting_statements_identified')) }} as records
    where records.authority <= 2
    group by records.council_id, records.page_key
    having count(distinct records.meeting_id) = 1
{%- endmacro %}
