-- What ties pages to each other, in any version of them: a meeting or an item that several print.
-- Ties are never taken back but by a full build: one too many costs time, one too few a fact.
{{ config(materialized='incremental', incremental_strategy='append') }}

with numbers_told as (

    {% for table, tie_kind, number in [
        ('agenda_items', 'item', 'item_id'),
        ('agenda_items', 'meeting', 'meeting_id'),
        ('documents', 'meeting', 'meeting_id'),
        ('attendances', 'meeting', 'meeting_id'),
        ('meetings', 'meeting', 'meeting_id'),
        ('listed_meetings', 'listed', 'meeting_id'),
    ] %}

        select
            '{{ tie_kind }}' as tie_kind,
            council,
            page_key,
            {{ number }} as number
        from {{ anew_versions(source('raw', table)) }} as records
        where {{ number }} is not null
        {{ 'union all' if not loop.last }}

    {% endfor %}

),

told as (

    select distinct -- a page repeats its meeting with each thing that it lists
        tie_kind,
        council as council_id,
        page_key,
        council || '-' || number as tied_id
    from numbers_told

),

-- A meeting without number was looked up.
looked_up as (

    select distinct -- by each item of the page
        'meeting' as tie_kind,
        council_id,
        page_key,
        meeting_id as tied_id
    from {{ anew('int_pages_looked_up', ref('int_meeting_statements_identified')) }} as records
    where stated_meeting_id is null and authority <> 3

)

select * from told
union all
select * from looked_up
{% if is_incremental() %}
    except
    select * from {{ anew('int_pages_looked_up', this) }} as standing
{% endif %}
