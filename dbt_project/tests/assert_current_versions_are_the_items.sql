-- The history's last word on an item is the item: it withholds and invents nothing.
{{ config(meta={'dagster': {'ref': {'name': 'fct_agenda_item_versions'}}}) }}

with versions as (

    select records.*
    from {{ worked_on(ref('int_agenda_item_versions')) }} as records
    where records.valid_to is null

),

agenda_items as (

    select
        records.agenda_item_id,
        records.title,
        if(records.description is null, null, hash(records.description)) as description_hash,
        if(records.minutes_text is null, null, hash(records.minutes_text)) as minutes_hash
    from {{ worked_on(ref('fct_agenda_items')) }} as records

)

select coalesce(agenda_items.agenda_item_id, versions.agenda_item_id) as agenda_item_id
from agenda_items
full outer join versions on agenda_items.agenda_item_id = versions.agenda_item_id
where
    agenda_items.title is distinct from versions.title
    or agenda_items.description_hash is distinct from versions.description_hash
    or agenda_items.minutes_hash is distinct from versions.minutes_hash
