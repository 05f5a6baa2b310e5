"""The fifteen traps of ModernGov sites: which test keeps us out of each."""

from pathlib import Path

import pytest

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.pages import parse_page
from scrapers.records import AgendaItem, Document, Meeting

TESTS = Path(__file__).parents[2]
PAGES = TESTS / "pages" / "moderngov"
STYLES, TRAPS = "scrapers/moderngov/test_styles.py", "scrapers/moderngov/test_traps.py"
PAGE_TESTS, URLS = "scrapers/moderngov/test_pages.py", "scrapers/moderngov/test_urls.py"
DECISIONS = "scrapers/minutes/test_decisions_traps.py"
REFUSALS = "scrapers/moderngov/test_refusals.py"
FALSE_ANSWERS = "scrapers/moderngov/test_false_answers.py"
KEPT_OUT = [
    ("minutes on the meeting page are cut short", STYLES, "every_item_is_found_once_with"),
    ("minutes on the meeting page are cut short", PAGE_TESTS, "item_page_completes_what_the"),
    ("minutes on the meeting page are cut short", DECISIONS, "decision_cut_in_mid_sentence"),
    ("RESOLVED in a description is no decision", DECISIONS, "minutes_put_for_signature_are_only"),
    ("RESOLVED in a description is no decision", TRAPS, "what_a_description_resolves_is_no_minute"),
    ("one outcome is printed twice", DECISIONS, "one_outcome_under_decision_and_in_the_minutes"),
    ("title classes are not universal", STYLES, "every_meeting_is_found_once"),  # style "bare"
    ("the heading names no committee and date", STYLES, "every_meeting_is_found_once"),
    ("DC.date is not always the meeting's", TRAPS, "day_of_a_meeting_is_never_that_of_dc_date"),
    ("packs carry the agenda's id", TRAPS, "agendas_number_is_not_taken_for_the_meetings"),
    ("broken HTML", STYLES, "every_document_is_found_once"),  # style "entities"
    ("broken HTML", TRAPS, "recorded_vote_with_broken_rows_costs_no_item"),
    ("numeric entities and double blanks", STYLES, "every_item_is_found_once"),
    ("webcasts among the documents", TRAPS, "webcast_among_the_documents_is_told_from_files"),
    ("list markers are text", TRAPS, "marker_in_spans_stays_with_its_words"),
    ("names and case of parameters vary", URLS, "page_has_one_key_however_its_link_is_written"),
    ("session ids in paths", STYLES, "no_page_is_asked_for_twice"),  # style "session"
    ("session ids in paths", URLS, "page_has_one_key_however_its_link_is_written"),
    ("what is not known in an address is ignored", TRAPS, "answer_that_is_another_page_is"),
    ("an OK status proves nothing", REFUSALS, "firewalls_page_is_named"),
    ("an OK status proves nothing", FALSE_ANSWERS, "each_false_answer"),
]  # fmt: skip


@pytest.mark.parametrize(("trap", "file", "name"), KEPT_OUT)
def test_the_test_that_keeps_us_out_of_a_trap_exists(trap, file, name):
    assert f"_{name}" in (TESTS / file).read_text(), trap


def test_there_is_a_test_for_each_of_the_fifteen_traps():
    assert len({trap for trap, _, _ in KEPT_OUT}) == 15


def whole(rows: str, *, meta: str = "", links: str = "") -> str:
    return (
        f'<html><head>{meta}</head><body><div id="modgov"><h1>Agenda and minutes</h1>'
        f"<h2>Cabinet - Tuesday 6 January 2026 11.00 am</h2>{links}"
        f'<table class="mgItemTable" id="mgItemTable">{rows}</table></div></body></html>'
    )


def row(below: str, number: int = 1) -> str:
    return (
        f'<tr><td><p class="mgAiTitleTxt"><a name="AI7{number}"></a>{number}.</p></td>'
        f'<td><p  class="mgAiTitleTxt" >Improvement  plan</p>{below}</td></tr>'
    )


def read(page: str, url: str = "https://x.example/ieListDocuments.aspx?MId=50"):
    return parse_page("meeting_documents", page, url=url)


def items(records):
    return [record for record in records if isinstance(record, AgendaItem)]


def test_what_a_description_resolves_is_no_minute():
    said = '<div class="mgWordPara"><p>RESOLVED - That the public be excluded.</p></div>'

    (item,) = items(read(whole(row(said))))

    assert item.minutes_text is None
    assert item.description == "RESOLVED - That the public be excluded."


def test_the_day_of_a_meeting_is_never_that_of_dc_date():
    meta = '<meta name="DC.date" content="2026-05-12"/>'

    (meeting,) = [r for r in read(whole(row(""), meta=meta)) if isinstance(r, Meeting)]
    listed = html.decode((PAGES / "meeting_list__first-page.html").read_bytes(), None)
    url = "https://x.example/ieListMeetings.aspx?CommitteeId=412"
    dated = listed.replace("<head>", f"<head>{meta}", 1)

    assert str(meeting.held_on) == "2026-01-06"
    assert parse_page("meeting_list", dated, url=url) == parse_page("meeting_list", listed, url=url)


