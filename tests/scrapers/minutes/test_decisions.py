"""Wording forms of decisions, one case each: what a clerk prints, what is read from it."""

from datetime import date

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem, Decision

RESOLUTION, RECOMMENDATION, AGREEMENT = "resolution", "recommendation", "agreement"
ACTION, NOTED = "action", "noted"


def read(minutes_text: str, **fields) -> list[Decision]:
    item = AgendaItem(item_position=1, title="Progress", minutes_text=minutes_text, **fields)
    return read_decisions(item)


def rows(minutes_text: str, **fields) -> list[tuple[str | None, str, str]]:
    return [(row.ordinal, row.kind, row.text) for row in read(minutes_text, **fields)]


FORMS = {
    "label and text in different paragraphs": (
        "RESOLVED:\n\n\u00a0\n\nThat the offer be widened.\n\nCouncillor Pike left the meeting.",
        [(None, RESOLUTION, "That the offer be widened.")],
    ),
    "label with its numbered list": (
        "RESOLVED that:\n\n1. The offer be widened.\n\n2. Costs be shown.\n\nMs Low left.",
        [("1.", RESOLUTION, "The offer be widened."), ("2.", RESOLUTION, "Costs be shown.")],
    ),
    "label and text in one paragraph": (
        "Resolved: That we widen the offer and ask for a review.",
        [(None, RESOLUTION, "That we widen the offer and ask for a review.")],
    ),
    "dash and spaces": (
        "RESOLVED \u2013  That the offer be widened",
        [(None, RESOLUTION, "That the offer be widened")],
    ),
    "infinitive": (
        "RESOLVED \u2013 To confirm the scope of the review.",
        [(None, RESOLUTION, "To confirm the scope of the review.")],
    ),
    "That, then entries": (
        "RESOLVED: That\n\n(1) the offer be widened; and\n\n(2) costs be shown.",
        [("(1)", RESOLUTION, "the offer be widened; and"), ("(2)", RESOLUTION, "costs be shown.")],
    ),
    "two-column table": (
        "RESOLVED:\tThat\n(1)\tthe offer be widened; and\n(2)\tcosts be shown.",
        [("(1)", RESOLUTION, "the offer be widened; and"), ("(2)", RESOLUTION, "costs be shown.")],
    ),
    "numbered minute paragraphs with lettered entries": (
        "10.1 The Director spoke.\n\n10.4 RESOLVED: That the Cabinet:-\n\n(a) notes the letter;\n\n"
        "(b) agrees the plan.\n\n10.5 Reasons for Decision\n\n10.5.1 The plan is needed.",
        [("(a)", RESOLUTION, "notes the letter;"), ("(b)", RESOLUTION, "agrees the plan.")],
    ),
    "entries run into the paragraph": (
        "10.4 RESOLVED: That the Cabinet:- (a) notes the letter; and (b) agrees the plan.",
        [("(a)", RESOLUTION, "notes the letter; and"), ("(b)", RESOLUTION, "agrees the plan.")],
    ),
    "the paragraph's own number": (
        "17.4 Resolved \u2013 That the Committee supports the plan.\n\n17.5 The meeting ended.",
        [("17.4", RESOLUTION, "That the Committee supports the plan.")],
    ),
    "bullets under an entry": (
        "RESOLVED that\n\n(i) the offer be widened;\n\n(ii) officers consider:\n\n"
        "  \u2022 staffing\n\n  \u2022 caseloads\n\n(iii) thanks be recorded.",
        [
            ("(i)", RESOLUTION, "the offer be widened;"),
            ("(ii)", RESOLUTION, "officers consider:"),
            ("\u2022", RESOLUTION, "staffing"),
            ("\u2022", RESOLUTION, "caseloads"),
            ("(iii)", RESOLUTION, "thanks be recorded."),
        ],
    ),
    "letters under a number are cited with it": (
        "RESOLVED\n1. That the offer be widened.\n2. That the Head of Care arranges:\n"
        "a. a visit; and\nb. a talk.\n\nThe Chair spoke.",
        [
            ("1.", RESOLUTION, "That the offer be widened."),
            ("2.", RESOLUTION, "That the Head of Care arranges:"),
            ("2.a.", RESOLUTION, "a visit; and"),
            ("2.b.", RESOLUTION, "a talk."),
        ],
    ),
    "it was, and a new paragraph": (
        "After further discussion it was\n\nRESOLVED that the offer be widened.",
        [(None, RESOLUTION, "that the offer be widened.")],
    ),
    "bare Decision": (
        "Members spoke.\n\nDecision\n\nTo widen the offer.\n\nTo delegate its wording.",
        [(None, RESOLUTION, "To widen the offer."), (None, RESOLUTION, "To delegate its wording.")],
    ),
    "decision table headed in its first row": (
        "Decision number:\tDecision:\n7/24\tThe Cabinet noted the gains.\nReasons:\nTo inform.",
        [("7/24", NOTED, "The Cabinet noted the gains.")],
    ),
    "decision table headed in its first column": (
        "Decision number:\t7/24\nDecision:\tThe Cabinet noted the gains.\nReasons:\tTo inform.",
        [(None, NOTED, "The Cabinet noted the gains.")],
    ),
    "table flattened to bars": (
        "Decision number: |\nDecision: |\nThe Cabinet noted the gains. |\nReasons:\nTo inform.",
        [(None, NOTED, "The Cabinet noted the gains.")],
    ),
    "AGREED": (
        "AGREED that the offer be widened.",
        [(None, AGREEMENT, "that the offer be widened.")],
    ),
    "the Committee AGREED to": (
        "The Committee AGREED to widen the offer.",
        [(None, AGREEMENT, "to widen the offer.")],
    ),
    "Noted and resolved": (
        "NOTED that the review had begun and;\n\nRESOLVED that a letter be sent.",
        [
            (None, NOTED, "that the review had begun and;"),
            (None, RESOLUTION, "that a letter be sent."),
        ],
    ),
    "Resolved to recommend": (
        "Resolved to RECOMMEND: (to Council)\n\nThat the plan be adopted.",
        [(None, RECOMMENDATION, "That the plan be adopted.")],
    ),
    "recommended to a body": (
        "RECOMMENDED to Cabinet that the plan be adopted.",
        [(None, RECOMMENDATION, "that the plan be adopted.")],
    ),
    "recommendations under their heading": (
        "RECOMMENDATIONS:\n\nThe Panel recommended that:\n\na) a talk be held;\nb) fees be shown.",
        [("a)", RECOMMENDATION, "a talk be held;"), ("b)", RECOMMENDATION, "fees be shown.")],
    ),
    "recommendations made": (
        "The Panel made the following recommendations:\n\n"
        "1. That fees be shown.\n2. That posts grow.",
        [
            ("1.", RECOMMENDATION, "That fees be shown."),
            ("2.", RECOMMENDATION, "That posts grow."),
        ],
    ),
    "answer to scrutiny": (
        "Resolved \u2013 That the three recommendations of the scrutiny committee be accepted.",
        [
            (
                None,
                RESOLUTION,
                "That the three recommendations of the scrutiny committee be accepted.",
            )
        ],
    ),
    "soft agreement in prose": (
        "Members spoke of thresholds. It was agreed that a talk would be arranged. Ms Low left.",
        [(None, AGREEMENT, "It was agreed that a talk would be arranged.")],
    ),
    "agreement followed by a list": (
        "It was agreed that: -\n\n\u2022 a talk be arranged\n\u2022 a visit be made",
        [("\u2022", AGREEMENT, "a talk be arranged"), ("\u2022", AGREEMENT, "a visit be made")],
    ),
    "a body's request": (
        "The Board requested that figures be provided.",
        [(None, ACTION, "The Board requested that figures be provided.")],
    ),
    "an officer's undertaking": (
        "Officers undertook to provide the figures.",
        [(None, ACTION, "Officers undertook to provide the figures.")],
    ),
    "ACTION at the end of a paragraph": (
        "There was a question on fees. ACTION - Ms Reed to circulate the fees.",
        [(None, ACTION, "ACTION - Ms Reed to circulate the fees.")],
    ),
    "list of actions": (
        "Actions:\n\n1. Director to send figures.\n2. Clerk to book a room.",
        [("1.", ACTION, "Director to send figures."), ("2.", ACTION, "Clerk to book a room.")],
    ),
    "minutes approved in prose": (
        "The minutes of the meeting held on 2 March 2021 were approved as an accurate record.",
        [
            (
                None,
                RESOLUTION,
                "The minutes of the meeting held on 2 March 2021 were approved as an accurate "
                "record.",
            )
        ],
    ),
    "the body's acts listed": (
        "The Committee:\n\n(a) noted the letter; and\n\n(b) agreed to visit in June.",
        [("(a)", NOTED, "noted the letter; and"), ("(b)", AGREEMENT, "agreed to visit in June.")],
    ),
    "lost headings": (
        "1. That the letter be noted.\n\n2. That posts grow and a review be held.\n\n"
        "3. These comments were made:\n\n\u2022 posts were few",
        [
            ("1.", NOTED, "That the letter be noted."),
            ("2.", RESOLUTION, "That posts grow and a review be held."),
        ],
    ),
    "markers joined to their words": (
        "RESOLVED that:\n(a)the offer be widened;\n(b)costs be shown.",
        [("(a)", RESOLUTION, "the offer be widened;"), ("(b)", RESOLUTION, "costs be shown.")],
    ),
    "vehicle joined to its words": (
        "Members spoke of fees.RESOLVEDThat fees fall.",
        [(None, RESOLUTION, "That fees fall.")],
    ),
    "numbered entries run into the end of a discussion": (
        "Ms Low spoke of fees.  RESOLVED:  1.  That fees fall.  2.  That a review be held.",
        [("1.", RESOLUTION, "That fees fall."), ("2.", RESOLUTION, "That a review be held.")],
    ),
    "outcome by reference in prose": (
        "Upon being put to the vote, the recommendations were unanimously approved.",
        [
            (
                None,
                RESOLUTION,
                "Upon being put to the vote, the recommendations were unanimously approved.",
            )
        ],
    ),
    "action table": (
        "Action\tOwner\nSend figures on posts\tMs Reed\nBook a room\tMr Low",
        [(None, ACTION, "Send figures on posts"), (None, ACTION, "Book a room")],
    ),
    "Welsh": (
        "PENDERFYNWYD \u2013\n\n(1) derbyn y llythyr;\n(2) cymeradwyo'r cynllun.",
        [
            ("(1)", RESOLUTION, "derbyn y llythyr;"),
            ("(2)", RESOLUTION, "cymeradwyo'r cynllun."),
        ],
    ),
    "hard-wrapped": (
        "Resolved that the offer be widened and that the Director be asked to bring\nnews of it to "
        "the next meeting of the\nCommittee.\nThe Chair spoke.",
        [
            (
                None,
                RESOLUTION,
                "that the offer be widened and that the Director be asked to bring news of it to "
                "the next meeting of the Committee.",
            )
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS.keys())
def test_each_wording_is_read_as_its_clerk_meant_it(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), FORMS.values(), ids=FORMS.keys())
def test_each_wording_in_an_agenda_description_is_at_most_proposed(text, expected):
    item = AgendaItem(item_position=1, title="Progress", description=text)

    assert {row.status for row in read_decisions(item)} <= {"proposed"}


def test_entries_that_hang_under_another_are_deeper():
    found = read(
        "RESOLVED\n1. That posts grow.\n2. That Cabinet arranges:\na. a visit;\nb. a talk."
    )

    assert [row.depth for row in found] == [0, 0, 1, 1]


def test_positions_count_the_decisions_of_the_item():
    found = read("RESOLVED:\n1. That posts grow.\n2. That fees fall.", description="Recommended -")

    assert [row.decision_position for row in found] == [1, 2]


def test_one_unanimous_vote_covers_the_list_it_introduces():
    found = read(
        "The following recommendations were moved, seconded and carried unanimously.\n\n"
        "RECOMMENDATIONS:\n\nThe Panel recommended that:\n\na) fees fall;\nb) posts be filled."
    )

    assert [row.is_unanimous for row in found] == [True, True]


def test_a_vote_printed_under_each_entry_is_that_entrys_own():
    found = read(
        "It was RESOLVED that:\n\n1. fees fall; and\n\nVoting: unanimous\n\n2. posts be filled.\n\n"
        "Voting: 5 for, 2 against\n\nCouncillor Ash was absent."
    )

    assert [(row.is_unanimous, row.votes_for, row.votes_against) for row in found] == [
        (True, None, None),
        (False, 5, 2),
    ]


def test_mover_and_seconder_stand_with_the_resolution_they_moved():
    [row] = read(
        "On a motion by Councillor A Ash, seconded by Councillor Birch, it was:\n\n"
        "Resolved \u2013 That fees fall."
    )

    assert (row.mover, row.seconder) == ("Councillor A Ash", "Councillor Birch")


def test_a_motion_is_adopted_by_the_votes_it_was_carried_with():
    [row] = read(
        "It was moved by Councillor Ash,\nSeconded by Councillor Birch,\n\n"
        "\u201cThat this Council thanks all carers\u201d.\n\n"
        "The motion was put and carried by 12 votes to 7 votes with 2 abstentions."
    )

    assert (row.text, row.status) == ("That this Council thanks all carers", "adopted")
    assert (row.votes_for, row.votes_against, row.abstentions) == (12, 7, 2)
    assert (row.mover, row.seconder) == ("Councillor Ash", "Councillor Birch")


def test_an_amendment_is_lost_without_its_motion():
    found = read(
        "It was moved by Councillor Ash, seconded by Councillor Birch:\n\n"
        "This Council resolves:\n\n\u2022 To widen the offer.\n\n"
        "An amendment was moved by Councillor Elm, seconded by Councillor Fir as follows:\n\n"
        "\u2022 To charge for the offer.\n\n"
        "It was then declared that the amendment was lost by 9 votes to 31."
    )

    assert [(row.text, row.status) for row in found] == [
        ("To widen the offer.", "proposed"),
        ("To charge for the offer.", "lost"),
    ]


@pytest.mark.parametrize(
    ("fate", "status"),
    [
        ("The motion was then put to the vote and was carried.", "adopted"),
        ("On being put to the vote, the motion was declared LOST.", "lost"),
        ("The motion was withdrawn.", "withdrawn"),
        ("The motion was deferred.", "deferred"),
        ("The motion was referred to Cabinet.", "referred"),
        ("Councillor Elm spoke against it.", "proposed"),
    ],
)
def test_the_fate_of_a_motion_is_its_status(fate, status):
    moved = "It was moved by Councillor Ash and seconded by Councillor Birch that fees be cut."

    assert [row.status for row in read(f"{moved}\n\n{fate}")] == [status]


def test_a_motion_in_the_agenda_is_proposed_entry_by_entry():
    item = AgendaItem(
        item_position=1,
        title="Motion",
        description="In light of the letter, this Council:\n\n(a) Calls on all to act; and\n\n"
        "(b) Pledges to help.",
    )

    assert [(row.ordinal, row.text, row.status) for row in read_decisions(item)] == [
        ("(a)", "Calls on all to act; and", "proposed"),
        ("(b)", "Pledges to help.", "proposed"),
    ]


def test_recommendations_taken_up_by_a_resolution_were_only_proposed():
    found = read(
        "Recommendations:\n\n1. That fees fall.\n\nRESOLVED: That the recommendations be approved."
    )

    assert [(row.kind, row.status) for row in found] == [
        (RECOMMENDATION, "proposed"),
        (RESOLUTION, "adopted"),
    ]


@pytest.mark.parametrize(
    ("text", "is_substantive"),
    [
        ("That the letter be noted.", False),
        ("That the letter be noted and the plan be endorsed.", True),
        ("That witnesses be thanked for their attendance.", False),
        ("That the minutes be approved as a correct record.", False),
        ("That Councillor Ash be appointed Chair.", False),
        ("That the press and public be excluded.", False),
        ("That a review of fees be held.", True),
    ],
)
def test_noting_thanks_minutes_appointments_and_procedure_are_not_substantive(text, is_substantive):
    [row] = read(f"RESOLVED: {text}")

    assert row.is_substantive is is_substantive


@pytest.mark.parametrize(
    ("text", "due_text", "due_on"),
    [
        ("That news be brought by 31 March 2024.", "by 31 March 2024", date(2024, 3, 31)),
        (
            "That news be brought by the end of June 2024.",
            "by the end of June 2024",
            date(2024, 6, 30),
        ),
        ("That news be brought by 1 February.", "by 1 February", date(2025, 2, 1)),
        ("That news be brought in six months.", "in six months", date(2024, 10, 30)),
        ("That news be brought to the next meeting.", "to the next meeting", None),
        ("That news be brought by 31 June 2024.", "by 31 June 2024", None),
        ("That news be brought.", None, None),
    ],
)
def test_a_deadline_is_dated_only_where_its_words_are_certain(text, due_text, due_on):
    [row] = read(f"RESOLVED: {text}", held_on=date(2024, 4, 30))

    assert (row.due_text, row.due_on) == (due_text, due_on)


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("RECOMMENDED to Cabinet that fees fall.", "Cabinet"),
        ("RESOLVED: That officers report back.", "officers"),
        ("RESOLVED: That the Director of Care be asked to cut fees.", "Director of Care"),
        ("RESOLVED: That fees fall.", None),
    ],
)
def test_an_addressee_is_one_the_words_name(text, addressee):
    [row] = read(text)

    assert row.addressee == addressee


def test_an_action_is_owned_by_whom_it_names():
    found = read("ACTION:\n\n1. The Director for Care would send figures.\n\n2. Mr Low to visit.")

    assert [row.owner for row in found] == ["The Director for Care", "Mr Low"]
