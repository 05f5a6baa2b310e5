{#-
    As the adapter has them, in fewer queries: most of what a quiet night costs is dbt's own.
-#}

{#- What follows from the project's files alone stands while they do: views, tables of seeds. -#}
{% macro stands(existing) %}
    {%- set inputs = model.depends_on.nodes | join(' ') -%}
    {%- set is_of_files = config.get('materialized') == 'view'
        or not ('model.' in inputs or 'source.' in inputs) -%}
    {{ return(existing is not none and is_of_files and not build_is_full()) }}
{% endmacro %}

{% macro left_standing() %}
    {%- call noop_statement('main', 'STANDS') -%} {%- endcall -%}
    {{ return({'relations': [this]}) }}
{% endmacro %}

{% materialization view, adapter='duckdb' %}
    {{ return(left_standing() if stands(load_cached_relation(this)) else materialization_view_default()) }}
{% endmaterialization %}

{#- In one transaction the old table goes and the new one comes: no renaming, nothing to clear away. -#}
{% materialization table, adapter='duckdb' %}
    {%- set existing = load_cached_relation(this) -%}
    {%- if stands(existing) -%}
        {{ return(left_standing()) }}
    {%- endif -%}
    {%- set table = this.incorporate(type='table') -%}
    {{ run_hooks(pre_hooks) }}
    {%- if existing is not none -%}
        {%- do adapter.drop_relation(existing) -%}
    {%- endif -%}
    {%- call statement('main') -%}
        {{ create_table_as(false, table, compiled_code) }}
    {%- endcall -%}
    {%- do persist_docs(table, model) -%}
    {{ run_hooks(post_hooks) }}
    {%- do adapter.commit() -%}
    {{ return({'relations': [table]}) }}
{% endmaterialization %}

{#- All comments in one statement, and only where the table is new. The contract knows its columns. -#}
{% macro duckdb__persist_docs(relation, model, for_relation, for_columns) %}
    {%- if not is_incremental() and model.description -%}
        {%- call statement('comments') -%}
            {{ alter_relation_comment(relation, model.description) }}
            {% for column in model.columns.values() if config.persist_column_docs() -%}
                comment on column {{ relation }}.{{ column.name }}
                is {{ duckdb_escape_comment(column.description) }};
            {% endfor -%}
        {%- endcall -%}
    {%- endif -%}
{% endmacro %}
