"""Whatever the text: a list, evidence to the letter, and time in proportion to length."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers import minutes
from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem
from tests.scrapers.steps import assert_in_proportion

WORDS = st.sampled_from(
    [
        "Ofsted",
        "inspection",
        "ILACS",
        "the third monitoring visit",
        "focused visit",
        "JTAI",
        "SEND",
        "judged",
        "rated",
        "was",
        "from",
        "to",
        "good",
        "inadequate",
        "requires improvement",
        "not",
        "overall effectiveness",
        "care leavers",
        "help and protection",
        "leaders",
        "the same judgement",
        "October",
        "4 and 5 May 2022",
        "in 2019",
        "31 February",
        "29 February",
        "previous",
        "next",
        "improvement notice",
        "Commissioner appointed by the DfE",
        "Leeds Council",
        "schools",
        "audit",
        ".",
        ";",
        ":",
        "\t",
        "\n",
        "\n\n",
        "\xa0",
        "“",
        "\u2019",
        "İ",
        "\u2028",
        "(a)",
        "•",
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=40).map(" ".join)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2099, 12, 31))


@given(title=TEXTS, description=st.none() | TEXTS, text=st.none() | TEXTS, held_on=DAYS)
def test_any_text_gives_mentions_that_cite_it_to_the_letter(title, description, text, held_on):
    item = AgendaItem(
        item_position=7,
        title=title,
        description=description,
        minutes_text=text,
        held_on=held_on,
    )

    mentions = read_inspection_mentions(item, council_name="Wexcombe")

    assert [one.mention_position for one in mentions] == list(range(1, len(mentions) + 1))
    for one in mentions:
        field = getattr(item, one.evidence_field)
        assert one.evidence == field[one.evidence_start : one.evidence_end] != ""
        assert one.item_position == 7
        assert one.is_own_council == (one.subject_council is None)
        assert not (one.date_from and one.date_to) or one.date_from <= one.date_to
        assert (one.date_precision is None) == (one.date_from is None)
        assert one.grade is None or one.judgement_area is not None


@pytest.mark.parametrize(
    "piece",
    [
        "Ofsted inspection good ",
        "ofsted; good; ",
        "inspection of the ",
        "1, 2 and ",
        "The recent Ofsted inspection found that the service was judged good. ",
        "Ofsted improved from ",
        "ofsted '' \u201c\u201c ",
        "ofsted\t",
        "\n \n",
        "improvement notice children's ",
        "was inspected that ",
        "judged by of which the council that ",
        "Overall effectiveness | Good | Inadequate\n",
        "in the county ",
        "1/",
    ],
)
def test_reading_takes_steps_in_proportion_to_length(piece):
    assert_in_proportion(_read, piece, minutes)


def _read(text: str) -> None:
    item = AgendaItem(item_position=1, title="Ofsted", minutes_text=text)
    read_inspection_mentions(item, council_name="Wexcombe")
