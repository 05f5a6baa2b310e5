-- What the marts are made of has its keys: of what is by pages, the pages worked on anew. The
-- marts' own stand in their contracts, unbroken.
{{ config(meta={'dagster': {'ref': {'name': 'fct_agenda_items'}}}) }}

{% set keys = {
    'inspection_register': ['council_id', 'source_url'],
    'stg_crawl__pages': ['council_id', 'page_key'],
    'stg_crawl__unreadable_pages': ['page_key'],
    'stg_crawl__crawls': ['run_id'],
    'stg_crawl__failures': ['run_id'],
    'stg_moderngov__committees': ['committee_id'],
    'stg_moderngov__listed_meetings': ['committee_id', 'held_on'],
    'stg_moderngov__agenda_items': ['item_position', 'title'],
    'stg_moderngov__documents': ['document_kind'],
    'stg_moderngov__attendances': ['person_name'],
    'stg_moderngov__decisions': ['item_position'],
    'stg_moderngov__inspection_mentions': ['item_position'],
    'stg_register__inspections': ['regime', 'event_type'],
    'int_meeting_statements': ['council_id'],
    'int_meeting_statements_identified': ['meeting_id'],
    'int_item_printings': ['agenda_item_id'],
    'int_agenda_item_versions': ['agenda_item_id', 'title', 'is_truncated', 'is_restricted'],
    'int_fetch_failures': ['page_key'],
    'int_register_judgements': ['inspection_event_id'],
    'int_event_judgements': ['inspection_event_id'],
    'int_register_events': ['inspection_event_id'],
    'int_dated_events': ['inspection_event_id'],
    'int_inadequate_inspections': ['inspection_event_id'],
    'int_visits_numbered': ['inspection_event_id'],
    'int_inspection_events': ['inspection_event_id'],
    'int_mentions_matched_to_register': ['mention_id'],
    'int_mentions_grouped_by_date': ['mention_id'],
    'int_mentions_resolved': ['mention_id'],
    'int_intervention_mentions_grouped': ['mention_id'],
} %}

{% set by_page = [
    'int_meeting_statements', 'int_meeting_statements_identified', 'int_item_printings',
    'int_agenda_item_versions',
] %}

{% for model, columns in keys.items() %}
    {%- if model.startswith('stg_moderngov__') -%}
        {%- set rows = newest_worked_on(ref(model)) -%}
    {%- elif model in by_page -%}
        {%- set rows = worked_on(ref(model)) -%}
    {%- else -%}
        {%- set rows = ref(model) -%}
    {%- endif %}
    select
        '{{ model }}' as model_name,
        count(*) as unkeyed
    from {{ rows }} as records
    where records.{{ columns | join(' is null or records.') }} is null
    having count(*) > 0
    {{ 'union all' if not loop.last }}
{% endfor %}
