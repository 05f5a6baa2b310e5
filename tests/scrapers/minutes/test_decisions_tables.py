"""Decisions in the cells of a table: which column decides, and what stands beside it."""

from datetime import date

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.records import AgendaItem, Decision


def read(minutes_text: str) -> list[Decision]:
    held_on = date(2024, 3, 5)
    item = AgendaItem(item_position=1, title="Any", minutes_text=minutes_text, held_on=held_on)
    return read_decisions(item)


def test_a_column_of_decisions_is_read_whatever_heads_the_columns_beside():
    rows = read("Decision\tReason\nThat the plan be approved\tThat law be kept\nTo go\tNone")

    assert [row.text for row in rows] == ["That the plan be approved", "To go"]


def test_an_action_is_its_owners_by_the_day_that_its_row_names():
    rows = read(
        "No.\tAction\tLead\tBy when\n1.\tSend the figures\tMs Reed\t30 April 2024\n"
        "2.\tVisit the hub\tMr Oak\tJune"
    )

    assert [(row.text, row.owner, row.due_text, row.due_on) for row in rows] == [
        ("Send the figures", "Ms Reed", "30 April 2024", date(2024, 4, 30)),
        ("Visit the hub", "Mr Oak", "June", None),
    ]


def test_the_number_under_which_a_decision_is_filed_is_its_ordinal():
    rows = read(
        "Decision number:\tDecision:\n1/24\tThe Cabinet noted the letter.\n"
        "2/24\tThe Cabinet agreed to end the board."
    )

    assert [(row.ordinal, row.kind) for row in rows] == [("1/24", "noted"), ("2/24", "agreement")]


def test_an_owner_may_be_written_small_and_a_day_with_its_weekday_or_in_figures():
    rows = read(
        "ACTIONS:\n\n1. The director for care to send figures by Friday 7 June 2024.\n"
        "2. Ms Reed to visit by 08/06/2024."
    )

    assert [(row.owner, row.due_on) for row in rows] == [
        ("The director for care", date(2024, 6, 7)),
        ("Ms Reed", date(2024, 6, 8)),
    ]


def test_a_table_that_follows_up_earlier_actions_decides_nothing():
    assert read("Action\tUpdate\nSend the figures\tDone in May\nVisit the hub\tStill to come") == []
