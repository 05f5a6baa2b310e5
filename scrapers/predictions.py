"""What the reader finds in one page or text, in the form of the gold set."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from scrapers.moderngov.pages import kind_of, parse_page
from scrapers.moderngov.text_page import parse_text_page
from scrapers.reading import read_items
from scrapers.records import AgendaItem, Decision, InspectionMention, Record

HTML_SUFFIXES = {".html", ".htm", ".xml"}
# The gold set's word for what is a column of another name here.
DECISION_NAMES = {"is_substantive": "substantive", "is_inline": "inline", "due_on": "due_date"}
MENTION_NAMES = {"date_as_stated": "date_text"}


def predict(
    page: str,
    *,
    suffix: str = ".txt",
    council_name: str = "",
    held_on: date | None = None,
    page_kind: str | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """The page's `decisions` and `inspection_mentions`, as JSON can hold them.

    `held_on` dates the items whose page does not say when they were taken.
    """
    records: list[Record]
    if suffix in HTML_SUFFIXES:
        records = parse_page(page_kind or kind_of(page), page, url="file:///saved")
    else:
        records = list(parse_text_page(page, page_kind=page_kind))
    found = read_items(_dated(records, held_on), council_name=council_name)
    return {
        "decisions": [_decision(record) for record in found if isinstance(record, Decision)],
        "inspection_mentions": [_mention(mention) for mention in _told_once(found)],
    }


def _told_once(found: Iterable[Record]) -> list[InspectionMention]:
    """The mentions of a whole page, without what a later item tells again."""
    told: dict[tuple[object, ...], InspectionMention] = {}
    for record in found:
        if isinstance(record, InspectionMention):
            told.setdefault(_fact_of(record), record)
    return list(told.values())


def _fact_of(one: InspectionMention) -> tuple[object, ...]:
    """What a mention states, apart from where it states it."""
    return (
        *(one.regime, one.event_type, one.date_from, one.date_to, one.visit_number),
        *(one.judgement_area, one.grade, one.occurrence, one.subject_council),
    )


def _dated(records: list[Record], held_on: date | None) -> list[Record]:
    return [
        replace(record, held_on=held_on)
        if isinstance(record, AgendaItem) and record.held_on is None
        else record
        for record in records
    ]


def _decision(decision: Decision) -> dict[str, Any]:
    return _plain(decision, DECISION_NAMES)


def _mention(mention: InspectionMention) -> dict[str, Any]:
    return _plain(mention, MENTION_NAMES)


def _plain(record: Record, gold_names: dict[str, str]) -> dict[str, Any]:
    return {
        gold_names.get(name, name): value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(record).items()
    }
