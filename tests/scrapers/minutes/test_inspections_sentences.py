"""Hundreds of sentences as clerks write them, each with what it states or that it states nothing.

They stand in `inspection_sentences/`, one a line, so that whoever knows minutes can add one.
"""

from datetime import date
from pathlib import Path

import pytest

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem

SENTENCES = Path(__file__).parent / "inspection_sentences"
OWN_REGIMES = {"ILACS", "SIF", "PRE_SIF", "OFSTED_CS_UNSPECIFIED"}
TOLD_BEFORE = (
    "Ofsted inspected the Council's children's services under the ILACS framework in May 2022. "
)
AREAS = {
    "": "overall_effectiveness",
    "l": "leaders_impact",
    "h": "help_and_protection",
    "c": "children_in_care",
    "v": "care_leavers",
    "b": "children_in_care_and_care_leavers",
}
GRADES = {"O": "outstanding", "G": "good", "R": "requires_improvement", "I": "inadequate"}


def lines(name):
    text = (SENTENCES / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read(text, title, held_on=date(2022, 9, 1)):
    item = AgendaItem(item_position=1, title=title, minutes_text=text, held_on=held_on)
    found = read_inspection_mentions(item, council_name="Wexcombe")
    return [mention for mention in found if mention.is_own_council]


@pytest.mark.parametrize("sentence", lines("no_grade"))
def test_no_grade_is_read_whatever_the_item_is_about(sentence):
    contexts = [
        ("Ofsted inspection", sentence),
        ("Ofsted inspection", TOLD_BEFORE + sentence),
        ("Children's services improvement plan", TOLD_BEFORE + "\n\n" + sentence),
        ("Annual report", sentence),
    ]
    for title, text in contexts:
        told = read(text, title)
        assert [one for one in told if one.grade and one.regime in OWN_REGIMES] == []


@pytest.mark.parametrize("line", lines("grades"))
def test_a_grade_is_read_with_its_area(line):
    stated, sentence = (part.strip() for part in line.split("|", 1))
    expected = {(AREAS[code[:-1]], GRADES[code[-1]]) for code in stated.split()}

    for text in (sentence, TOLD_BEFORE + sentence):
        told = read(text, "Ofsted inspection of children's services")
        assert {(one.judgement_area, one.grade) for one in told if one.grade} == expected


@pytest.mark.parametrize("line", lines("grades_after"))
def test_a_grade_in_plain_words_is_read_where_an_inspection_was_told(line):
    stated, sentence = (part.strip() for part in line.split("|", 1))
    expected = {(AREAS[code[:-1]], GRADES[code[-1]]) for code in stated.split()}

    told = read(TOLD_BEFORE + sentence, "Ofsted inspection of children's services")

    assert {(one.judgement_area, one.grade) for one in told if one.grade} == expected


@pytest.mark.parametrize("sentence", lines("no_event"))
def test_what_never_was_or_is_others_is_no_event(sentence):
    for title in ("Ofsted update", "Children's services update"):
        told = read(sentence, title, held_on=date(2022, 11, 1))
        own = [one for one in told if one.regime in OWN_REGIMES | {"JTAI", "DFE_INTERVENTION"}]
        assert [one for one in own if one.occurrence == "occurred"] == []


@pytest.mark.parametrize("line", lines("events"))
def test_an_event_is_read_from_a_sentence_of_its_own(line):
    stated, sentence = (part.strip() for part in line.split("|", 1))
    regime, event_type, number, first_day, *to_come = stated.split()

    (mention,) = read(sentence, "Children's services", held_on=date(2026, 11, 1))

    assert (mention.regime, mention.event_type) == (regime, event_type)
    assert mention.visit_number == (None if number == "-" else int(number))
    assert str(mention.date_from) == first_day
    assert mention.occurrence == ("scheduled" if to_come else "occurred")
