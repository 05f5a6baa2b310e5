-- Which minutes were changed after they were first published, and what did they say before?
select
    councils.council_name,
    before.title,
    before.minutes_text as said_before,
    after.minutes_text as says_since,
    after.valid_from as changed_at,
    after.source_url
from {{ ref('fct_agenda_item_versions') }} as before
inner join {{ ref('fct_agenda_item_versions') }} as after
    on before.agenda_item_id = after.agenda_item_id and after.version_number = before.version_number + 1
inner join {{ ref('dim_councils') }} as councils on before.council_id = councils.council_id
where before.minutes_text <> after.minutes_text and not before.is_truncated
order by after.valid_from desc, before.agenda_item_id
