-- Where does the register differ from a release of Ofsted's official statistics, and why?
select
    council_name,
    event_type,
    started_on,
    fact,
    official_value,
    warehouse_value,
    released_as_at,
    explanation
from {{ ref('rpt_official_agreement') }}
where not is_agreed
order by council_name, started_on, fact
