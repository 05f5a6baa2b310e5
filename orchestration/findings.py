"""What the warehouse found, as sentences that a person can check, each with its page's address."""

from collections.abc import Iterator
from datetime import date

import duckdb

from orchestration.home import Home
from orchestration.warehouse import connect

AREAS_BEFORE_2023 = 4
_COUNTS = """
select
    councils.council_name,
    (select count(*) from marts.fct_meetings as f where f.council_id = councils.council_id),
    (select count(*) from marts.fct_agenda_items as f where f.council_id = councils.council_id),
    (select count(*) from marts.fct_recommendations as f where f.council_id = councils.council_id),
    (
        select count(*) from marts.fct_inspection_mentions as f
        where f.council_id = councils.council_id
    )
from marts.dim_councils as councils
where councils.council_id in (select f.council_id from marts.fct_meetings as f)
order by councils.council_name
"""
# The newest graded inspection of each council that was read, where its minutes mention it.
_INSPECTIONS = """
with pages as (
    select
        mentions.inspection_event_id,
        min_by(mentions.source_url, items.held_on) as page
    from marts.fct_inspection_mentions as mentions
    inner join marts.fct_agenda_items as items using (agenda_item_id)
    group by mentions.inspection_event_id
)

select
    councils.council_name,
    min(outcomes.started_on) as started_on,
    min(outcomes.ended_on) as ended_on,
    list(distinct outcomes.grade) filter (where outcomes.grade is not null) as grades,
    count(outcomes.grade) as areas,
    max(outcomes.grade)
        filter (where outcomes.judgement_area = 'overall_effectiveness') as overall,
    min(outcomes.first_minuted_on) as first_minuted_on,
    (
        select max(visits.visit_number)
        from marts.fct_inspection_outcomes as visits
        where
            visits.council_id = councils.council_id
            and visits.event_type = 'monitoring_visit'
            and visits.started_on > min(outcomes.started_on)
    ) as visit_number,
    min(pages.page) as page
from marts.fct_inspection_outcomes as outcomes
inner join marts.dim_councils as councils on outcomes.council_id = councils.council_id
inner join pages on outcomes.inspection_event_id = pages.inspection_event_id
where outcomes.regime = 'ILACS' and outcomes.event_type = 'inspection'
group by councils.council_id, councils.council_name, outcomes.inspection_event_id
qualify row_number() over (
    partition by councils.council_id order by min(outcomes.started_on) desc
) = 1
order by councils.council_name
"""
_CONTRADICTIONS = """
select
    councils.council_name,
    outcomes.judgement_area,
    mentions.grade,
    outcomes.grade,
    outcomes.started_on,
    mentions.source_url
from marts.fct_inspection_outcomes as outcomes
inner join marts.dim_councils as councils on outcomes.council_id = councils.council_id
inner join marts.fct_inspection_mentions as mentions
    on
        outcomes.inspection_event_id = mentions.inspection_event_id
        and outcomes.judgement_area = mentions.judgement_area
        and outcomes.grade <> mentions.grade
where outcomes.agreement = 'contradicts' and mentions.is_own_council
order by councils.council_name, mentions.source_url
"""
_RECOMMENDATIONS = """
select
    councils.council_name,
    count(*) filter (where recommendations.kind = 'recommendation') as recommendations,
    count(*) filter (where recommendations.is_substantive) as substantive,
    min(recommendations.held_on) as since,
    max_by(recommendations.source_url, recommendations.held_on)
        filter (where recommendations.kind = 'recommendation') as page
from marts.fct_recommendations as recommendations
inner join marts.dim_councils as councils on recommendations.council_id = councils.council_id
where recommendations.status = 'adopted'
group by councils.council_name
having count(*) filter (where recommendations.kind = 'recommendation') > 0
order by councils.council_name
"""


def findings(home: Home) -> Iterator[str]:
    """Counts per council, then what was found, from the published snapshot."""
    with connect(home.published / "scrutiny.duckdb", read_only=True) as con:
        yield from _counts(con)
        yield ""
        yield from _inspections(con)
        yield from _contradictions(con)
        yield from _recommendations(con)


def _counts(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    yield f"{'':24}{'meetings':>10}{'items':>8}{'decisions':>11}{'mentions':>10}"
    for name, meetings, items, decisions, mentions in con.execute(_COUNTS).fetchall():
        yield f"{name:24}{meetings:>10}{items:>8}{decisions:>11}{mentions:>10}"


def _inspections(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    found = con.execute(_INSPECTIONS).fetchall()
    for name, started, ended, grades, areas, overall, minuted, visit, page in found:
        if not grades:
            continue
        if len(grades) == 1 and areas > 1:
            every = "all four" if areas == AREAS_BEFORE_2023 else f"all {areas}"
            verdict = f"{_words(grades[0])} in {every} areas"
        else:
            verdict = f"{_words(overall)} overall" if overall else "graded area by area"
        sentence = f"{name}: {verdict}, inspected {_span(started, ended)}"
        if minuted:
            sentence += f", first minuted {_day(minuted)}"
        if visit:
            sentence += f", on its {_ordinal(visit)} monitoring visit"
        yield f"{sentence}\n    {page}"


def _contradictions(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for name, area, minuted, registered, started, page in con.execute(_CONTRADICTIONS).fetchall():
        yield (
            f"{name}: minutes give {_words(area)} as {_words(minuted)} where the register has "
            f"{_words(registered)} (inspection of {_day(started)})\n    {page}"
        )


def _recommendations(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    found = con.execute(_RECOMMENDATIONS).fetchall()
    for name, recommendations, substantive, since, page in found:
        yield (
            f"{name}: {recommendations} recommendations among {substantive} decisions of substance "
            f"since {_day(since)}, the latest at\n    {page}"
        )


def _words(code: str) -> str:
    return code.replace("_", " ")


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _span(first: date, last: date | None) -> str:
    if last is None or last == first:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _ordinal(number: int) -> str:
    words = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh")
    return words[number] if number < len(words) else f"{number}th"
