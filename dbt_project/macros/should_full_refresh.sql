{#- Incremental models begin afresh whenever the build does; everything else as dbt has it. -#}
{% macro should_full_refresh() %}
    {%- if model.config.materialized == 'incremental' -%}
        {{ return(flags.FULL_REFRESH or build_is_full()) }}
    {%- endif -%}
    {{ return(config.get('full_refresh') or flags.FULL_REFRESH) }}
{% endmacro %}
