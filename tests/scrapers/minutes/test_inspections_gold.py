"""The labelled pages beside the checkout, where they are: read through the splitter of texts."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scrapers.minutes.inspections.council_names import names_of
from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.moderngov.text_page import parse_text_page
from scrapers.records import AgendaItem

GOLD = Path(__file__).parents[4] / "shared" / "gold"
pytestmark = pytest.mark.xdist_group("labelled mentions")  # read once, by one worker


@pytest.fixture(scope="module")
def pages() -> list[tuple[list[dict], list]]:
    if not GOLD.is_dir():
        pytest.skip(f"no labelled pages at {GOLD}")
    return [_page(path) for path in sorted(GOLD.glob("*.json"))]


def _page(path: Path) -> tuple[list[dict], list]:
    labels = json.loads(path.read_text(encoding="utf-8"))
    text = (GOLD / labels["text_file"]).read_text(encoding="utf-8")
    return labels["inspection_mentions"], _mentions(labels, text, labels["council"])


def _mentions(labels: dict, text: str, council_name: str) -> list:
    held_on = date.fromisoformat(labels["meeting_date"]) if labels["meeting_date"] else None
    mentions = {}
    for item in parse_text_page(text, page_kind=labels["page_kind"]):
        if not isinstance(item, AgendaItem):
            continue
        item = replace(item, held_on=item.held_on or held_on)
        for one in read_inspection_mentions(item, council_name=council_name):
            mentions.setdefault((*_fact(one), one.date_from, one.visit_number), one)
    return list(mentions.values())


def _fact(mention) -> tuple[str | None, ...]:
    return (mention.regime, mention.event_type, mention.judgement_area, mention.grade)


def _label(label: dict) -> tuple[str | None, ...]:
    return tuple(label.get(name) for name in ("regime", "event_type", "judgement_area", "grade"))


def _hits(labels: list[dict], mentions: list) -> int:
    left = [_fact(one) for one in mentions]
    hits = 0
    for label in map(_label, labels):
        if label in left:
            left.remove(label)
            hits += 1
    return hits


def test_graded_mentions_are_nearly_all_found_and_none_is_false(pages):
    hits = labelled = read = 0
    for labels, mentions in pages:
        graded = [one for one in labels if one["grade"]]
        told = [one for one in mentions if one.grade]
        hits += _hits(graded, told)
        labelled += len(graded)
        read += len(told)

    assert hits / read >= 0.98
    assert hits / labelled >= 0.90


def test_mentions_are_nearly_all_found_and_hardly_one_too_many(pages):
    hits = sum(_hits(labels, mentions) for labels, mentions in pages)
    labelled = sum(len(labels) for labels, _ in pages)
    read = sum(len(mentions) for _, mentions in pages)

    assert 2 * hits / (labelled + read) >= 0.90


# Names with words in them that mean something else, or that hold another council's.
HARD_NAMES = (
    *("Staffordshire", "North Lincolnshire", "Redcar and Cleveland", "Kingston upon Hull, City of"),
    *("Bath and North East Somerset", "Windsor and Maidenhead", "Reading", "St. Helens"),
)


@pytest.mark.parametrize("name", HARD_NAMES)
def test_a_page_says_the_same_whatever_its_council_is_called(name):
    if not GOLD.is_dir():
        pytest.skip(f"no labelled pages at {GOLD}")
    tried = 0
    for path in sorted(GOLD.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        text = (GOLD / labels["text_file"]).read_text(encoding="utf-8")
        own = [one for one in names_of(labels["council"]) if one in text]
        if not own or "Wales" in labels["council"] or names_of(name)[-1] in text:
            continue
        renamed = text
        for one in own:
            renamed = renamed.replace(one, names_of(name)[-1])
        tried += 1
        before = [_told(one) for one in _mentions(labels, text, labels["council"])]
        assert [_told(one) for one in _mentions(labels, renamed, name)] == before, path.stem
    assert tried > 10


def _told(mention) -> tuple:
    one = mention
    return (
        *(one.event_type, one.judgement_area, one.grade, one.date_from, one.date_to),
        *(one.visit_number, one.occurrence, one.is_own_council),
    )
