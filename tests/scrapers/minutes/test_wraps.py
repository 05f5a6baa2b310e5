"""Letters and mails are cut at a width: what they say does not change with it."""

import textwrap

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.minutes.wraps import found_no_room, width_of_wraps
from scrapers.records import AgendaItem
from tests.scrapers.minutes.mention_lines import told

LETTER = (
    "Inspectors from Ofsted visited Wexcombe between 9 and 20 May 2022 and inspected the Council's"
    " services for children. The overall effectiveness of services was judged to be Requires"
    " Improvement to be Good, and the impact of leaders on social work practice Inadequate. The"
    " report was published on 4 July 2022. A first monitoring visit took place on 7 and 8 December"
    " 2022 and looked at Children in Care."
)
STATED = {
    "ILACS inspection - 2022-05-09 overall requires_improvement",
    "ILACS inspection - 2022-05-09 leaders inadequate",
    "ILACS monitoring_visit 1 2022-12-07",
}
MINUTE = (
    "RESOLVED: That the Improvement Plan be approved for submission to the Department for Education"
    " and Ofsted, and that the Director of Children's Services report on it to each meeting of the"
    " Committee until the end of the municipal year."
)


def wrapped(text, width):
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False))


@pytest.mark.parametrize("width", range(50, 111, 3))
def test_what_is_said_of_inspections_does_not_depend_on_where_lines_are_cut(width):
    assert told(LETTER) == STATED
    assert told(wrapped(LETTER, width)) == STATED


@pytest.mark.parametrize("width", range(50, 111, 3))
def test_what_is_decided_does_not_depend_on_where_lines_are_cut(width):
    item = AgendaItem(item_position=1, title="Plan", minutes_text=wrapped(MINUTE, width))

    (decision,) = read_decisions(item)

    assert decision.text == MINUTE.removeprefix("RESOLVED: ")


def test_lines_that_had_room_were_ended_on_purpose():
    text = (
        "Ofsted inspection of children's services: outcome and improvement plan\n"
        "Report of the Director\n"
        "Inspectors had been in Wexcombe for two weeks, and their report was now\n"
        "public."
    )
    width = width_of_wraps(text)

    assert width == 71
    assert not found_no_room(len("Report of the Director"), "Inspectors had been", width)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Minutes\nof the meeting",
        "A paragraph that is as long as paragraphs are that nobody has cut at any width at all, and"
        " longer than the widest line of any letter.\nand another",
    ],
)
def test_text_that_nobody_cut_has_no_width(text):
    assert width_of_wraps(text) == 0
