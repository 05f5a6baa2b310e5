"""Whatever the text: a list, evidence to the letter, and time in proportion to length."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.minutes.decisions.blocks import squash
from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem

FORMAL = (
    *("RESOLVED", "Resolved", "AGREED", "NOTED", "RECOMMENDATIONS:", "Penderfynwyd", "ACTION -"),
    *("agreed", "recommended", "requested", "Officers undertook", "Decision:", "Minutes:"),
)
CIRCUMSTANCES = (
    *("It was moved by Councillor Ash", "seconded by Councillor Elm", "The motion was", "carried"),
    *(
        "lost",
        "by 3 votes to 4",
        "unanimously",
        "Reasons:",
        "view the full minutes text for item 5",
    ),
)
PLAIN = (
    *("that", "That", "to", "The Committee", "Cabinet", "be noted", "fees fall", "and", "..."),
    *("within 99 weeks", "by 31 February 2024", "(i)", "(a)", "1.", "2.a.", "-", ":", ";", "."),
    *("\u2022", "\u2013", "\u201c", "\u201d", "\u00a0", "\u2028", "\u0130"),
)
WORDS = st.sampled_from(FORMAL + CIRCUMSTANCES + PLAIN) | st.text(max_size=8)
MINUTES = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", "\n", "\n\n", "\t"])),
    max_size=60,
).map(lambda parts: "".join(word + gap for word, gap in parts))


def item_of(text: str, **fields) -> AgendaItem:
    return AgendaItem(item_position=1, title="Any", minutes_text=text, **fields)


@given(
    MINUTES,
    st.none() | st.text() | MINUTES,
    st.none() | st.dates(),
    st.booleans(),
    st.sampled_from([None, "Cabinet", "Children Scrutiny Panel"]),
)
def test_any_text_gives_decisions_whose_evidence_is_to_the_letter(
    minutes, description, held_on, is_truncated, committee
):
    item = item_of(
        minutes,
        description=description,
        held_on=held_on,
        is_truncated=is_truncated,
        committee_name=committee,
    )

    for position, row in enumerate(read_decisions(item), 1):
        stretch = getattr(item, row.evidence_field)[row.evidence_start : row.evidence_end]
        assert row.text
        assert squash(stretch) == row.text
        assert row.decision_position == position


@given(MINUTES)
def test_no_row_comes_twice(minutes):
    found = read_decisions(item_of(minutes))
    keys = [(row.evidence_start, row.evidence_end) for row in found]

    assert len(set(keys)) == len(keys)


def test_a_deadline_beyond_the_calendar_is_left_undated():
    [row] = read_decisions(item_of("RESOLVED: That fees fall within 9 weeks.", held_on=date.max))

    assert (row.due_text, row.due_on) == ("within 9 weeks", None)


@pytest.mark.parametrize(
    "unit",
    [
        "Members spoke at length of fees, posts and visits; it was agreed that a talk be held. ",
        "RESOLVED: That fees fall.\n\n",
        "RESOLVED that (a) fees fall; (b) posts grow; ",
        "It was moved by Councillor Ash and seconded by Councillor Elm that fees fall.\n\n",
        "this motion it was this ",
        "the committee ",
        "agreed that ",
        "1. That fees fall\n",
        "Action\tOwner\n",
        " \u00a0\n",
        "view the full ",
        "(",
        "a\t",
        "a|b\n",
        "- \n",
        "1.\n",
        ";\n",
        "RESOLVED\n",
        "resolved ",
        "Decision:\t",
        "moved by Councillor Ash that (a) fees fall; (b) posts grow; ",
        "Seconded by Councillor Elm\n",
        "the motion was lost by 2 votes to 4. ",
        "An amendment was lost. ",
        "Abcd, ",
        "RESOLVED:\n1. That fees fall.\nReason: none\n",
    ],
)
def test_time_grows_with_length_and_no_faster(unit):
    assert_in_proportion(unit)


@settings(max_examples=12, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from(["", " ", "\n", "\n\n", "\t"]))
def test_time_grows_no_faster_whatever_is_repeated(words, gap):
    assert_in_proportion((gap.join(words) or "x") + gap)


def assert_in_proportion(unit: str) -> None:
    # A busy machine slows one run or another, never the same one each time.
    assert any(_is_in_proportion(unit) for _ in range(5)), unit


def _is_in_proportion(unit: str) -> bool:
    short = _seconds(unit * (10_000 // len(unit) + 1))
    long = _seconds(unit * (80_000 // len(unit) + 1))

    # Eight times the text: linear time is 8, quadratic 64.
    return long < max(0.5, 24 * short)


def _seconds(text: str) -> float:
    started = time.process_time()  # of this process alone: others share the machine
    read_decisions(item_of(text))
    return time.process_time() - started
