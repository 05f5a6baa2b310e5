"""Dates as minutes state them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.minutes.inspections.dates import stated_dates, with_year


@pytest.mark.parametrize(
    ("text", "as_stated", "first", "last", "precision"),
    [
        ("on 3 May 2023", "3 May 2023", "2023-05-03", "2023-05-03", "day"),
        ("on Tuesday, 3rd of May 2023", "3rd of May 2023", "2023-05-03", "2023-05-03", "day"),
        ("from 18-29 July 2022", "18-29 July 2022", "2022-07-18", "2022-07-29", "day"),
        (
            "between 5 and 16 February 2024",
            "5 and 16 February 2024",
            "2024-02-05",
            "2024-02-16",
            "day",
        ),
        (
            "the 18th and 19th of February 2025",
            "18th and 19th of February 2025",
            "2025-02-18",
            "2025-02-19",
            "day",
        ),
        (
            "October 4th and 5th, 2022",
            "October 4th and 5th, 2022",
            "2022-10-04",
            "2022-10-05",
            "day",
        ),
        (
            "29 April and 3 May 2024",
            "29 April and 3 May 2024",
            "2024-04-29",
            "2024-05-03",
            "day",
        ),
        (
            "28 November 2022 to 9 December 2022",
            "28 November 2022 to 9 December 2022",
            "2022-11-28",
            "2022-12-09",
            "day",
        ),
        (
            "from 12 December to 6 January 2023",
            "12 December to 6 January 2023",
            "2022-12-12",
            "2023-01-06",
            "day",
        ),
        ("on 07/11/2022", "07/11/2022", "2022-11-07", "2022-11-07", "day"),
        ("w/c 5 June 2023", "w/c 5 June 2023", "2023-06-05", "2023-06-11", "day"),
        ("in August 2023", "August 2023", "2023-08-01", "2023-08-31", "month"),
        (
            "February and March of 2019",
            "February and March of 2019",
            "2019-02-01",
            "2019-03-31",
            "month",
        ),
        ("April / May 2024", "April / May 2024", "2024-04-01", "2024-05-31", "month"),
        ("in autumn 2022", "autumn 2022", "2022-09-01", "2022-11-30", "quarter"),
        ("in Q3 2023/24", "Q3 2023/24", "2023-10-01", "2023-12-31", "quarter"),
        (
            "the first quarter of 2022",
            "first quarter of 2022",
            "2022-01-01",
            "2022-03-31",
            "quarter",
        ),
        ("in 2014", "2014", "2014-01-01", "2014-12-31", "year"),
        ("during 2022/23", "2022/23", "2022-04-01", "2023-03-31", "year"),
    ],
)
def test_a_stated_date_is_the_widest_range_its_words_allow(text, as_stated, first, last, precision):
    (stated,) = stated_dates(text)

    assert stated.as_stated == as_stated
    assert (str(stated.date_from), str(stated.date_to)) == (first, last)
    assert stated.precision == precision
    assert text[stated.start : stated.end].rstrip(".,") == as_stated


@pytest.mark.parametrize(
    ("text", "year", "first", "last"),
    [
        ("October 4th and 5th", 2022, "2022-10-04", "2022-10-05"),
        ("12 to 16 June", 2023, "2023-06-12", "2023-06-16"),
        ("the December inspection", 2021, "2021-12-01", "2021-12-31"),
        ("30 November to 2 December", 2021, "2021-11-30", "2021-12-02"),
        ("December and January", 2021, "2021-12-01", "2022-01-31"),
    ],
)
def test_a_date_without_a_year_has_no_range_until_it_is_told_one(text, year, first, last):
    (stated,) = stated_dates(text)

    assert stated.date_from is None
    dated = with_year(stated, year)
    assert (str(dated.date_from), str(dated.date_to)) == (first, last)


def test_a_leap_day_is_not_put_into_a_common_year():
    (stated,) = stated_dates("on 29 February")

    assert with_year(stated, 2023).date_from is None
    assert with_year(stated, 2024).date_from == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "you may march on",
        "section 47 of the Act",
        "item 12 and 13",
        "room 2024a costs 12.5",
        "1066",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert list(stated_dates(text)) == []


PARTS = st.sampled_from(
    [
        "1",
        "31",
        "4th",
        "May",
        "February",
        "2024",
        "1999",
        " ",
        " and ",
        "-",
        "/",
        " to ",
        ",",
        "Q3",
        "autumn ",
        "w/c ",
        "of ",
        "second quarter ",
        "30/02/2021",
        "٣",
        "\n",
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join) | st.text(max_size=80))
def test_any_text_gives_dates_in_order_with_their_own_words(text):
    dates = list(stated_dates(text))

    assert all(one.end <= other.start for one, other in pairwise(dates))
    for one in dates:
        assert text[one.start : one.end].startswith(one.as_stated)
        assert (one.date_from is None) == (one.date_to is None)
        assert not (one.date_from and one.date_to) or one.date_from <= one.date_to
