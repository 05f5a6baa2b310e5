"""What becomes of motions, and lists without headings."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem, Decision


def read(minutes_text: str) -> list[Decision]:
    return read_decisions(AgendaItem(item_position=1, title="Fees", minutes_text=minutes_text))


FATES = {
    "lost": (
        "An amendment moved by Councillor Ash, that the report be deferred, was LOST.",
        [("lost", "that the report be deferred")],
    ),
    "fell": (
        "An amendment moved by Councillor Ash, that the report be deferred, FELL.",
        [("lost", "that the report be deferred")],
    ),
    "defeated, without a comma": (
        "A proposal by Councillor Ash that the hub be shut was defeated by 7 votes to 4.",
        [("lost", "that the hub be shut")],
    ),
    "not carried, after the seconder": (
        "Councillor Ash moved that the hub be shut. Councillor Elm seconded the motion. On a vote "
        "it was not carried.",
        [("lost", "that the hub be shut")],
    ),
    "declared in a sentence of its own": (
        "Amendment moved by Councillor Ash: That \u00a39 go to the hub. LOST (2 for, 9 against)",
        [("lost", "That \u00a39 go to the hub")],
    ),
    "agreed at once": (
        "It was proposed by Councillor Ash that the fees be taken first, and this was agreed.",
        [("adopted", "that the fees be taken first")],
    ),
    "withdrawn by the mover": (
        "Councillor Ash moved an amendment that the hub be shut.\n\nCouncillor Ash then withdrew "
        "the amendment.",
        [("withdrawn", "that the hub be shut.")],
    ),
    "carried, though it begins with what the Council notes": (
        'Councillor Ash moved, and Councillor Elm seconded -\n\n"This Council notes with concern '
        'the report. This Council calls on the Leader to report each quarter."\n\nThe motion was '
        "put and carried unanimously.",
        [
            (
                "adopted",
                "This Council notes with concern the report. This Council calls on the Leader to "
                "report each quarter.",
            )
        ],
    ),
    "recommendations that the decision page calls approved": (
        "Decision status: Recommendations Approved\n\nDecision:\n\nCabinet is RECOMMENDED to:\n\n"
        "a) Approve the draft plan.\n\nRecommendations approved.",
        [("adopted", "Approve the draft plan.")],
    ),
    "standing referred": (
        'Councillor Ash moved:\n\n"That this Council asks Cabinet to open the hub."\n\nThe motion '
        "stood referred to the Panel.",
        [("referred", "That this Council asks Cabinet to open the hub.")],
    ),
    "a paper's recommendations, printed bare and voted down": (
        "1. Fees were high.\n\n2. The recommendations, which were:\n\n(a) that a hub be opened; "
        "and\n\n(b) that all be told.\n\nCouncillor Ash replied for the administration.\n\n"
        "Following a debate, the recommendations were put to the vote and not agreed with the "
        "following result:\n\nFor: 7",
        [("lost", "that a hub be opened; and"), ("lost", "that all be told.")],
    ),
    "notes, believes and therefore resolves": (
        "Mrs Ash moved the motion which was:\n\nThis Council notes the report.\n\nThis Council "
        "believes that all deserve better and therefore resolves:\n\ni. to open a hub; and\n\nii. "
        "to tell all.\n\nThe motion was therefore declared lost.",
        [("lost", "to open a hub; and"), ("lost", "to tell all.")],
    ),
    "referred by a resolution of its own": (
        "Councillor Ash moved the following motion:\n\n\u2018Council asks the Cabinet Member to "
        "act.\u2019\n\nAt the conclusion of debate it was\n\nResolved:\n\nThat the motion be "
        "referred to the Select Committee.",
        [
            ("proposed", "Council asks the Cabinet Member to act.\u2019"),
            ("adopted", "That the motion be referred to the Select Committee."),
        ],
    ),
    "resolved accordingly": (
        "It was moved by the Chair that the Panel endorse the plan.\n\nRESOLVED accordingly.",
        [("adopted", "that the Panel endorse the plan.")],
    ),
    "an amendment of words": (
        'Councillor Ash moved an amendment to insert "in May" after "opened". The amendment was '
        "carried.",
        [("adopted", 'to insert "in May" after "opened".')],
    ),
}


@pytest.mark.parametrize("case", FATES)
def test_a_motion_has_the_fate_that_is_told_of_it_and_only_its_own_words(case):
    text, expected = FATES[case]

    assert [(row.status, row.text.rstrip(" .")) for row in read(text)] == [
        (status, words.rstrip(" .")) for status, words in expected
    ]


def test_a_motion_that_asks_to_reopen_what_was_rejected_is_no_rejected_motion():
    [row] = read(
        "Councillor Ash moved that the plan which was rejected by Cabinet be looked at again.\n\n"
        "The motion was carried."
    )

    assert row.status == "adopted"
    assert row.text.endswith("which was rejected by Cabinet be looked at again.")


def test_who_moves_a_motion_printed_above_is_its_mover_and_the_named_votes_are_its_own():
    [row] = read(
        "This Council resolves to:\n\n1. Open the hub.\n\nThe motion was moved by Councillor Ash "
        "and seconded by Councillor Elm.\n\nA recorded vote was taken:\n\nFor (3): Councillors "
        "Ash, Elm and Fir\n\nAgainst (1): Councillor Yew\n\nThe motion was declared CARRIED."
    )

    assert (row.status, row.mover, row.seconder) == ("adopted", "Councillor Ash", "Councillor Elm")
    assert (row.votes_for, row.votes_against) == (3, 1)


def test_of_a_defeat_by_seven_to_four_seven_were_against():
    [row] = read("A proposal by Councillor Ash that the hub be shut was defeated by 7 votes to 4.")

    assert (row.votes_for, row.votes_against) == (4, 7)


LABELS = {
    "Further Actions Required:\n\n1. Ms Reed to send the data.": [("1.", "action")],
    "ACTIONS AGREED\n\n1. Chair to write to the Health Board.": [("1.", "action")],
    "Decision Taken:\n\n1. That the hub be opened.": [("1.", "resolution")],
    "RESOLVED by the Cabinet Member: that fees rise.": [(None, "resolution")],
    "The Panel AGREED its recommendations to Cabinet as follows:\n\n1. That fees fall.": [
        ("1.", "recommendation")
    ],
    "RECOMMENDED:\n\nTo Cabinet -\n(1) That fees fall.\n\nTo the Health Board -\n(2) That "
    "checks be made.": [("(1)", "recommendation"), ("(2)", "recommendation")],
    'The Panel resolved:-\n\n"(a) That fees fall;\n\n(b) That a hub be opened."': [
        ("(a)", "resolution"),
        ("(b)", "resolution"),
    ],
    "RESOLVED:1.That the letter be noted;2.That the plan be approved.": [
        ("1.", "resolution"),
        ("2.", "resolution"),
    ],
    "On the motion of Mr Ash, seconded by Mrs Elm, it was agreed that the hub be opened.": [
        (None, "agreement")
    ],
    "RESOLVED that the following comments be submitted to the Executive:\n\n\u2022 The Panel "
    "remains concerned.\n\u2022 The Panel welcomes the hub.": [(None, "resolution")],
}


@pytest.mark.parametrize("text", LABELS)
def test_headings_and_glued_lists_are_read_as_clerks_mean_them(text):
    assert [(row.ordinal, row.kind) for row in read(text)] == LABELS[text]


NONE = [
    "Recommendation 1 \u2013 Accepted\n\nRecommendation 2 \u2013 Rejected",
    "Item 1 \u2013 the fees: AGREED (9 for, 0 against)\nItem 2 \u2013 the hub: NOT AGREED (4 for, "
    "6 against)",
    "Action 12 \u2013 visit to the hub. Complete.\n\nAction 14 \u2013 passports. Ongoing.",
]


@pytest.mark.parametrize("text", NONE)
def test_answers_and_logs_of_earlier_actions_decide_nothing(text):
    assert read(text) == []


def test_recommendations_below_an_items_purpose_are_the_agendas():
    rows = read(
        "To consider the report of the Director.\n\nRecommendations\n\nThat the Panel:\n\n"
        "1. Notes the letter.\n2. Comments on the plan."
    )

    assert [row.status for row in rows] == ["proposed", "proposed"]


@pytest.mark.parametrize(
    ("text", "is_substantive"),
    [
        ("RESOLVED: That Council asks that the Panel receive reports until July.", True),
        ("RESOLVED: That the plan be commended to the Executive.", True),
        ("RESOLVED: That the staff be commended for their work.", False),
        ("RESOLVED: That the Panel receive an annual report.", True),
        ("PENDERFYNWYD \u2013 nodi'r adroddiad.", False),
        ("AGREED that the annual report be taken in January.", True),
        ("RESOLVED that the report be taken as read.", False),
        ("RESOLVED that the Panel receive the report of any visit at the first meeting.", True),
        ("RESOLVED that the Panel receive an update as part of the next report.", True),
        ("RESOLVED that the Chair write to all staff to thank them.", False),
        ("RESOLVED that the letter be noted and thanks be passed on to staff.", False),
        ("RESOLVED that thanks be recorded and the plan be approved.", True),
        ("RESOLVED that the minutes be signed and a plan be drawn up.", True),
        ("RESOLVED that Councillor Ash be appointed Chair for the year.", False),
        ("The Panel RESOLVED that it recognises the progress made.", False),
    ],
)
def test_what_is_asked_for_or_passed_on_is_a_task(text, is_substantive):
    [row] = read(text)

    assert row.is_substantive is is_substantive


def test_entries_of_what_is_noted_are_no_tasks_and_those_of_what_is_approved_are():
    rows = read(
        "RESOLVED:\n\nThat the following be noted:\n\n1. The outcome of the talks.\n\n"
        "That the following be approved:\n\n2. A rise in fees."
    )

    assert [row.is_substantive for row in rows] == [False, True]


def test_a_vote_in_brackets_that_lost_a_recommendation_is_heard():
    rows = read(
        "RECOMMENDATION 1: That the cap go. (Vote: 4 for, 7 against \u2013 LOST)\n\n"
        "RECOMMENDATION 2: That a review be held. (Vote: 11 for \u2013 CARRIED)"
    )

    assert [(row.status, row.votes_for) for row in rows] == [("lost", 4), ("adopted", 11)]


def test_what_a_body_considered_before_it_acted_is_no_decision_but_its_acts_are():
    rows = read("The Panel:\n\n(1) considered the letter;\n(2) noted it; and\n(3) agreed a plan.")

    assert [(row.ordinal, row.kind) for row in rows] == [("(2)", "noted"), ("(3)", "agreement")]


def test_one_sentence_of_two_acts_in_capitals_is_known_by_the_first():
    [row] = read("Decision:\n\nThe Cabinet APPROVED the plan and NOTED the costs.")

    assert row.kind == "resolution"
    assert row.text == "The Cabinet APPROVED the plan and NOTED the costs."


def test_who_proposed_it_in_brackets_is_no_word_of_the_decision():
    [row] = read("That the plan be approved. (Proposed Cllr Ash, seconded Cllr Elm; carried)")

    assert row.text == "That the plan be approved."


def test_proposer_and_seconder_named_above_a_bare_decision_are_its_own():
    [row] = read(
        "Proposer: Cllr M Ash\nSeconder: Cllr D Elm\n\nThat the hub be opened.\n\nMotion carried."
    )

    assert (row.mover, row.seconder) == ("Cllr M Ash", "Cllr D Elm")
