"""Whatever the text: a list, evidence to the letter, and time in proportion to length."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers import minutes
from scrapers.minutes.decisions.plain import squash
from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem
from tests.scrapers.steps import assert_in_proportion

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
    text, description, held_on, is_truncated, committee
):
    item = item_of(
        text,
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
def test_no_row_comes_twice(text):
    found = read_decisions(item_of(text))
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
def test_reading_takes_steps_in_proportion_to_length(unit):
    assert_in_proportion(_read, unit, minutes)


@settings(max_examples=12)
@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from(["", " ", "\n", "\n\n", "\t"]))
def test_reading_takes_no_more_steps_whatever_is_repeated(words, gap):
    assert_in_proportion(_read, (gap.join(words) or "x") + gap, minutes)


def _read(text: str) -> None:
    read_decisions(item_of(text))


def test_capitals_run_together_behind_an_action_are_read_at_once():
    # In one step of a pattern that could cut them in endless ways: this test would never end.
    read_decisions(item_of("ACTION:" + "REQUIRESIMPROVEMENT" * 30 + " (not a name"))
