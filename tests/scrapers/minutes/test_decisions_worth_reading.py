"""Which lines are read for decisions at all."""

import pytest

from scrapers.minutes.decisions.worth_reading import may_decide


@pytest.mark.parametrize(
    "line",
    [
        "None.",
        "To receive apologies for absence.",
        "There were no named substitutes.",
        "The Chair welcomed Members to the meeting.",
    ],
)
def test_a_line_without_any_deciding_word_is_not_read(line: str):
    assert not may_decide(line)


@pytest.mark.parametrize(
    "text",
    [
        "The report was noted.",
        "R E S O L V E D",
        "Penderfynwyd derbyn yr adroddiad.",
        "WELCOMED the letter.",
        "“WELCOMED the letter.”",
        "1. To receive the letter.",
        "That it be so.",
        "Moved by Councillor Ash",
        "Two lines,\nwhose first is a lead-in",
        "Date\tOfficer",
    ],
)
def test_whatever_has_a_deciding_word_a_marker_or_more_than_a_line_is_read(text: str):
    assert may_decide(text)
