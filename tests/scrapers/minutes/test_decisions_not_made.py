"""Words that others said, wrote or put to the meeting, and motions that it did not carry."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem, Decision


def read(minutes_text: str) -> list[Decision]:
    return read_decisions(AgendaItem(item_position=1, title="Any", minutes_text=minutes_text))


def test_what_a_letter_said_was_agreed_is_retold():
    text = 'The letter from the Minister said: "It was agreed that the direction would be lifted."'

    assert read(text) == []


@pytest.mark.parametrize("own", ["That the Board notes the report.", "Members note the report."])
def test_nobody_recommends_to_himself_before_he_has_spoken(own):
    [row] = read(f"Recommendation: {own}\n\nThe Director spoke. Members thanked her.")

    assert row.status == "proposed"


def test_what_the_committee_is_recommended_to_consider_is_the_reports():
    rows = read(
        "The Committee is recommended to consider the letter.\n\nRecommended \u2013\n\n"
        "(1) That the letter be noted.\n\n(2) That fees fall."
    )

    assert [row.status for row in rows] == ["proposed", "proposed"]


def test_a_proposal_that_was_not_supported_is_lost():
    [row] = read(
        "Councillor Ash proposed that the decision be called in. This was seconded by Councillor "
        "Elm. The proposal was not supported."
    )

    assert (row.text, row.status) == ("that the decision be called in.", "lost")
    assert (row.mover, row.seconder) == ("Councillor Ash", "Councillor Elm")


def test_what_the_chair_moves_is_moved_though_the_chair_has_no_name():
    [row] = read("The Chair moved, and Councillor Elm seconded, that fees fall. This was carried.")

    assert (row.text, row.mover, row.seconder) == ("that fees fall.", "The Chair", "Councillor Elm")


def test_what_the_body_itself_asked_is_not_addressed_to_it():
    [row] = read("Recommendations:\n\n1. The Panel requested that a list be shared.")

    assert row.addressee is None


def test_an_act_is_no_mere_name_though_it_ends_with_one():
    rows = read("RESOLVED to:\n\n\u2022 write to the Minister\n\u2022 set up a working group")

    assert [row.text for row in rows] == ["write to the Minister", "set up a working group"]


@pytest.mark.parametrize(
    "text",
    [
        "The recommendations in the report were put to the vote and agreed unanimously.",
        "Members voted by a show of hands and the recommendations were agreed.",
        "Following debate, the recommendations were agreed.",
    ],
)
def test_an_outcome_told_with_its_vote_is_read(text):
    assert [(row.kind, row.text) for row in read(text)] == [("agreement", text)]
