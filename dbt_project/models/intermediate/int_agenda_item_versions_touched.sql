-- What publishing compares after a night, without reading all texts.
{{ config(materialized='view') }}

{{ versions_in_words(of_pages('int_pages_touched', source('raw', 'agenda_items'), 'council')) }}
