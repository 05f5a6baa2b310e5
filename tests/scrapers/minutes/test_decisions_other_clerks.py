"""Wordings of clerks whose pages nobody has labelled: the same rules must read them."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem, Decision

PANEL = "Children and Families Scrutiny Panel"


def read(minutes_text: str, committee: str = PANEL) -> list[Decision]:
    item = AgendaItem(
        item_position=1, title="Fees", minutes_text=minutes_text, committee_name=committee
    )
    return read_decisions(item)


def rows(text: str, committee: str = PANEL) -> list[tuple[str | None, str]]:
    return [(row.ordinal, row.text) for row in read(text, committee)]


LISTS = {
    "infinitive entries": (
        "RESOLVED\n\n1. To note the letter; and\n\n2. To hear more in May.",
        [("1.", "To note the letter; and"), ("2.", "To hear more in May.")],
    ),
    "body without a colon above its list": (
        "RESOLVED: that the Committee\n1. notes the letter;\n2. thanks the nurse.",
        [("1.", "notes the letter;"), ("2.", "thanks the nurse.")],
    ),
    "officer named above a nested list": (
        "RESOLVED:\n\n1) That the Director:\n   a) reviews fees; and\n   b) reports back.",
        [("1)a)", "reviews fees; and"), ("1)b)", "reports back.")],
    ),
    "verbs of the body in capitals": (
        "The Panel:-\n\n(1) NOTED the letter; and\n(2) APPROVED the plan.",
        [("(1)", "NOTED the letter; and"), ("(2)", "APPROVED the plan.")],
    ),
    "the body considered and": (
        "The Panel considered the letter and:\n\n(i) noted it;\n(ii) agreed to visit the hub.",
        [("(i)", "noted it;"), ("(ii)", "agreed to visit the hub.")],
    ),
    "reasons between the entries": (
        "Resolved:\n\n1. That fees fall.\n\nReason: Law.\n\n2. That posts grow.\n\nReason: Law.",
        [("1.", "That fees fall."), ("2.", "That posts grow.")],
    ),
    "a list run on from its first item": (
        "AGREED:\n\n(1) That fees fall; (2) That posts grow; and (3) That maps be sent.",
        [
            ("(1)", "That fees fall;"),
            ("(2)", "That posts grow; and"),
            ("(3)", "That maps be sent."),
        ],
    ),
    "a list run in after the vehicle": (
        "The Panel RESOLVED (i) to cut fees; and (ii) to fill posts.",
        [("(i)", "to cut fees; and"), ("(ii)", "to fill posts.")],
    ),
    "bullets that only say of what": (
        "RESOLVED \u2013 That fees be lowered and talks be held on:\n\n"
        "\u2022 fostering;\n\u2022 adoption.\n\nMs Low left.",
        [(None, "That fees be lowered and talks be held on: \u2022 fostering; \u2022 adoption.")],
    ),
    "present tense": (
        "The Panel RECOMMENDS that Cabinet:\n\n1. Raises fees;\n2. Fills posts.",
        [("1.", "Raises fees;"), ("2.", "Fills posts.")],
    ),
    "the body's recommendations were": (
        "The Panel's recommendations were:\n\n1. That fees fall.",
        [("1.", "That fees fall.")],
    ),
    "delegated decisions": (
        "Delegated decisions:\n\n1. That the Committee refuse application 7.",
        [("1.", "That the Committee refuse application 7.")],
    ),
    "requested that somebody": (
        "The Panel requested that officers:\n\n(a) share figures;\n\n(b) arrange a visit.",
        [("(a)", "share figures;"), ("(b)", "arrange a visit.")],
    ),
    "asked for the following": (
        "The Panel asked for the following:\n\n\u2022 figures by ward",
        [("\u2022", "figures by ward")],
    ),
    "a participle between body and verb": (
        "The Panel, having considered the letter, agreed -\n\n1. to note it; and\n2. to visit.",
        [("1.", "to note it; and"), ("2.", "to visit.")],
    ),
    "the body's recommendations to another": (
        "The Panel's recommendations to Cabinet:\n\n1. Fund posts.",
        [("1.", "Fund posts.")],
    ),
    "capitals one below the other": (
        "The Panel:\n\nRESOLVED that fees fall.\n\nREQUESTED that maps be sent.",
        [(None, "that fees fall."), (None, "that maps be sent.")],
    ),
    "numbered actions": (
        "ACTION 12/23 \u2013 Ms Low to send maps.",
        [("ACTION 12/23", "Ms Low to send maps.")],
    ),
    "a label lost above a named list": (
        "That the Cabinet:\n\n(a) approves the plan; and\n\n(b) notes the risks.",
        [("(a)", "approves the plan; and"), ("(b)", "notes the risks.")],
    ),
    "a summary of actions": (
        "Summary of actions:\n\n1. Ms Low to send maps.\n2. Staff to share slides.",
        [("1.", "Ms Low to send maps."), ("2.", "Staff to share slides.")],
    ),
    "agreed recommendations": (
        "Agreed recommendations:\n\n1. That fees fall.",
        [("1.", "That fees fall.")],
    ),
    "recommendations to one member": (
        "Recommendations to the Cabinet Member for Children\n\n1. Fees should fall.",
        [("1.", "Fees should fall.")],
    ),
    "what is to be provided, in roman numerals before tabs": (
        "Actions/further information to be provided:\n\nI.\tStaff to send maps.\n"
        "II.\tMs Low to write.",
        [("I.", "Staff to send maps."), ("II.", "Ms Low to write.")],
    ),
    "actions in paragraphs": (
        "ACTIONS\n\nMs Low to send maps.\n\nThe Director to visit.\n\nThe Chair closed it.",
        [(None, "Ms Low to send maps."), (None, "The Director to visit.")],
    ),
    "that we": (
        "Resolved: That we\n\n(i) endorse the plan; and\n\n(ii) recommend it to Council.",
        [("(i)", "endorse the plan; and"), ("(ii)", "recommend it to Council.")],
    ),
    "one member has decided": (
        "Decision:\n\nThe Cabinet Member has approved the bid.\n\nReasons:\n\nIt is best.",
        [(None, "The Cabinet Member has approved the bid.")],
    ),
    "conclusions": (
        "3.1 The Panel received a letter.\n\nConclusions:\n\n3.2 The Panel noted the letter.",
        [("3.2", "The Panel noted the letter.")],
    ),
    "an action's owner with a long title": (
        "Resolved \u2013\n\n(1) That fees fall.\n\nACTION: Head of Care, Trust for Families",
        [("(1)", "That fees fall.")],
    ),
    "a numbered list below bullets of what was said, its label lost": (
        "Members made these points:\n\n\u2022 fees were high\n\n1) That the letter be noted;\n\n"
        "2) That fees fall be considered in May.",
        [("1)", "That the letter be noted;"), ("2)", "That fees fall be considered in May.")],
    ),
    "letters without a label": (
        "Members spoke.\n\n(a) that the letter be noted; and\n\n(b) that fees be frozen.",
        [("(a)", "that the letter be noted; and"), ("(b)", "that fees be frozen.")],
    ),
    "Word's own bullets": (
        "RESOLVED that\n\no  fees fall;\no  maps be sent.",
        [("o", "fees fall;"), ("o", "maps be sent.")],
    ),
    "a marker on its own line below a wrapped one": (
        "It was agreed that:\n\n(i)\na letter be sent to each of the schools that had asked for\n"
        "one; and\n(ii)\na list be kept.",
        [
            ("(i)", "a letter be sent to each of the schools that had asked for one; and"),
            ("(ii)", "a list be kept."),
        ],
    ),
    "bullets without a label": (
        "Members spoke.\n\n\u2022 That the letter be noted.\n\u2022 That fees be frozen.",
        [("\u2022", "That the letter be noted."), ("\u2022", "That fees be frozen.")],
    ),
    "a quotation ends its line": (
        "It was moved by Councillor Ash:\n\n\u201cThat fees be frozen.\u201d\nMembers spoke.",
        [(None, "That fees be frozen.")],
    ),
    "the number of a page between entries": (
        "RESOLVED: That\n\n(1) fees fall;\n\nPage 3 of 9\n\n(2) maps be sent.",
        [("(1)", "fees fall;"), ("(2)", "maps be sent.")],
    ),
    "headings between entries": (
        "RESOLVED:\n\n(1) That fees fall;\n\nMaps\n\n(2) That maps be sent.",
        [("(1)", "That fees fall;"), ("(2)", "That maps be sent.")],
    ),
    "proposed, seconded and resolved to": (
        "It was proposed by Councillor Ash, seconded by Councillor Elm and resolved to:\n\n"
        "\u2022 note the letter",
        [("\u2022", "note the letter")],
    ),
    "somebody joining between entries": (
        "RESOLVED that:\n\n(a) maps be sent;\n\nCouncillor Ash joined at 7.15.\n\n(b) fees fall.",
        [("(a)", "maps be sent;"), ("(b)", "fees fall.")],
    ),
    "one dissenting from one entry": (
        "RESOLVED:\n\n(1) That maps be sent; (Councillor Ash dissenting)\n(2) That fees fall.",
        [("(1)", "That maps be sent;"), ("(2)", "That fees fall.")],
    ),
    "that and a semicolon": (
        "Resolved: That;\n\ni. the letter be noted;\nii. fees fall.",
        [("i.", "the letter be noted;"), ("ii.", "fees fall.")],
    ),
    "proposed, seconded and approved": (
        "The following recommendations were proposed, seconded and approved:\n\n1. Fund posts.",
        [("1.", "Fund posts.")],
    ),
    "table of actions": (
        "Action\tOwner\tDate\nShare the slides\tJT\tMay\nReport on fees\tSW\tJune",
        [(None, "Share the slides"), (None, "Report on fees")],
    ),
}
SINGLE = {
    "assent": ("AGREED by general assent \u2013 That fees fall.", "That fees fall."),
    "vote after the colon": ("RESOLVED: By 5 votes to 3 that fees fall.", "that fees fall."),
    "one dissenting": (
        "RESOLVED: (Councillor Ash dissenting) That fees fall.",
        "That fees fall.",
    ),
    "bracket after the dash": ("RESOLVED \u2013 (Unanimous) That fees fall.", "That fees fall."),
    "in brackets as a whole": ("(Resolved: That fees fall.)", "That fees fall."),
    "in quotes": ('It was resolved:\n\n"That the plan be approved."', "That the plan be approved."),
    "vote in the same line": ("RESOLVED: That fees fall. Vote: unanimous.", "That fees fall."),
    "agreed, a colon and that": ("It was agreed: That fees fall.", "That fees fall."),
    "the panel agreed, a dash and to": ("The Panel agreed \u2013 To note it.", "To note it."),
    "one abstention behind the dash": (
        "RESOLVED \u2013 (1 abstention)\n\nThat fees fall.",
        "That fees fall.",
    ),
    "capital that without a label": ("THAT fees be frozen.", "THAT fees be frozen."),
    "determined": (
        "The Panel determined that the bid be refused.",
        "The Panel determined that the bid be refused.",
    ),
    "two acts in capitals": (
        "The Panel ENDORSED the plan and REQUESTED news in May.",
        "The Panel ENDORSED the plan and REQUESTED news in May.",
    ),
    "an act in capitals without a subject": ("APPROVED the plan.", "APPROVED the plan."),
    "concluded": ("Concluded: that the letter be received.", "that the letter be received."),
    "final decision": ("FINAL DECISION: That fees fall.", "That fees fall."),
    "a count before that": (
        "It was agreed by 6 votes to 2 that fees would fall.",
        "It was agreed by 6 votes to 2 that fees would fall.",
    ),
    "reason in the same line": ("Decision: To cut fees. Reason: to be fair.", "To cut fees."),
    "Welsh, unanimous": ("PENDERFYNWYD YN UNFRYDOL - gostwng ffioedd.", "gostwng ffioedd."),
    "capitals in prose": ("The recommendations were AGREED.", "The recommendations were AGREED."),
    "a bracket on its own line": (
        "RESOLVED:\n\nThat fees fall\n\n(Councillor Ash left at 11.30am)",
        "That fees fall",
    ),
    "proposed, seconded, agreed, and then its words": (
        "Councillor Ash proposed the following recommendation, which was seconded by Councillor "
        "Elm and agreed:"
        '\n\n"That Cabinet invest in early help."',
        "That Cabinet invest in early help.",
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_a_list_is_read_entry_by_entry(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(("text", "expected"), SINGLE.values(), ids=SINGLE.keys())
def test_a_decision_begins_and_ends_where_its_words_do(text, expected):
    assert [row.text for row in read(text) if row.status == "adopted"] == [expected]


NONE = {
    "retold with a conjunction": "Further to Minute 12, where it was agreed that figures be sent.",
    "another board's": "The Improvement Board agreed that audits would be held monthly.",
    "members noted": "Members noted that the hub had been visited in May.",
    "the meeting is asked": "The Panel is recommended to note the letter.",
    "inspectors' list": "Inspectors' recommendations were as follows:\n\n1. That plans be read.",
    "question of a member": "Members asked:\n\n\u2022 whether fees would fall",
    "points noted": "The following points were noted:\n\n\u2022 caseloads had fallen",
    "partners": "The Panel heard that partners had agreed the following:\n\n\u2022 joint training",
    "an opinion shared": "All agreed that it was a strong report.",
    "settled otherwise": "The issue had been resolved to the satisfaction of the family.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_only_sounds_like_deciding_gives_nothing(text):
    assert read(text) == []


def test_recommendations_put_to_the_meeting_itself_are_only_proposed():
    text = "RECOMMENDATIONS:\n\nThe Panel is recommended to:\n\n(1) note the letter."

    assert [row.status for row in read(text)] == ["proposed"]


def test_what_is_said_of_the_decision_is_not_another():
    text = "Decision:\n\nThe hub has been approved.\n\nThis decision was authorised by Cabinet."

    assert rows(text) == [(None, "The hub has been approved.")]


def test_agreeing_to_recommend_is_a_recommendation():
    [row] = read("The Panel agreed to recommend to Cabinet that fees fall.")

    assert (row.kind, row.addressee) == ("recommendation", "Cabinet")


def test_recommendations_voted_through_are_told_by_the_resolution_that_comes_of_them():
    text = "The recommendations as set out were approved.\n\nRESOLVED:\n\n1. That fees fall."

    assert rows(text) == [("1.", "That fees fall.")]


def test_a_motion_resolves_but_its_preamble_does_not():
    text = (
        'Motion by Councillor Ash, seconded by Councillor Elm:\n\n"This Council notes that fees '
        "rose.\n\nThis Council believes:\n\n1. that fees are high;\n\nThis Council resolves:\n\n"
        '1. to freeze fees."\n\nThe motion was carried by 30 votes to 12.'
    )

    assert rows(text, "Council") == [("1.", "to freeze fees.")]


@pytest.mark.parametrize(
    ("text", "is_substantive"),
    [
        ("RESOLVED: To receive a further update in six months.", True),
        ("RESOLVED: To receive the letter.", False),
        ("The Panel considered and noted the report.", False),
        ("The Panel agreed to note the report.", False),
        ("RESOLVED: The report was noted.", False),
        ("The Panel agreed the minutes.", False),
        ("The Panel RESOLVED to adjourn at 8pm.", False),
        ("RESOLVED: That free travel be considered.", True),
        ("RESOLVED: The Panel considered the letter.", False),
        ("RESOLVED: That it be noted that fees will fall in May.", False),
        ("RESOLVED: The Panel noted the errors and agreed to approve the accounts.", True),
    ],
)
def test_what_is_to_be_done_is_substantive_what_was_heard_is_not(text, is_substantive):
    assert [row.is_substantive for row in read(text)] == [is_substantive]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Action: Slides to be circulated.", None),
        ("Action: Visit to the hub to be arranged.", None),
        ("Action: Ms Hall to circulate the slides.", "Ms Hall"),
    ],
)
def test_an_action_has_the_owner_it_names(text, owner):
    assert [row.owner for row in read(text)] == [owner]


def test_an_action_that_only_names_somebody_is_quoted_with_the_sentence_before():
    text = "The Chair asked for figures. (Action: Director of Education)"

    assert rows(text) == [(None, text)]


@pytest.mark.parametrize(
    ("lead_in", "addressee"),
    [
        ("RECOMMENDED that Cabinet: -", "Cabinet"),
        ("RESOLVED: That Cabinet be recommended to:", "Cabinet"),
        ("The Panel recommended that the Executive Member for Children be asked to:",
         "Executive Member for Children"),
        ("The Panel made the following recommendations to the Cabinet Member for Children:",
         "Cabinet Member for Children"),
    ],
)  # fmt: skip
def test_whom_the_lead_in_names_every_entry_addresses(lead_in, addressee):
    found = read(f"{lead_in}\n\n(a) publish the plan;\n\n(b) bring an offer.")

    assert [row.addressee for row in found] == [addressee, addressee]


TOLD_LISTS = {
    "recommendations of inspectors, each under its label": (
        "Inspectors made two recommendations:\n\nRecommendation 1: read plans.\n\n"
        "Recommendation 2: file notes."
    ),
    "what the body heard": (
        "In considering the report, the Panel:\n\n- noted that fees had fallen;\n- was told why."
    ),
    "what members asked": "Members:\n\n\u2022 asked that plans be read;\n\u2022 welcomed it.",
    "points under the heading of decisions": (
        "Decisions:\n\nMembers welcomed the letter and raised points:\n\n1. Fees had fallen."
    ),
}


@pytest.mark.parametrize("text", TOLD_LISTS.values(), ids=TOLD_LISTS.keys())
def test_a_list_of_what_was_said_is_no_list_of_decisions(text):
    assert read(text) == []


def test_what_the_report_recommends_at_the_head_of_the_minutes_is_only_proposed():
    found = read(
        "Recommendation - That the Panel notes the letter.\n\nMs Low spoke.\n\n"
        "RESOLVED that the letter be noted and fees fall."
    )

    assert [row.status for row in found] == ["proposed", "adopted"]


@pytest.mark.parametrize(
    "text",
    [
        "It was proposed by Councillor Ash, seconded by Councillor Elm and agreed that fees fall.",
        "Councillor Ash proposed that fees fall, seconded by Councillor Elm. All agreed.",
    ],
)
def test_a_proposal_agreed_in_the_same_breath_is_adopted(text):
    [row] = read(text)

    assert (row.text.rstrip("."), row.status) == ("that fees fall", "adopted")
    assert (row.mover, row.seconder) == ("Councillor Ash", "Councillor Elm")


def test_a_noting_that_leads_in_to_comments_is_a_noting():
    text = "The Panel noted the annual report and made the following comments:"

    assert [(row.kind, row.text) for row in read(f"{text}\n\n\u2022 Fees should fall.")] == [
        ("noted", text)
    ]


def test_a_nested_lead_in_addresses_only_its_own_entries():
    found = read(
        "Resolved -\n\nThat the Panel:\n\n(a) notes it\n\n(b) asks the Executive to:\n\n"
        "(i) fund posts\n\n(c) thanks staff"
    )

    assert [(row.ordinal, row.addressee) for row in found] == [
        ("(a)", None),
        ("(b)(i)", "Executive"),
        ("(c)", None),
    ]
