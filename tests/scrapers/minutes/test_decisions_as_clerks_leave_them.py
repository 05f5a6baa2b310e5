"""Decisions whose head, end or verb is not where most clerks put them."""

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem


def read(minutes, **fields):
    return read_decisions(AgendaItem(item_position=1, title="x", minutes_text=minutes, **fields))


def told(minutes, **fields):
    return [(row.kind, row.status, row.text) for row in read(minutes, **fields)]


def test_a_list_without_a_head_may_say_what_is_done():
    minutes = (
        "Discussion took place on the findings.\n\n"
        "a.   That the letter is noted, and\n\n"
        "b.   That officers bring a comparison to the next meeting, and\n\n"
        "c.   That the direction, and how to have it removed, is put on the work programme."
    )

    assert [(row.ordinal, row.kind) for row in read(minutes)] == [
        ("a.", "noted"),
        ("b.", "resolution"),
        ("c.", "resolution"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "1. That the number of children in care is rising;",
        "1. That it is noted in the report;",
        "1. That there are no plans to move the hub;",
    ],
)
def test_what_is_said_to_be_is_not_decided(said):
    assert read(f"Members made these points:\n\n{said}\n\n2. The hub was busy.") == []


@pytest.mark.parametrize(
    "stump", ["That the Governance Officer", "That the Head of Audit and Risk"]
)
def test_a_decision_that_breaks_off_after_who_is_none(stump):
    minutes = f"RESOLVED -\n\n1) That the minutes be noted.\n\n2) {stump}"

    assert [row.ordinal for row in read(minutes)] == ["1)"]


def test_a_name_broken_by_the_line_leads_in_and_decides_nothing():
    minutes = (
        "7.4    RESOLVED UNANIMOUSLY: That the Education, Children and\n"
        "       Families Policy Committee:-\n\n"
        "       (a)  notes the progress of the hubs;\n\n"
        "       (b)  asks for a report in May."
    )

    assert [row.ordinal for row in read(minutes)] == ["(a)", "(b)"]


def test_what_the_body_noted_is_quoted_with_the_body():
    assert told("The Committee NOTED the annual health report.") == [
        ("noted", "adopted", "The Committee NOTED the annual health report.")
    ]


def test_a_report_s_recommendations_with_its_reasons_are_only_proposed():
    minutes = (
        "Recommended:\n"
        "1. That Cabinet notes the letter of March 2024 on the visit to the children's homes that"
        " the Council runs, and its findings on staffing, training and supervision;\n"
        "2. That Cabinet agrees to receive a quarterly report; and\n"
        "3. That the Director is given authority to change the Plan.\n"
        "Reasons for recommendations\n"
        "To keep Cabinet informed."
    )

    assert {row.status for row in read(minutes)} == {"proposed"}


def test_what_was_told_at_the_meeting_is_no_decision_below_the_heading():
    minutes = (
        "Decision: |\n"
        "At the meeting Councillor Elm presented the report and said that it was a good one.\n"
        "RESOLVED: That Cabinet:\n"
        "a) Noted the report; |\n"
        "b) Agreed that the contract be let. |\n"
    )

    assert [row.ordinal for row in read(minutes)] == ["a)", "b)"]


def test_a_member_approves_a_list_and_delegates():
    minutes = (
        "The Executive Cabinet Member APPROVED -\n"
        "(i) The award of the contract for three years; and\n"
        "(ii) The option to extend it by two years.\n"
        "AND DELEGATED authority to the Solicitor to complete it."
    )

    assert [(row.kind, row.ordinal) for row in read(minutes)] == [
        ("resolution", "(i)"),
        ("resolution", "(ii)"),
        ("resolution", None),
    ]


def test_an_amendment_proposed_in_one_sentence_is_lost_with_its_vote():
    minutes = (
        "Councillor Ash proposed, as an amendment, that (2) be deleted. On being put to the vote"
        " the amendment was lost."
    )

    assert [row.status for row in read(minutes)] == ["lost"]


def test_requests_for_information_are_actions():
    minutes = (
        "Actions/requests for further information:\n\n"
        "Director for Education: To provide figures for tribunals by quadrant."
    )

    assert [row.kind for row in read(minutes)] == ["action"]