def test_the_agendas_number_is_not_taken_for_the_meetings():
    links = (
        '<ul class="mgActionList"><li><a href="documents/g77/Printed minutes.pdf?T=1">Printed '
        'minutes</a></li><li><a href="mgChooseDocPack.aspx?ID=77">Agenda reports pack</a></li></ul>'
    )

    records = read(whole(row(""), links=links))

    numbered = [r for r in records if isinstance(r, Meeting | AgendaItem | Document)]
    assert {record.meeting_id for record in numbered} == {50}


def test_a_recorded_vote_with_broken_rows_costs_no_item():
    vote = (
        '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>Agreed.</p></div>'
        '<table class="mgTableNoBorderFullWidth"><caption>Recorded Vote</caption><tr><th>Title</th>'
        "<th>Type</th></th><tr><td>Plan</td><li><td>Motion</td></tr></table>"
    )

    found = items(read(whole(row(vote) + row("", 2))))

    assert [(item.item_id, item.minutes_text) for item in found] == [(71, "Agreed."), (72, None)]


def test_a_webcast_among_the_documents_is_told_from_files():
    listed = (
        '<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li>'
        '<a href="https://elmsbridge.public-i.tv/site/mg_bounce.php?mg_a_id=71">Webcast for 1.</a>'
        '</li><li><a href="documents/s9/Plan.pdf">Plan <span class="mgFileSize">PDF 99 KB</span>'
        "</a></li></ul>"
    )

    found = [r for r in read(whole(row(listed))) if isinstance(r, Document)]

    kinds = [(d.document_kind, d.file_type, d.attachment_id) for d in found]
    assert kinds == [("webcast", None, None), ("appendix", "pdf", 9)]


def test_a_marker_in_spans_stays_with_its_words():
    word = (
        '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">'
        '<p class="MsoListParagraph" style="text-indent:-18.0pt"><span><span>1.<span style="font:'
        '7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp; </span></span></span>That the plan\n'
        "be noted.</p></div>"
    )

    (item,) = items(read(whole(row(word))))

    assert item.minutes_text == "1. That the plan be noted."


@pytest.mark.parametrize(
    ("kind", "url", "page"),
    [
        ("meeting_list", "ieListMeetings.aspx?CommitteeId=412&Year=2019",
         "meeting_list__first-page.html"),
        ("meeting_list", "ieListMeetings.aspx?CommitteeId=999", "meeting_list__first-page.html"),
        ("calendar", "mgCalendarAgendaView.aspx?M=7&DD=2025", "calendar__agenda-view.html"),
        ("agenda_item", "mgAi.aspx?ID=1", "agenda_item__whole-minutes.html"),
        ("meeting_documents", "ieListDocuments.aspx?MId=1",
         "meeting_documents__draft-minutes.html"),
        ("issue_home", "mgIssueHistoryHome.aspx?IId=1", "issue_home__items-and-decisions.html"),
        ("service_meeting", "mgWebService.asmx/GetMeeting?lMeetingId=1",
         "service_meeting__minutes.xml"),
    ],
)  # fmt: skip
def test_an_answer_that_is_another_page_is_refused(kind, url, page):
    text = html.decode((PAGES / page).read_bytes(), None)

    with pytest.raises(PageChangedError, match="asked for"):
        parse_page(kind, text, url=f"https://x.example/{url}")


def test_the_name_of_a_part_of_the_agenda_is_no_item_and_costs_none():
    part = '<tr><td colspan="2"><h3>Part One: public business</h3></td></tr>'
    strange = '<tr><td colspan="2"><a href="documents/s1/A.pdf">A paper of nobody</a></td></tr>'

    assert [item.item_id for item in items(read(whole(part + row(""))))] == [71]
    with pytest.raises(PageChangedError, match="expected two 'td'"):
        read(whole(strange + row("")))


@pytest.mark.parametrize(
    "title",
    [
        "Link to attendance for the meeting of Cabinet Tuesday, 6th January, 2026 11.00 a.m.",
        "Dolen i fanylion presenoldeb cyfarfod Cabinet Dydd Mawrth, 6ed Ionawr, 2026 11.00 yb",
    ],
)
def test_a_page_that_says_its_meeting_nowhere_else_says_it_in_the_link_to_who_came(title):
    page = (
        '<div id="modgov"><h1>Agenda</h1><h2>Agenda</h2><ul class="mgActionList"><li>'
        f'<a href="mgMeetingAttendance.aspx?ID=5120" title="{title}">Attendance</a></li></ul>'
        "<p>No documents are available for this meeting</p></div>"
    )

    meeting = parse_page("meeting_documents", page, url="x")[0]

    assert (meeting.meeting_id, meeting.committee_name) == (5120, "Cabinet")
    assert (str(meeting.held_on), meeting.starts_at_local) == ("2026-01-06", "11:00")
