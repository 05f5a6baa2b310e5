"""Text of councils on its way to the page and into files: never markup, script or formula."""

import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from dashboard.downloads import as_csv
from dashboard.drawing import address, day, marked, rendered
from dashboard.questions.recommendations import Wanted
from dashboard.server import policy


def change(**told: object) -> dict[str, object]:
    return {
        "noticed_at": None,
        "council_id": "fennholt",
        "council_name": "Fennholt",
        "change": "text_revised",
        "detail": None,
        "committee_name": None,
        "held_on": None,
        "title": None,
        "source_url": "https://fennholt.example/mgAi.aspx?ID=1",
    } | told


COMMENTS = {("rpt_changes", column): column for column in ("noticed_at", "change", "detail")}


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_whatever_a_council_wrote_is_text_on_the_page(text: str):
    page = BeautifulSoup(
        rendered("changes.html", changes=[change(detail=f"<b>{text}")], comments=COMMENTS), "lxml"
    )

    (cell,) = page.select("tbody td:last-child")
    assert cell.get_text() == f"<b>{text}"
    assert cell.find() is None


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "",
        None,
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None):
    assert address(url) is None
    page = rendered("changes.html", changes=[change(source_url=url)], comments=COMMENTS)
    assert "text revised</a>" not in page


@given(st.text())
def test_no_cell_of_a_download_begins_as_a_formula(text: str):
    data = as_csv(["said"], [[text], [f"={text}"], [f" \t+{text}"]])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]

    assert not any(
        cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        for row in rows
        for cell in row
    )
    assert rows[0] in ([text], [f"'{text}"], [])


def test_numbers_and_days_of_a_download_stay_what_they_are():
    assert as_csv(["n", "d", "x"], [[-5, date(2024, 2, 6), None]]).decode("utf-8-sig") == (
        "n,d,x\r\n-5,2024-02-06,\r\n"
    )


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        ("day", "1 October 2023"),
        ("month", "October 2023"),
        ("quarter", "October to December 2023"),
        ("year", "2023"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(precision: str, said: str):
    assert day(date(2023, 10, 1), precision) == said


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_evidence_is_marked_to_the_letter(text: str, start: int, length: int):
    _, evidence, _ = marked(text, start, start + length, around=10)

    assert evidence == text[start : start + length]


def test_what_stands_far_from_the_evidence_is_cut_with_dots():
    before, evidence, after = marked("one two three four five six", 8, 13, around=6)

    assert (before, evidence, after) == ("… two ", "three", " four …")


def test_phrases_in_quotation_marks_are_searched_as_one():
    assert Wanted(words='Care "personal advisers" “a plan”').terms() == [
        "care",
        "personal advisers",
        "a plan",
    ]


def test_the_policy_lets_only_the_servers_own_scripts_run():
    directives = dict(
        part.strip().split(" ", 1)
        for part in policy("<script>ready = 1</script><script src='x'></script>").split(";")
    )

    assert "'unsafe-inline'" not in directives["script-src"]
    assert directives["script-src"].count("'sha256-") == 1
    assert directives["default-src"] == "'self'"
