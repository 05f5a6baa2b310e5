"""Acts known by their verb alone, of a body and of one member."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem, Decision


def read(minutes_text: str) -> list[Decision]:
    return read_decisions(AgendaItem(item_position=1, title="Fees", minutes_text=minutes_text))


ACTS = {
    "under Decision": (
        "Decision:\n\nThe Executive:\n\n(i) NOTED the letter;\n(ii) APPROVED the plan; and\n"
        "(iii) DELEGATED the rest to the Director.",
        [("(i)", "noted"), ("(ii)", "resolution"), ("(iii)", "resolution")],
    ),
    "under Decision, without capitals": (
        "Decision:\n\nThe Cabinet:\n\n1. Noted the letter.\n2. Agreed that the plan be sent.\n"
        "3. Approved the fees.",
        [("1.", "noted"), ("2.", "resolution"), ("3.", "resolution")],
    ),
    "in paragraphs": (
        "DECISION\n\nThe Cabinet:\n\nNOTED the letter;\n\nAPPROVED the plan; and\n\nAUTHORISED "
        "the Director to let the works.",
        [(None, "noted"), (None, "resolution"), (None, "resolution")],
    ),
    "in paragraphs without a heading": (
        "The Panel:\n\nNOTED the letter.\n\nENDORSED the plan.",
        [(None, "noted"), (None, "resolution")],
    ),
    "of one member": (
        "The Cabinet Member for Children:\n\n1. Approved the fees.\n2. Authorised the Director "
        "to let the works.",
        [("1.", "resolution"), ("2.", "resolution")],
    ),
    "of one member, below a heading of its own": (
        "The Director spoke.\n\nDecision:\n\nDECISIONS\n\nThe Cabinet Member:\n\n"
        "(1) Approved the fees.\n\n(2) Noted the pressure.",
        [("(1)", "resolution"), ("(2)", "noted")],
    ),
    "of one member, who resolved": (
        "DECISION MADE\n\nThe Lead Member RESOLVED to:\n\n(1) agree the fees; and\n\n"
        "(2) ask the Director to review them.\n\nReason\n\nFees are low.",
        [("(1)", "resolution"), ("(2)", "resolution")],
    ),
    "of one member, in a sentence": (
        "The Cabinet Member thanked staff.\n\nDECISION\n\nThe Cabinet Member noted the report and"
        " approved the plan.",
        [(None, "resolution")],
    ),
    "on a call-in": (
        "The Panel:\n\nA. Upheld the call-in; and\nB. Referred the matter back to Cabinet.",
        [("A.", "resolution"), ("B.", "resolution")],
    ),
    "under a lost label": (
        "That:\n\ni) the letter be noted;\nii) the Chair write to the Government.",
        [("i)", "noted"), ("ii)", "resolution")],
    ),
}


@pytest.mark.parametrize("case", ACTS)
def test_an_entry_that_begins_with_its_own_verb_is_a_decision_of_the_list(case):
    text, expected = ACTS[case]

    assert [(row.ordinal, row.kind) for row in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Committee discussed it.\n\nThe Cabinet Member:\n\n1. thanked staff\n2. noted the cost",
        "The Director spoke.\n\nThe Cabinet Member approved of what had been said.",
        "Lead Member: Councillor Ash\n\nThe plan was good.",
    ],
)
def test_one_member_decides_nothing_in_a_discussion(text):
    assert read(text) == []
