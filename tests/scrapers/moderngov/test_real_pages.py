"""The real pages that lie beside the project, where they do: counts taken from them by eye."""

from collections import Counter
from pathlib import Path

import pytest

from scrapers import html
from scrapers.errors import PageChangedError, ScriptRedirectError, SiteFailedError
from scrapers.moderngov.pages import kind_of, parse_page
from scrapers.records import AgendaItem, Document, Meeting

PAGES = Path(__file__).parents[4] / "shared" / "moderngov" / "pages"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the real pages are not here")
URLS = {"meeting_attendance": "https://x.example/mgMeetingAttendance.aspx?ID=2355"}


def page(start: str) -> str:
    (path,) = PAGES.glob(f"{start}*")
    return html.decode(path.read_bytes(), "text/html")


def records(start: str):
    text = page(start)
    kind = kind_of(text)
    return parse_page(kind, text, url=URLS.get(kind, "https://x.example/"))


@pytest.mark.parametrize(
    ("start", "counts"),
    [
        ("dublin-city__mgMeetingAttendance_2324", {"Attendance": 73}),
        ("dublin-city__mgMeetingAttendance_2355", {"Attendance": 76}),
        ("kingston__ieListDocuments-agenda-other", {"Meeting": 1, "AgendaItem": 10, "Document": 8}),
        ("kingston__ieListDocuments-agenda_up", {"Meeting": 1, "AgendaItem": 12, "Document": 24}),
        ("kingston__ieListDocuments-cancelled", {"Meeting": 1}),
        ("kingston__ieListMeetings", {"ListedMeeting": 15}),
        ("kingston__mgCommitteeStructure", {"Committee": 30}),
        ("kirklees__ieDecisionDetails_committee", {"Meeting": 1, "AgendaItem": 1, "Document": 1}),
        ("kirklees__ieDecisionDetails_officer", {"AgendaItem": 1}),
        ("kirklees__ieDecisionDetails_purpose", {"AgendaItem": 1}),
        ("lambeth__ieListDocuments", {"Meeting": 1, "AgendaItem": 15, "Document": 34}),
        ("manchester__mgWebService-GetCommittees", {"Committee": 3}),
        ("manchester__mgWebService-GetMeetings", {"ListedMeeting": 2}),
        ("manchester__mgWebService-GetMeeting_cancelled", {"Meeting": 1, "Attendance": 1}),
        ("manchester__mgWebService-GetMeeting_minutes",
         {"Meeting": 1, "AgendaItem": 2, "Document": 2, "Attendance": 1}),
        ("southwark__ieListDocuments_agenda-and-draft",
         {"Meeting": 1, "AgendaItem": 8, "Document": 11}),
        ("southwark__ieListDocuments_agenda-and-minutes",
         {"Meeting": 1, "AgendaItem": 18, "Document": 18}),
        ("southwark__ieListDocuments_agenda_cabinet",
         {"Meeting": 1, "AgendaItem": 7, "Document": 9}),
        ("southwark__ieListDocuments_meeting", {"Meeting": 1}),
        ("southwark__mgAi_76150", {"Meeting": 1, "AgendaItem": 1, "Document": 1}),
        ("southwark__mgAi_76152", {"Meeting": 1, "AgendaItem": 1, "Document": 1}),
    ],
)  # fmt: skip
def test_a_real_page_gives_as_many_records_as_it_prints(start, counts):
    assert Counter(type(record).__name__ for record in records(start)) == counts


@pytest.mark.parametrize(
    ("start", "minuted", "cut", "restricted"),
    [
        ("kingston__ieListDocuments-agenda-other", 10, ["35."], []),
        ("kingston__ieListDocuments-agenda_up", 12, ["59.", "60."], []),
        ("lambeth__ieListDocuments", 14, ["4."], ["14."]),
        ("southwark__ieListDocuments_agenda-and-draft", 8, ["5."], []),
        ("southwark__ieListDocuments_agenda-and-minutes", 15, [], ["14.", "15."]),
        ("southwark__ieListDocuments_agenda_cabinet", 0, [], []),
    ],
)
def test_minutes_cuts_and_restrictions_of_real_items_are_seen(start, minuted, cut, restricted):
    items = [record for record in records(start) if isinstance(record, AgendaItem)]

    assert sum(item.minutes_text is not None for item in items) == minuted
    assert [item.item_number for item in items if item.is_truncated] == cut
    assert [item.item_number for item in items if item.is_restricted] == restricted


def test_the_item_page_says_all_that_the_meeting_page_cut():
    meeting = records("southwark__ieListDocuments_agenda-and-draft")
    for start in ("southwark__mgAi_76150", "southwark__mgAi_76152"):
        (whole,) = [record for record in records(start) if isinstance(record, AgendaItem)]
        (same,) = [r for r in meeting if isinstance(r, AgendaItem) and r.item_id == whole.item_id]

        assert (whole.title, whole.item_number) == (same.title, same.item_number)
        assert whole.description == same.description
        assert (whole.minutes_text or "").startswith(same.minutes_text or "?")


def test_every_real_file_says_its_size_unless_it_is_a_webcast_or_a_choice_of_packs():
    for path in PAGES.glob("*ieListDocuments*"):
        for record in records(path.name):
            if isinstance(record, Document) and record.document_kind != "webcast":
                is_choice = "mgChooseDocPack" in (record.document_url or "")
                assert is_choice or (record.file_type == "pdf" and record.size_bytes)


def test_every_real_meeting_has_its_committee_day_and_hour():
    for path in PAGES.glob("*ieListDocuments*"):
        (meeting,) = [r for r in records(path.name) if isinstance(r, Meeting)]

        assert meeting.committee_id
        assert meeting.committee_name
        assert meeting.held_on
        assert meeting.starts_at_local
        assert meeting.venue


@pytest.mark.parametrize(
    ("start", "error"),
    [
        ("denbighshire__mgWebService", ScriptRedirectError),
        ("leeds__mgWebService", SiteFailedError),
        ("eastherts__mgWebService", PageChangedError),
        ("wandsworth__uuCoverPage", PageChangedError),
        ("unknown__ieDocSearch-form", PageChangedError),
    ],
)
def test_a_real_answer_that_is_no_page_or_lists_nothing_is_refused(start, error):
    kind = "committee_list" if error is PageChangedError else "service_committees"

    with pytest.raises(error):
        parse_page(kind, page(start), url="https://x.example/")


def test_no_real_page_of_a_kind_is_refused_by_mistake():
    for path in PAGES.glob("*.html"):
        if not path.name.startswith(("denbighshire", "leeds")):
            assert kind_of(page(path.name))
