-- What ties pages to each other, in any version of them: a meeting or an item that several print.
-- Ties are never taken back but by a full build: one too many costs time, one too few a fact.
{{ config(materialized='incremental', incremental_strategy='append') }}

with told as (

    select
        'item' as tie_kind,
        council as council_id,
        page_key,
        council || '-' || item_id as tied_id
    from {{ anew('int_pages_looked_up', source('raw', 'agenda_items'), council='council') }}
        as records
    where item_id is not null

    {% for table, tie_kind in [
        ('agenda_items', 'meeting'),
        ('documents', 'meeting'),
        ('attendances', 'meeting'),
        ('meetings', 'meeting'),
        ('listed_meetings', 'listed'),
    ] %}

        union

        select
            '{{ tie_kind }}' as tie_kind,
            council as council_id,
            page_key,
            council || '-' || meeting_id as tied_id
        from {{ anew('int_pages_looked_up', source('raw', table), council='council') }} as records
        where meeting_id is not null

    {% endfor %}

    union

    select
        'meeting' as tie_kind,
        council_id,
        page_key,
        meeting_id as tied_id
    from {{ anew('int_pages_looked_up', ref('int_meeting_statements_identified')) }} as records
    where authority <> 3

)

select * from told
{% if is_incremental() %}
    except
    select * from {{ anew('int_pages_looked_up', this) }} as standing
{% endif %}
