"""What the Recommendations page asks: search and filters, done by the database, open ones first."""

import re
from dataclasses import dataclass, field
from typing import Any

from dashboard.snapshot import Row, Snapshot

STANDINGS = ["open", "answered", "decided", "closed"]

_FOUND = """
with answers as (
    select
        recommendation_id,
        arg_min(response, (held_on, agenda_item_id)) as response,
        min(held_on) as answered_on,
        arg_min(source_url, (held_on, agenda_item_id)) as answer_url
    from marts.fct_recommendation_responses
    group by recommendation_id
),
standing as (
    select
        recommendations.*,
        answers.response,
        answers.answered_on,
        answers.answer_url,
        case
            when answers.recommendation_id is not null then 'answered'
            when recommendations.status in ('lost', 'withdrawn') then 'closed'
            when
                recommendations.kind in ('recommendation', 'action')
                and recommendations.is_substantive
                and recommendations.status in ('adopted', 'deferred', 'referred')
                then 'open'
            else 'decided'
        end as standing
    from marts.fct_recommendations as recommendations
    left join answers using (recommendation_id)
)
select standing.* from standing
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was filled in. What is empty filters nothing."""

    words: str = ""
    council_id: str | None = None
    committee_id: str | None = None
    kinds: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    standings: list[str] = field(default_factory=list)
    year: int | None = None
    is_substantive: bool = False

    def terms(self) -> list[str]:
        """Words, and phrases in quotation marks, all of which a text must hold."""
        found = re.findall(r'["“]([^"”]+)["”]|(\S+)', self.words.lower())
        return [phrase.strip() or word for phrase, word in found if phrase.strip() or word]


def _where(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """Conditions with their parameters; what was typed is only ever a parameter."""
    conditions = {
        "council_id": ("council_id = $council_id", wanted.council_id),
        "committee_id": ("committee_id = $committee_id", wanted.committee_id),
        "kinds": ("list_contains($kinds, kind)", wanted.kinds),
        "statuses": ("list_contains($statuses, status)", wanted.statuses),
        "standings": ("list_contains($standings, standing)", wanted.standings),
        "year": ("year(held_on) = $year", wanted.year),
    }
    asked = {name: (sql, value) for name, (sql, value) in conditions.items() if value}
    parts = [sql for sql, _ in asked.values()]
    parameters = {name: value for name, (_, value) in asked.items()}
    if wanted.is_substantive:
        parts.append("is_substantive")
    for number, term in enumerate(wanted.terms()):
        parts.append(
            f"(contains(lower(text), $term_{number}) or agenda_item_id in ("
            "select agenda_item_id from marts.fct_agenda_items "
            f"where contains(lower(title), $term_{number})))"
        )
        parameters[f"term_{number}"] = term
    return f" where {' and '.join(parts)}" if parts else "", parameters


def how_many(snapshot: Snapshot, wanted: Wanted) -> dict[str, int]:
    """How many are found, by where they stand."""
    where, parameters = _where(wanted)
    rows = snapshot.ask(
        f"select standing, count(*) as found from ({_FOUND}{where}) group by standing",
        **parameters,
    )
    return {row["standing"]: row["found"] for row in rows}


def page_of(snapshot: Snapshot, wanted: Wanted, *, limit: int, offset: int) -> list[Row]:
    """Open ones first, then newest first, with the words of the item they stand in."""
    where, parameters = _where(wanted)
    return snapshot.ask(
        f"""
        with page as (
            {_FOUND}{where}
            order by standing <> 'open', held_on desc nulls last, recommendation_id
            limit $limit offset $offset
        )
        select
            page.*,
            councils.council_name,
            committees.committee_name,
            items.title,
            case page.evidence_field
                when 'minutes_text' then items.minutes_text
                when 'description' then items.description
                else items.title
            end as evidence_text
        from page
        inner join marts.dim_councils as councils using (council_id)
        left join marts.dim_committees as committees
            on page.committee_id = committees.committee_id
        left join marts.fct_agenda_items as items
            on page.agenda_item_id = items.agenda_item_id
        order by page.standing <> 'open', page.held_on desc nulls last, page.recommendation_id
        """,
        limit=limit,
        offset=offset,
        **parameters,
    )


def for_download(wanted: Wanted) -> tuple[str, dict[str, Any]]:
    """The SQL and parameters of all that is found, a row each."""
    where, parameters = _where(wanted)
    sql = f"""
        select
            councils.council_name, committees.committee_name, found.held_on, found.standing,
            found.kind, found.status, found.text, found.addressee, found.owner, found.due_text,
            found.due_on, found.response, found.answered_on, found.answer_url, found.source_url,
            found.fetched_at, found.page_sha256, found.recommendation_id
        from ({_FOUND}{where}) as found
        inner join marts.dim_councils as councils using (council_id)
        left join marts.dim_committees as committees
            on found.committee_id = committees.committee_id
        order by found.standing <> 'open', found.held_on desc nulls last, found.recommendation_id
    """
    return sql, parameters


def committees(snapshot: Snapshot, council_id: str) -> list[Row]:
    """The council's committees that decided anything."""
    return snapshot.ask(
        """
        select committee_id, committee_name
        from marts.dim_committees
        where council_id = $council_id and committee_id in (
            select committee_id from marts.fct_recommendations where council_id = $council_id
        )
        order by committee_name, committee_id
        """,
        council_id=council_id,
    )


def years(snapshot: Snapshot) -> list[int]:
    rows = snapshot.ask(
        "select distinct year(held_on) as year_number from marts.fct_recommendations "
        "where held_on is not null order by 1 desc"
    )
    return [row["year_number"] for row in rows]
