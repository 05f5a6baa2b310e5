import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.archive import Entry
from scrapers.errors import TakedownError
from scrapers.records import AgendaItem, Attendance, Document, ListedMeeting, Meeting
from scrapers.withholding import COVER, Takedown, without_contacts

ITEM = AgendaItem(
    item_position=1,
    item_id=71,
    meeting_id=5,
    title="Fostering",
    minutes_text="Mx  Dara Quell spoke.",
)
ENTRY = Entry(
    council="elmsbridge", run_id="1", url="https://x.example/mgAi.aspx?ID=71", status=200,
    fetched_at=datetime(2026, 1, 1, tzinfo=UTC), page_sha256="", offset=0, length=1,
    page_key="agenda_item:71",
)  # fmt: skip


@pytest.fixture
def takedown(tmp_path):
    def read(text):
        (tmp_path / "takedown.txt").write_text(text)
        return Takedown.read(tmp_path / "takedown.txt")

    return read


@pytest.mark.parametrize(
    "said",
    [
        "a.b-c+d@elmsbridge.gov.example", "Democratic.Services@x.example.org", "o'neil@x.example",
        "0161 496 0123", "(01632) 960123", "020-7946-0123", "020 7946 0123", "07700 900123",
        "07700 900 123", "+44 161 496 0123", "+44 (0)161 496 0123", "01632960123",
        "0161\xa0496\xa00123",
    ],
)  # fmt: skip
def test_ways_to_reach_people_are_covered_sign_by_sign(said):
    cover = re.sub(r"\S", COVER, said)

    assert without_contacts(f"Contact: {said}, by noon.") == f"Contact: {cover}, by noon."


@pytest.mark.parametrize(
    "said",
    [
        "15/01/2026", "2022/23", "£0.12 million", "between 0 and 25", "0-5, 5-10 and 10-16 years",
        "01 02 2023", "ref. 0123", "minute 12345678901", "01/12/2021 - 02/02/2022", "@elmsbridge",
        "0 1 2 3 4 5 6 7 8 9 10", "00:15 to 01:30", "£01234 567890",
    ],
)  # fmt: skip
def test_dates_sums_and_numbers_of_other_kinds_stay(said):
    assert without_contacts(said) == said


@given(st.text(alphabet="a@.0123456789 +()-x\n\t", max_size=300))
def test_a_text_keeps_its_length_and_its_white_space(text):
    covered = without_contacts(text)

    assert [sign if sign.isspace() else "" for sign in covered] == [
        sign if sign.isspace() else "" for sign in text
    ]


def test_a_list_that_is_not_there_takes_nothing_down(tmp_path):
    assert Takedown.read(tmp_path / "none.txt") == Takedown()


@pytest.mark.parametrize("line", ["items bury-1", "item 71", "page bury", "person", "Jane Doe"])
def test_a_line_that_nobody_understands_is_an_error(takedown, line):
    with pytest.raises(TakedownError, match="line 2"):
        takedown(f"# as asked\n{line}\n")


def test_a_person_is_covered_in_every_text_and_missing_from_attendances(takedown):
    listed = takedown("person Dara Quell  # by letter of 3 May\n")
    there = Attendance(meeting_id=5, person_name="Dara Quell", attendance="Present")
    other = replace(there, person_name="Sam Dara")

    item, *rest = listed.without([ITEM, there, other], council="elmsbridge")

    assert item.minutes_text == f"Mx  {COVER * 4} {COVER * 5} spoke."
    assert rest == [other]


def test_an_item_is_missing_with_its_documents_and_its_own_page(takedown):
    listed = takedown("item elmsbridge-71")
    paper = Document(title="Letter", item_position=1, document_url="https://x.example/s1/a.pdf")
    others = [replace(ITEM, item_id=72, item_position=2), replace(paper, item_position=2)]

    assert list(listed.without([ITEM, *others, paper], council="elmsbridge")) == others
    assert list(listed.without([ITEM], council="bury")) == [ITEM]
    assert listed.hides(ENTRY)
    assert not listed.hides(replace(ENTRY, council="bury"))


def test_a_meeting_is_missing_with_all_that_is_told_of_it(takedown):
    listed = takedown("meeting elmsbridge-5")
    day = datetime(2026, 1, 1, tzinfo=UTC).date()
    told = [Meeting(meeting_id=5), ListedMeeting(committee_id=1, meeting_id=5, held_on=day), ITEM]

    assert list(listed.without(told, council="elmsbridge")) == []
    assert listed.hides(replace(ENTRY, page_key="meeting_attendance:5"))


@pytest.mark.parametrize(
    "address",
    ["https://x.example/mgAi.aspx?ID=71", "http://X.example/(S(3f5))/mgai.aspx?id=71&LLL=0"],
)
def test_a_page_is_hidden_however_its_address_is_written(takedown, address):
    assert takedown(f"page {address}").hides(ENTRY)
    assert not takedown("page https://x.example/mgAi.aspx?ID=7").hides(ENTRY)
