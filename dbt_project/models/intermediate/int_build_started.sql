-- Which build this is, and whether it works on everything. Until it has ended well, none has.
{{ config(post_hook="{{ forget_completed_build() }}") }}

{% set completed = completed_build() %}

with project_files as (

    -- dbt works in the project's folder.
    select md5(string_agg(md5(content), ' ' order by filename)) as digest
    from read_text(['dbt_project.yml', 'macros/*.sql', 'models/**/*.sql', 'seeds/*'])

),

this_build as (

    select
        version() || ' ' || digest as fingerprint,
        now() as started_at
    from project_files

)

select
    this_build.fingerprint,
    this_build.started_at,
    {% if completed %}
        coalesce(this_build.fingerprint <> completed.fingerprint, true) as is_full
    from this_build
    left join {{ completed }} as completed on true
    {% else %}
        true as is_full
    from this_build
    {% endif %}
