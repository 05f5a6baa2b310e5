"""Texts that look like decisions and are none, or look like two and are one."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem


def texts(minutes_text: str, **fields) -> list[str]:
    item = AgendaItem(item_position=1, title="Progress", minutes_text=minutes_text, **fields)
    return [row.text for row in read_decisions(item)]


NO_DECISIONS = {
    "members noted": "Members noted that the plan was late.\n\nMembers noted the offer of a talk.",
    "members noted what it had": "Members noted the letter had one area for improvement.",
    "reminded of": (
        "The Panel were reminded that following the visit in May, at which fees were found high, "
        "a Commissioner came and it was decided that the hub be opened."
    ),
    "broken off": "RESOLVED: That the Panel be provided with",
    "an opinion": "Members agreed that it was good. It was agreed that this would be difficult.",
    "chair's summary": "The Chair summed up:\n\n\u2022 posts are few\n\u2022 That was hard",
    "inspectors' list": "The letter recommended:\n\n1. That plans be kept.\n2. Be kind.",
    "numbered discussion": "1. Ms Low spoke.\n\na) She said fees were high.\n\n2. All left.",
    "discussion under noted that": "Members noted that:\n\n\u2022 A leaflet would be made;",
    "purpose": "To consider the letter and to make recommendations to Cabinet.",
    "asked to": "The Committee is asked to:\n\n(1) to note the letter;\n\n(2) to visit in May.",
    "retold with had": "It had been agreed that all would go. The Panel had resolved to go.",
    "retold with a meeting": "At its meeting on 4 March 2021 the Panel resolved that all go.",
    "retold with words joined": "The Panel had news at theirmeeting on 3 June and requested more.",
    "letters of what was said": "Members heard:\n\n(a) that fees be frozen was a good idea",
    "bullets of comments": "Members made comments:\n\n\u2022 That fees be frozen.",
    "a member's decisions since": (
        "Decisions taken by the Cabinet Member since the last meeting:\n\n1. To agree the fees."
    ),
    "headings in capitals": "APPROVED PREMISES LICENCE\n\nAGREED FEES FOR 2024\n\nAll was said.",
    "capitals that describe": "CONFIRMED cases have fallen.\n\nENDORSED by Ofsted, it has grown.",
    "a clause that is a subject": "\u2022 That children be seen was the main theme.",
    "investigations concluded": "Concluded - no further action was taken by Ofsted.",
    "a decision still to come": "Decision: To be confirmed.",
    "retold request": "The Panel sat at its meeting on 3 June and requested an update.",
    "an individual": "The Cabinet Member recommended that the plan be approved. He agreed to go.",
    "one member's request": "It was also requested that news be sent, including:\n\n- fees",
    "answers above": "Minutes of 4 May.\n\nAgreed.\n\nThe Director introduced the letter.",
    "reasons": "Reasons:\n\nThat the law be kept.\n\nTo inform the Panel.",
    "alternatives": "Alternative options considered:\n\n1. That no plan be made.",
    "item moved up": "The Chair moved this item up the agenda.\n\nThe letter was discussed.",
    "no actions": "Actions: None.",
}


@pytest.mark.parametrize("text", NO_DECISIONS.values(), ids=NO_DECISIONS.keys())
def test_telling_is_not_deciding(text):
    assert texts(text) == []


def test_another_bodys_agreement_is_retold_not_decided():
    text = "Cabinet agreed that a plan would be made."

    assert texts(text, committee_name="Children Scrutiny Panel") == []
    assert texts(text, committee_name="Cabinet") == [text]


def test_another_bodys_resolution_is_retold_in_whatever_letters():
    text = "Cabinet RESOLVED on 4 May:\n\n(1) That the plan be approved.\n\nMembers asked why."

    assert texts(text, committee_name="Children Scrutiny Panel") == []
    assert texts(text, committee_name="Cabinet") == ["That the plan be approved."]


def test_one_outcome_under_decision_and_in_the_minutes_is_one():
    text = (
        "Decision:\n\nThat the letter be noted and further news be received in May.\n\nMinutes:\n\n"
        "Ms Low spoke.\n\nRESOLVED:\n\n(1) That the letter be noted.\n\n"
        "(2) That further news be received in May."
    )

    assert texts(text) == ["That the letter be noted.", "That further news be received in May."]


def test_the_decision_block_stands_where_the_minutes_name_no_entries():
    text = (
        "Decision:\n\n(1) The letter be noted.\n\n(2) News be received in May.\n\nMinutes:\n\n"
        "It was agreed that the letter be noted and news be received in May."
    )

    assert texts(text) == ["The letter be noted.", "News be received in May."]


def test_what_only_the_minutes_decide_is_kept_beside_the_decision_block():
    text = "Decision:\n\nThat fees fall.\n\nMinutes:\n\nThe Panel requested that maps be sent."

    assert texts(text) == ["That fees fall.", "The Panel requested that maps be sent."]


def test_a_decision_block_may_print_the_whole_discussion_first():
    text = (
        "Decisions:\n\n5.1 The Director introduced the letter.\n\n5.2 Members asked about fees.\n\n"
        "5.3 Resolved \u2013 That fees fall.\n\n5.4 The Chair thanked all."
    )

    assert texts(text) == ["That fees fall."]


def test_a_title_between_vehicle_and_list_is_no_decision():
    assert texts("RESOLVED:\n\nDecisions of the Cabinet\n\n1. That fees fall.") == [
        "That fees fall."
    ]


@pytest.mark.parametrize("end", ["view the full minutes text for item 59.", "view the full text"])
def test_a_decision_cut_in_mid_sentence_is_left_out(end):
    assert texts(f"It was RESOLVED that the decision on the plan as shown ... {end}") == []


def test_whole_entries_before_the_cut_stay():
    text = (
        "RESOLVED:\n(1) That fees fall;\n(2) That the plan as shown \u00a0...\u00a0 "
        "view the full minutes text for item 59."
    )

    assert texts(text) == ["That fees fall;"]


def test_a_truncated_item_is_cut_even_where_the_link_is_gone():
    assert texts("RESOLVED that the plan as shown", is_truncated=True) == []


def test_minutes_put_for_signature_are_only_proposed():
    item = AgendaItem(
        item_position=1,
        title="Minutes",
        minutes_text="Recommended \u2013\n\nThat the minutes of 6 May be signed as a true record.",
    )

    assert [row.status for row in read_decisions(item)] == ["proposed"]


def test_prose_commitments_in_a_description_are_not_read():
    item = AgendaItem(
        item_position=1, title="Fees", description="At the last visit it was agreed that fees fall."
    )

    assert read_decisions(item) == []
