from pathlib import Path

import pytest

from scrapers import html
from scrapers.errors import PageBlockedError, PageChangedError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.meeting_list import earlier_url
from scrapers.moderngov.pages import PARSERS, kind_of, parse_page, self_url
from scrapers.records import AgendaItem, Attendance, Meeting

PAGES = Path(__file__).parents[2] / "pages" / "moderngov"


def page(name: str) -> str:
    return html.decode((PAGES / name).read_bytes(), None)


@pytest.mark.parametrize(
    "path",
    [p for p in PAGES.iterdir() if p.suffix in {".html", ".xml"}],
    ids=lambda path: path.name,
)
def test_what_a_saved_page_is_is_told_from_the_page(path):
    assert kind_of(html.decode(path.read_bytes(), None)) == path.name.partition("__")[0]


def test_the_address_of_a_page_tells_its_kind_before_the_page_does():
    assert kind_of("<p>Words</p>", "x/mgAi.aspx?ID=5") is PageKind.AGENDA_ITEM


@pytest.mark.parametrize(
    ("url", "heading", "kind"),
    [
        ("x/mgReasonsRestricted.aspx?ID=7", "Reasons for restriction", "restricted_reasons"),
    ],
)
def test_pages_that_are_read_by_nobody_are_refused_by_name(url, heading, kind):
    page = f'<div id="modgov"><h1>{heading}</h1><p>Words about a meeting</p></div>'

    assert kind_of(page, url) == kind
    with pytest.raises(PageChangedError, match=f"pages of the kind {kind} hold no records"):
        parse_page(kind, page, url=url or "x")


def test_a_meeting_of_an_older_system_is_listed_by_its_page_and_not_by_that_systems_numbers():
    line = (
        '<li><a class="mgMeetingTableLnk" href="{}?CommitteeId={}&MeetingId={}">'
        "8 Feb 2009 10.00 am</a></li>"
    )
    lines = line.format("ieListDocuments.aspx", 9, 5) + line.format("CeListDocuments.aspx", 2, 376)
    url = "https://x.example/ieListMeetings.aspx?CommitteeId=9&Year=-1"

    listed = parse_page("meeting_list", f'<div id="modgov">{lines}</div>', url=url)

    assert [(meeting.meeting_id, meeting.committee_id) for meeting in listed] == [(5, 9), (None, 9)]
    assert listed[1].legacy_page == "ceListDocuments.aspx?CommitteeId=2&MeetingId=376"


def test_a_page_of_no_known_kind_is_an_error():
    with pytest.raises(PageChangedError, match="not a kind of page we know"):
        kind_of('<div id="modgov"><h1>Your councillors</h1></div>')
    with pytest.raises(PageChangedError, match="not a kind of XML we know"):
        kind_of('<?xml version="1.0"?><councillorsbyward></councillorsbyward>')


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("meeting_documents__draft-minutes.html", "meeting_documents:5120"),
        ("meeting_documents__cancelled.html", None),
        ("agenda_item__whole-minutes.html", "agenda_item:70102"),
        ("issue_details__two-meetings.html", "issue_details:880077"),
        ("meeting_list__first-page.html", None),
        ("service_meeting__minutes.xml", "service_meeting:5120"),
        ("service_meetings__one-committee.xml", "service_meetings:412"),
        ("service_committees__two.xml", "service_committees"),
    ],
)
def test_a_page_says_its_own_address_where_it_can(name, key):
    address = self_url(page(name))

    assert (address.key if address else None) == key


def test_the_note_of_the_browser_that_saved_a_page_is_believed_first():
    noted = (
        "<!-- saved from url=(0077)https://democracy.elmsbridge.example/ieListDocuments.aspx"
        "?CId=412&MId=77 -->\n" + page("meeting_documents__draft-minutes.html")
    )

    assert self_url(noted) == PageAddress(PageKind.MEETING_DOCUMENTS, "77")


def test_a_page_is_refused_before_it_is_parsed():
    with pytest.raises(PageBlockedError):
        parse_page("agenda_item", "<title>Just a moment...</title>", url="x")


def test_a_kind_without_records_is_said_to_have_none():
    page = '<div id="modgov"><h1>Reasons restricted</h1></div>'

    with pytest.raises(PageChangedError, match="restricted_reasons hold no records"):
        parse_page(PageKind.RESTRICTED_REASONS, page, url="x")


@pytest.mark.parametrize("kind", sorted(PARSERS.keys() - {PageKind.TEXT}))
def test_no_parser_takes_a_page_of_another_kind_for_an_empty_one(kind):
    other = '<div id="modgov"><h1>Your councillors</h1><h2>Wards</h2><p>Ward list</p></div>'

    with pytest.raises(PageChangedError):
        parse_page(kind, other, url="x")


def test_the_item_page_completes_what_the_meeting_page_cut():
    meeting = parse_page(
        "meeting_documents", page("meeting_documents__draft-minutes.html"), url="x"
    )
    (whole,) = [
        record
        for record in parse_page("agenda_item", page("agenda_item__whole-minutes.html"), url="x")
        if isinstance(record, AgendaItem)
    ]
    (cut,) = [r for r in meeting if isinstance(r, AgendaItem) and r.is_truncated]

    assert (cut.item_id, cut.meeting_id, cut.issue_id) == (70102, 5120, 880077)
    assert (whole.item_id, whole.meeting_id, whole.issue_id) == (70102, 5120, 880077)
    assert cut.minutes_text
    assert (whole.minutes_text or "").startswith(cut.minutes_text)


def test_the_way_to_earlier_meetings_is_an_address_of_the_same_site():
    url = "https://democracy.elmsbridge.example/internet/ieListMeetings.aspx?CommitteeId=412"

    assert earlier_url(page("meeting_list__first-page.html"), url=url) == (
        "https://democracy.elmsbridge.example/internet/ieListMeetings.aspx"
        "?Act=earlier&CId=412&D=202212131830&MD=ielistmeetings"
    )
    assert earlier_url(page("meeting_list__never-met.html"), url=url) is None


def test_nothing_outside_an_xml_answer_is_ever_read_for_it(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    answer = (
        f'<!DOCTYPE meeting [<!ENTITY s SYSTEM "file://{secret}">]><meeting><meetingid>1</meetingid>'
        "<meetingdate>01/02/2023</meetingdate><meetinglocation>&s;</meetinglocation></meeting>"
    )

    with pytest.raises(PageChangedError, match="found a document type") as refusal:
        parse_page("service_meeting", answer, url="x")
    assert "a secret" not in str(refusal.value)


def test_a_saved_attendance_page_says_its_meeting_by_committee_and_day():
    table = (
        '<table class="mgStatsTable"><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr>'
        "<tr><td>Dara Quell</td><td>Chair</td><td>Present</td></tr></table>"
    )
    page = '<div id="modgov"><h1>Meeting attendance</h1><h2>{}</h2>{}</div>'

    meeting, person = parse_page(
        "meeting_attendance",
        page.format("Monday 5th February, 2018 6.15 pm, Schools Forum", table),
        url="file:///saved.html",
    )

    assert isinstance(meeting, Meeting)
    assert (meeting.committee_name, str(meeting.held_on)) == ("Schools Forum", "2018-02-05")
    assert isinstance(person, Attendance)
    assert (person.person_name, person.meeting_id) == ("Dara Quell", None)
    with pytest.raises(PageChangedError, match="does not say its meeting"):
        parse_page("meeting_attendance", page.format("Who came", table), url="file:///saved.html")
