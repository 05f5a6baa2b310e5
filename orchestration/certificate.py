"""The certificate of a build: how far its facts agree with Ofsted's own files and with the minutes.

It stands beside the snapshot as `accuracy.json` and `accuracy.md`, and a publish that would agree
less than the one before does not happen. What agrees is decided in dbt; this only counts and tells.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from orchestration.warehouse import connect

NAME = "accuracy.json"
Row = dict[str, Any]

_BY_FACT = """
select
    fact,
    release_kind,
    count(*) as facts,
    count(*) filter (where is_agreed) as agreed
from marts.rpt_official_agreement
group by fact, release_kind
order by fact, release_kind
"""

_DISAGREEMENTS = """
select
    council_name, event_type, started_on, fact, official_value, warehouse_value,
    release_kind, released_as_at, official_source_url, register_source_url, explanation
from marts.rpt_official_agreement
where not is_agreed
order by council_name, started_on, fact, released_as_at
"""

_MINUTED = """
select
    count(*) filter (where agreement = 'agrees') as agreed,
    count(*) filter (where agreement = 'contradicts') as contradicted,
    count(*) filter (where agreement = 'register_only') as register_only,
    count(*) filter (where agreement = 'minutes_only') as minutes_only
from marts.fct_inspection_outcomes
"""

# Of a graded area the pages that state another grade; of a visit those that state a number or day.
_CONTRADICTIONS = """
select
    councils.council_name,
    outcomes.event_type,
    outcomes.started_on,
    outcomes.judgement_area,
    outcomes.grade as register_grade,
    outcomes.visit_number as register_visit_number,
    mentions.grade as minuted_grade,
    mentions.visit_number as minuted_visit_number,
    mentions.date_as_stated,
    mentions.evidence,
    mentions.source_url,
    outcomes.register_source_url
from marts.fct_inspection_outcomes as outcomes
inner join marts.dim_councils as councils on outcomes.council_id = councils.council_id
inner join marts.fct_inspection_mentions as mentions
    on
        outcomes.inspection_event_id = mentions.inspection_event_id
        and mentions.occurrence = 'occurred'
        and (
            (
                outcomes.judgement_area = mentions.judgement_area
                and outcomes.grade is distinct from mentions.grade
                and mentions.grade is not null
            )
            or (
                outcomes.judgement_area is null
                and coalesce(mentions.visit_number::varchar, mentions.date_as_stated) is not null
            )
        )
where outcomes.agreement = 'contradicts'
order by councils.council_name, outcomes.started_on, outcomes.judgement_area, mentions.mention_id
"""

_MENTIONS = """
select
    case
        when inspection_event_id is not null then 'linked'
        when not is_own_council then 'of another council'
        when occurrence = 'scheduled' then 'of an event to come'
        when regime = 'DFE_INTERVENTION' then 'of an intervention, which is no inspection'
        when regime = 'OFSTED_CS_UNSPECIFIED' then 'of a standing rating'
        when date_from is null and visit_number is null then 'without a day or number to go by'
        else 'that fits no event, or more than one'
    end as place,
    count(*) as mentions
from marts.fct_inspection_mentions
group by place
order by mentions desc, place
"""

_COVERAGE = """
select
    councils.council_name,
    min(completeness.month) as first_month,
    max(completeness.month) as last_month,
    sum(completeness.meetings_listed)::bigint as meetings_listed,
    sum(completeness.meetings_fetched)::bigint as meetings_fetched,
    sum(completeness.items_parsed)::bigint as items_parsed,
    sum(completeness.minutes_published)::bigint as minutes_published,
    sum(completeness.unexplained)::bigint as unexplained
