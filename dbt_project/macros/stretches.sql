{#-
    From what single pages say, each from `valid_from` to `valid_to`, to what is known of a thing:
    one row per stretch of time in which the foremost page (by `rank`) said the same (in `said`).
    What holds for less than six hours stands between two pages of one crawl, and is no version.
    Most things are told by one page in one version, which is their one stretch. Of the others texts
    are long and boundaries many, so only hashes go through the sorting; words join at the end.
-#}
{% macro stretches(statements, key, rank, said) -%}
    {%- set ranks, order = [], [] -%}
    {%- for expression, direction in rank.items() -%}
        {%- do ranks.append(expression ~ ' as rank_' ~ loop.index) -%}
        {%- do order.append('rank_' ~ loop.index ~ ' ' ~ direction) -%}
    {%- endfor -%}
    with told_again as (

        select {{ key }}
        from {{ statements }}
        group by {{ key }}
        having count(*) > 1

    ),

    slim as (

        select
            {{ statements }}.{{ key }},
            statement_id,
            valid_from,
            valid_to,
            {{ ranks | join(', ') }},
            hash({{ said | join(', ') }}) as said_hash
        from {{ statements }}
        semi join told_again on {{ statements }}.{{ key }} = told_again.{{ key }}

    ),

    placed as (

        select
            *,
            -- Without an `or` the join below stays a hash join.
            coalesce(valid_to, timestamptz 'infinity') as ends_at,
            row_number() over (
                partition by {{ key }} order by {{ order | join(', ') }}
            ) as place
        from slim

    ),

    boundaries as (

        select
            {{ key }},
            valid_from as since
        from slim
        union
        select
            {{ key }},
            valid_to as since
        from slim
        where valid_to is not null

    ),

    slices as (

        select
            *,
            lead(since) over (partition by {{ key }} order by since) as until
        from boundaries

    ),

    foremost as (

        select
            slices.{{ key }},
            slices.since,
            min_by(placed.statement_id, placed.place) as statement_id,
            min_by(placed.said_hash, placed.place) as said_hash
        from slices
        left join placed
            on
                slices.{{ key }} = placed.{{ key }}
                and slices.since >= placed.valid_from
                and slices.since < placed.ends_at
        where slices.until is null or slices.until - slices.since >= interval 6 hour
        group by slices.{{ key }}, slices.since

    ),

    changed as (

        select
            *,
            lag(said_hash) over (partition by {{ key }} order by since) as said_before
        from foremost
        qualify said_hash is distinct from said_before

    ),

    lasting as (

        select
            *,
            lead(since) over (partition by {{ key }} order by since) as until
        from changed

    )

    select
        {{ statements }}.* exclude (statement_id),
        1 as version_number
    from {{ statements }}
    anti join told_again on {{ statements }}.{{ key }} = told_again.{{ key }}
    where valid_to is null or valid_to - valid_from >= interval 6 hour
    union all by name
    select
        {{ statements }}.* exclude (statement_id, valid_from, valid_to),
        lasting.since as valid_from,
        lasting.until as valid_to,
        row_number() over (partition by lasting.{{ key }} order by lasting.since) as version_number
    from lasting
    inner join {{ statements }} on lasting.statement_id = {{ statements }}.statement_id
{%- endmacro %}
