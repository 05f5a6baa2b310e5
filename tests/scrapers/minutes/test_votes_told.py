"""Whose vote it was: told before, below, in brackets, of an amendment, of a motion that failed."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem, Decision


def read(minutes_text: str) -> list[Decision]:
    item = AgendaItem(
        item_position=1, title="Fees", minutes_text=minutes_text, committee_name="Scrutiny Panel"
    )
    return read_decisions(item)


def votes(row: Decision) -> tuple[int | None, int | None, int | None]:
    return row.votes_for, row.votes_against, row.abstentions


TOLD = {
    "in the vehicle": ("RESOLVED (by 9 votes to 2 with 1 abstention): That fees fall.", (9, 2, 1)),
    "after the vehicle": ("RESOLVED: By 9 votes to 2 that fees fall.", (9, 2, None)),
    "behind the words": ("RESOLVED: That fees fall. (7 for, 2 against, 1 abstention)", (7, 2, 1)),
    "in number words": (
        "The following was put. Six members voted for, none against, and none abstained.\n\n"
        "RESOLVED: That fees fall.",
        (6, 0, 0),
    ),
    "voting for and against": (
        "Upon being put to the vote, with five Members voting for, four against and one "
        "abstaining, it was RESOLVED that fees fall.",
        (5, 4, 1),
    ),
    "names, counted line by line": (
        "RESOLVED: That fees fall.\n\nFor: Councillors Ash, Elm and Oak (3)\n"
        "Against: Councillor Fir (1)\nAbstain: 0",
        (3, 1, 0),
    ),
    "counts behind colons": (
        "There voted: For 9; Against 0; Abstained 1. RESOLVED: That fees fall.",
        (9, 0, 1),
    ),
}


TOLD |= {
    "to nil": ("RESOLVED by 5 votes to nil that fees fall.", (5, 0, None)),
    "a ratio": ("RESOLVED (8:2:1) that fees fall.", (8, 2, 1)),
    "a ratio in favour": ("The vote was 7-3 in favour.\n\nRESOLVED that fees fall.", (7, 3, None)),
    "a casting vote, and votes without colons": (
        "RESOLVED, on the Chair's casting vote, that fees fall.\n\n(Votes for 4, votes against 4)",
        (4, 4, None),
    ),
    "no abstentions": (
        "RESOLVED: That fees fall.\n\nVotes for: 8\nVotes against: 2\nAbstentions: None",
        (8, 2, 0),
    ),
    "numbers of what is moved are no votes": (
        "It was moved by Councillor Ash, seconded by Councillor Elm, that places for children of "
        "5 to 11 be kept for 12 months and measured against 14 targets. The motion was carried.",
        (None, None, None),
    ),
    "days are no votes": (
        "The vote was taken on the visit of 5 to 9 May.\n\nRESOLVED that fees fall.",
        (None, None, None),
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_a_vote_is_counted_as_it_is_told(text, expected):
    [row] = read(text)

    assert votes(row) == expected


NOT_ITS_OWN = {
    "amendment below": (
        "RESOLVED:\n\nThat fees fall.\n\nMoved by Councillor Ash; seconded by Councillor Elm. An "
        "amendment to delete all was lost by two votes to four."
    ),
    "amendment carried, no count of the motion": (
        "Moved by Councillor Ash; seconded by Councillor Elm. An amendment was carried by 6 votes "
        "to 3.\n\nRESOLVED: That fees fall."
    ),
}


@pytest.mark.parametrize("text", NOT_ITS_OWN.values(), ids=NOT_ITS_OWN.keys())
def test_the_vote_on_an_amendment_is_not_that_on_the_decision(text):
    [row] = [row for row in read(text) if row.status == "adopted"]

    assert (votes(row), row.is_unanimous) == ((None, None, None), None)
    assert (row.mover, row.seconder) == ("Councillor Ash", "Councillor Elm")


def test_a_motion_lost_keeps_its_own_vote_and_leaves_the_decision_without():
    lost, noted = read(
        "A member moved that the Executive be asked to build. The motion was put to the vote and "
        "lost, two members voting for it and three against.\n\nDecision\n\nThe Panel notes it."
    )

    assert (lost.status, lost.text, votes(lost)) == (
        "lost",
        "that the Executive be asked to build.",
        (2, 3, None),
    )
    assert (noted.status, votes(noted), noted.is_unanimous) == ("adopted", (None, None, None), None)


def test_motion_and_amendment_have_each_their_vote():
    motion, amendment = read(
        'It was moved by Councillor Ash, seconded by Councillor Elm, "That fees fall".\n\nAn '
        'amendment was moved by Councillor Oak, seconded by Councillor Fir, "That fees rise".\n\n'
        "The amendment was put to the vote and declared LOST (For: 12, Against: 30).\n\nThe "
        "original motion was put to the vote and declared CARRIED (For: 31, Against: 12)."
    )

    assert (motion.status, motion.text, votes(motion)[:2]) == (
        "adopted",
        "That fees fall",
        (31, 12),
    )
    assert (amendment.status, amendment.mover, votes(amendment)[:2]) == (
        "lost",
        "Councillor Oak",
        (12, 30),
    )


def test_who_moved_the_report_is_told_of_what_was_resolved_upon_it():
    [row] = read(
        "Councillor Ash proposed, and Councillor Elm seconded, the recommendations. The vote was "
        "carried with eleven in favour, fourteen abstaining.\n\nRESOLVED: That fees fall."
    )

    assert (row.mover, row.seconder, votes(row)) == (
        "Councillor Ash",
        "Councillor Elm",
        (11, None, 14),
    )


def test_a_named_vote_against_is_not_unanimity():
    [row] = read("RESOLVED (Councillors Ash and Elm voting against) that fees fall.")

    assert row.is_unanimous is False


def test_names_end_where_the_next_label_begins():
    [row] = read("Moved: Cllr Ash  Seconded: Cllr Elm  Vote: Unanimous\n\nRESOLVED that fees fall.")

    assert (row.mover, row.seconder, row.is_unanimous) == ("Cllr Ash", "Cllr Elm", True)


@pytest.mark.parametrize(
    "text",
    [
        "All Members present voted in favour.\n\nRESOLVED that fees fall.",
        "Members unanimously agreed the recommendations in the report.",
    ],
)
def test_a_vote_without_numbers_may_be_unanimous(text):
    [row] = read(text)

    assert row.is_unanimous is True


def test_a_fate_told_in_a_sentence_with_its_vote_settles_the_motion():
    [row] = read(
        "Moved by Councillor Ash and seconded by Councillor Elm that fees fall. Lost 3 to 5."
    )

    assert (row.text, row.status, votes(row)) == ("that fees fall.", "lost", (3, 5, None))