from marts.rpt_completeness as completeness
inner join marts.dim_councils as councils on completeness.council_id = councils.council_id
group by councils.council_name
order by councils.council_name
"""


def certificate(warehouse: Path, *, at: datetime) -> Row:
    """What the warehouse can be trusted for, with every disagreement and both its sources."""
    with connect(warehouse, read_only=True) as con:
        by_fact = _rows(con, _BY_FACT)
        [minuted] = _rows(con, _MINUTED)
        mentions = {row["place"]: row["mentions"] for row in _rows(con, _MENTIONS)}
        return {
            "created": at.isoformat(),
            "official": {
                "facts": (facts := sum(row["facts"] for row in by_fact)),
                "agreed": (agreed := sum(row["agreed"] for row in by_fact)),
                "agreement": _share(agreed, facts),
                "by_fact": by_fact,
                "disagreements": _rows(con, _DISAGREEMENTS),
            },
            "minutes": minuted
            | {
                "agreement": _share(minuted["agreed"], minuted["agreed"] + minuted["contradicted"]),
                "contradictions": _rows(con, _CONTRADICTIONS),
            },
            "mentions": {
                "read": sum(mentions.values()),
                "linked": mentions.pop("linked", 0),
                "unlinked": mentions,
            },
            "coverage": _rows(con, _COVERAGE),
        }


def agreement_before(published: Path) -> float | None:
    """The agreement with Ofsted's files that the standing snapshot certifies, if it does."""
    path = published / NAME
    if not path.exists():
        return None
    return json.loads(path.read_text(encoding="utf-8"))["official"]["agreement"]


def certificate_files(found: Row) -> dict[str, str]:
    """The certificate as the two files that stand beside the snapshot."""
    return {
        NAME: json.dumps(found, indent=2, ensure_ascii=False) + "\n",
        "accuracy.md": "\n".join(_page(found)),
    }


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """Rows as JSON can hold them: dates as text."""
    result = con.execute(query)
    names = [column[0] for column in result.description]
    return [
        {
            name: value if isinstance(value, str | int | float | None) else str(value)
            for name, value in zip(names, row, strict=True)
        }
        for row in result.fetchall()
    ]


def _share(agreed: int, compared: int) -> float | None:
    return round(agreed / compared, 6) if compared else None


def _page(found: Row) -> Iterable[str]:
    official, minutes, mentions = found["official"], found["minutes"], found["mentions"]
    yield "# What this snapshot can be trusted for"
    yield f"\nMade {found['created']}. The same in figures: `{NAME}`."
    yield "\n## Against Ofsted's official statistics"
    yield (
        f"\n{official['agreed']} of {official['facts']} facts agree. "
        "Each disagreement, with both sources:\n"
    )
    yield from _table(
        official["disagreements"],
        "council_name", "event_type", "started_on", "fact", "official_value", "warehouse_value",
        "released_as_at", "official_source_url", "register_source_url", "explanation",
    )  # fmt: skip
    yield "\nBy fact:\n"
    yield from _table(official["by_fact"], "fact", "release_kind", "facts", "agreed")
    yield "\n## Against the minutes"
    yield (
        f"\nOf {minutes['agreed'] + minutes['contradicted']} outcomes of which register and "
        f"minutes both speak, {minutes['agreed']} agree. {minutes['register_only']} stand in the "
        f"register alone, {minutes['minutes_only']} in minutes alone. Where they contradict:\n"
    )
    yield from _table(
        minutes["contradictions"],
        "council_name", "event_type", "started_on", "judgement_area", "register_grade",
        "minuted_grade", "register_visit_number", "minuted_visit_number", "date_as_stated",
        "evidence", "source_url", "register_source_url",
    )  # fmt: skip
    yield "\n## Mentions"
    yield f"\n{mentions['linked']} of {mentions['read']} are linked to their event. The rest are:\n"
    for place, count in mentions["unlinked"].items():
        yield f"- {count} {place}"
    yield "\n## Coverage\n"
    yield from _table(
        found["coverage"],
        "council_name", "first_month", "last_month", "meetings_listed", "meetings_fetched",
        "items_parsed", "minutes_published", "unexplained",
    )  # fmt: skip


def _table(rows: list[Row], *columns: str) -> Iterable[str]:
    if not rows:
        yield "None."
        return
    yield f"| {' | '.join(column.replace('_', ' ') for column in columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(_cell(row[column]) for column in columns)} |"


def _cell(value: object) -> str:
    """A value as a Markdown table takes it: on one line, and no mark of its own meaning there."""
    text = "" if value is None else " ".join(str(value).split())
    for mark in "\\|`*_<>[]":
        text = text.replace(mark, f"\\{mark}")
    return text
