"""What the What changed page asks of `rpt_changes`."""

from typing import Any

from dashboard.snapshot import Row, Snapshot

CHANGES = """
select
    councils.council_name,
    councils.council_id,
    changes.change,
    changes.detail,
    committees.committee_name,
    changes.held_on,
    items.title,
    changes.noticed_at,
    changes.source_url,
    changes.change_id
from history.rpt_changes as changes
inner join marts.dim_councils as councils using (council_id)
left join marts.dim_committees as committees on changes.committee_id = committees.committee_id
left join (
    select agenda_item_id, max_by(title, version_number) as title
    from history.fct_agenda_item_versions
    where agenda_item_id in (select agenda_item_id from history.rpt_changes)
    group by agenda_item_id
) as items
    on changes.agenda_item_id = items.agenda_item_id
where
    ($council_id is null or changes.council_id = $council_id)
    and ($change is null or changes.change = $change)
order by changes.noticed_at desc, councils.council_name, changes.change_id
"""


def counts(snapshot: Snapshot) -> list[Row]:
    """How many changes of which kind, at which council."""
    return snapshot.ask(
        """
        select changes.change, changes.council_id, councils.council_name, count(*) as changes
        from history.rpt_changes as changes
        inner join marts.dim_councils as councils using (council_id)
        group by all
        order by all
        """
    )


def page_of(snapshot: Snapshot, *, limit: int, offset: int, **wanted: Any) -> list[Row]:
    return snapshot.ask(
        f"{CHANGES} limit $limit offset $offset", limit=limit, offset=offset, **wanted
    )
