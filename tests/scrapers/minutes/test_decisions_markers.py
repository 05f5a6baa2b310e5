"""Markers as clerks print them, and vehicles in forms that are seldom seen."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem


def read(minutes, **fields):
    return read_decisions(AgendaItem(item_position=1, title="Any", minutes_text=minutes, **fields))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(a)", "(b)"), ("a)", "b)"), ("a.", "b."), ("(A)", "(B)"), ("A.", "B."),
        ("(i)", "(ii)"), ("i)", "ii)"), ("i.", "ii."), ("I.", "II."),
        ("(1)", "(2)"), ("1)", "2)"), ("1.", "2."), ("1 .", "2 ."), ("[1]", "[2]"),
        ("1.1", "1.2"), ("37.1", "37.2"), ("R1.", "R2."), ("R1)", "R2)"), ("A1.", "A2."),
        ("R1:", "R2:"), ("•", "•"), ("-", "-"),
    ],
)  # fmt: skip
def test_a_marker_is_the_ordinal_of_its_entry_as_printed(first, second):
    found = read(f"RESOLVED that:\n\n{first} the plan be approved; and\n{second} posts be filled.")

    assert [(row.ordinal, row.text) for row in found] == [
        (first, "the plan be approved; and"),
        (second, "posts be filled."),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("1", "2"), ("1:", "2:"), ("1 -", "2 -"), ("1 –", "2 –"), ("1/", "2/"), ("R1", "R2")],
)
def test_a_bare_marker_counts_before_the_words_of_a_decision(first, second):
    found = read(f"RESOLVED:\n\n{first} That the plan be approved.\n{second} That posts be filled.")

    assert [(row.ordinal, row.text) for row in found] == [
        (first, "That the plan be approved."),
        (second, "That posts be filled."),
    ]


def test_letters_with_numbers_are_lists_of_their_own():
    found = read("RECOMMENDATIONS\n\nR1 That fees fall.\n\nR2 That posts be filled.")

    assert [(row.kind, row.status, row.ordinal) for row in found] == [
        ("recommendation", "adopted", "R1"),
        ("recommendation", "adopted", "R2"),
    ]


@pytest.mark.parametrize("name", ["A. Reed spoke first.", "B. Marsh asked of fees."])
def test_an_initial_is_no_marker(name):
    (row,) = read(f"RESOLVED: That fees fall.\n\n{name}")

    assert row.text == "That fees fall."


@pytest.mark.parametrize("that", ["That", "that"])
def test_a_list_may_run_on_behind_that(that):
    found = read(f"RESOLVED: {that} (i) the plan be approved; (ii) posts be filled.")

    assert [row.ordinal for row in found] == ["(i)", "(ii)"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("R E S O L V E D", "resolution"), ("R E S O L V E D:", "resolution"),
        ("R E C O M M E N D E D", "recommendation"), ("A G R E E D", "agreement"),
        ("R E C O M M E N D A T I O N S", "recommendation"), ("D E C I S I O N", "resolution"),
    ],
)  # fmt: skip
def test_a_spaced_heading_governs_like_any_other(heading, kind):
    (row,) = read(f"{heading}\n\nThat the plan be approved.")

    assert (row.kind, row.text) == (kind, "That the plan be approved.")


def test_the_number_of_a_resolution_is_none_of_its_words():
    (row,) = read("RESOLVED 12/24: That the plan be approved.")

    assert row.text == "That the plan be approved."


@pytest.mark.parametrize(("first", "second"), [("a)", "b)"), ("1.", "2."), ("(1)", "(2)")])
def test_a_marker_may_be_glued_to_its_words(first, second):
    found = read(f"RESOLVED that:\n\n{first}the plan be approved\n{second}posts be filled")

    assert [(row.ordinal, row.text) for row in found] == [
        (first, "the plan be approved"),
        (second, "posts be filled"),
    ]


def test_entries_run_on_after_commas_too():
    found = read(
        "RESOLVED:\n\n(i) the plan be approved, (ii) posts be filled, and (iii) fees fall."
    )

    assert [row.ordinal for row in found] == ["(i)", "(ii)", "(iii)"]


def test_numbers_of_paragraphs_are_no_entries():
    (row,) = read("RESOLVED:\n\n1. That fees under paragraphs 1, 2. and 3. be approved.")

    assert row.ordinal == "1."


def test_sums_under_letters_are_no_entries():
    (row,) = read("RESOLVED: That the sums of (a) £5, (b) £6 and (c) £7 be approved.")

    assert row.ordinal is None


def test_letters_stand_before_the_verbs_of_decisions():
    found = read("The Committee RESOLVED to:\n\nA. NOTE the report\nB. Approve the plan")

    assert [row.ordinal for row in found] == ["A.", "B."]


def test_actions_arising_are_actions():
    (row,) = read("Actions arising:\n\n1. Circulate the figures to all members.")

    assert (row.kind, row.ordinal) == ("action", "1.")


def test_decisions_of_the_body_are_headed_so():
    found = read("Decisions of the Cabinet:\n\n1. To approve the plan.\n2. To note the report.")

    assert [(row.ordinal, row.kind) for row in found] == [
        ("1.", "resolution"),
        ("2.", "resolution"),
    ]


def test_decisions_of_another_body_are_retold():
    minutes = "Decisions of the Cabinet:\n\n1. Approved the plan.\n2. Noted the report."

    assert read(minutes, committee_name="Children Scrutiny Panel") == []


@pytest.mark.parametrize(
    "minutes",
    [
        "Councillor Ash was elected Chair for the municipal year.",
        "Nominations: Councillor Ash.\n\nCouncillor Ash was duly elected as Chair.",
        "Cllr Ash was unanimously appointed as the Vice-Chair of the Panel.",
    ],
)
def test_an_election_that_ends_the_minute_is_a_resolution_of_procedure(minutes):
    (row,) = read(minutes)

    assert (row.kind, row.status, row.is_substantive) == ("resolution", "adopted", False)


@pytest.mark.parametrize(
    "minutes",
    [
        "Mr Marsh was appointed Deputy Director in May.",
        "Councillor Ash was elected Chair in 2019 and had served since.",
    ],
)
def test_who_was_appointed_once_is_no_decision(minutes):
    assert read(minutes) == []


def test_who_was_elected_elsewhere_is_told_in_passing():
    minutes = "Members introduced themselves.\n\nCouncillor Ash was elected Mayor.\n\nHe left."

    assert read(minutes) == []


@pytest.mark.parametrize(
    ("told", "is_unanimous"),
    [
        ("RESOLVED (nem con): That fees fall.", True),
        ("RESOLVED, with none dissenting, that fees fall.", True),
        ("RESOLVED without dissent that fees fall.", True),
        ("RESOLVED: That fees fall.\n\nVoting: 7 for, none against.", True),
        ("RESOLVED: That fees fall.\n\nVoting: 7 for, 0 against, 0 abstentions.", True),
        ("RESOLVED: That fees fall.\n\nVoting: 7 for, none against, 2 abstentions.", None),
        ("RESOLVED: That fees fall.\n\nVoting: 7 for, 1 against.", False),
        ("RESOLVED: That fees fall.\n\nFor: 7 Against: 0 Abstain: 1", None),
        ("RESOLVED: That fees fall.\n\nFor: 7 Against: 0", True),
    ],
)
def test_nobody_against_is_unanimous(told, is_unanimous):
    (row,) = read(told)

    assert row.is_unanimous is is_unanimous
    assert row.text in ("That fees fall.", "that fees fall.")
