-- The build that this warehouse holds. A build that fails or is killed does not come this far, and
-- the next one works on everything.
-- depends_on: {{ ref('int_agenda_item_versions') }}
-- depends_on: {{ ref('fct_agenda_items') }}
-- depends_on: {{ ref('fct_attendances') }}
-- depends_on: {{ ref('fct_document_versions') }}
-- depends_on: {{ ref('fct_documents') }}
-- depends_on: {{ ref('fct_meeting_versions') }}
-- depends_on: {{ ref('fct_recommendations') }}
-- depends_on: {{ ref('int_committees_before') }}
-- depends_on: {{ ref('int_recommendation_answers') }}

select
    {{ project_fingerprint() }} as fingerprint,
    '{{ invocation_id }}' as build_id,
    {{ models_with_scope() }} as models_with_scope
