{#-
    A build goes on from the last one where that ended well and the project is the same; else it
    works on everything. `int_build_completed` is written last, and is renamed by the build that goes
    on from it: one that fails or is killed leaves none behind.
-#}

{#- on-run-start: goes on from the last build, if that can be. -#}
{% macro begin_build() %}
    {%- if execute and flags.WHICH in ['build', 'run'] -%}
        {%- set completed = adapter.get_relation(
            target.database, 'intermediate', 'int_build_completed'
        ) -%}
        {%- set same = completed and not flags.FULL_REFRESH and run_query(
            'select 1 from ' ~ completed ~ ' where fingerprint = ' ~ project_fingerprint()
        ) | length -%}
        {%- set continued = continued_build() -%}
        {%- if continued -%} {%- do adapter.drop_relation(continued) -%} {%- endif -%}
        {%- if same -%}
            {%- do adapter.rename_relation(
                completed, completed.incorporate(path={'identifier': 'int_build_continued'})
            ) -%}
            {#- A night's statements are small, and two run at a time: to spread each costs more. -#}
            {%- do run_query('set threads = 1') -%}
        {%- elif completed -%}
            {%- do adapter.drop_relation(completed) -%}
        {%- endif -%}
        {%- do adapter.commit() -%}
    {%- endif -%}
{% endmacro %}

{#- The record of the build that this one goes on from; none where it works on everything. -#}
{% macro continued_build() %}
    {{ return(
        adapter.get_relation(target.database, 'intermediate', 'int_build_continued')
        if execute else none
    ) }}
{% endmacro %}

{% macro build_is_full() %}
    {{ return(not continued_build()) }}
{% endmacro %}

{#- Digest of all that rows are made by, besides raw. dbt works in the project's folder. -#}
{% macro project_fingerprint() -%}
    (
        select version() || ' ' || md5(string_agg(md5(content), ' ' order by filename))
        from read_text(['dbt_project.yml', 'macros/*.sql', 'materializations/*.sql', 'models/**/*', 'seeds/*'])
    )
{%- endmacro %}

{#-
    For publishing: the models of which a build touches only what is in a scope, by which keys, and
    what tells the rows of the scope.
-#}
{% macro models_with_scope() -%}
    {%- set found = [] -%}
    {%- for node in (graph.nodes.values() if execute else []) | sort(attribute='name') -%}
        {%- set meta = node.config.get('meta', {}) -%}
        {%- set is_model = node.resource_type == 'model' -%}
        {%- if is_model and meta.scope and node.schema in ['marts', 'history'] -%}
            {%- set keys = node.config.unique_key -%}
            {%- set name = node.schema ~ '.' ~ node.name -%}
            {%- do found.append(
                "{'model': '" ~ name
                ~ "', 'scope': 'intermediate." ~ meta.scope
                ~ "', 'keys': " ~ ([keys] if keys is string else keys)
                ~ ", 'told_by': '" ~ ('intermediate.' ~ meta.told_by if meta.told_by else name)
                ~ "'}"
            ) -%}
        {%- endif -%}
    {%- endfor -%}
    [{{ found | join(', ') }}]
{%- endmacro %}
