-- Every text that a page ever printed lies in raw already: a reading of it needs no copy.
-- DuckLake keeps no comments on the columns of a view. The rows of the scope are told by a view of
-- their own, which finds the long texts by their place.
{{ config(
    materialized='view',
    unique_key=['council_id', 'page_key'],
    meta={'scope': 'int_pages_touched', 'told_by': 'int_agenda_item_versions_touched'},
    persist_docs={'relation': true, 'columns': target.name != 'ducklake'},
) }}

-- depends_on: {{ ref('int_agenda_item_versions') }}
{{ versions_in_words(source('raw', 'agenda_items')) }}
