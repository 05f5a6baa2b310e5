"""The sample sites answer as ModernGov sites do, and every link a crawler would follow leads on."""

from collections.abc import Iterator
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from scrapers.samples.loading import load_stories
from scrapers.samples.server import Answer, answer, serve

ADDRESS = "http://127.0.0.1:8000"
STORIES = load_stories()


def get(target: str) -> Answer:
    return answer(STORIES, target, ADDRESS)


def page(target: str) -> str:
    said = get(target)
    assert said.status == 200, f"{said.status} {said.location}"
    return said.body.decode()


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.hrefs += [value for name, value in attrs if name == "href" and value]


def links(target: str) -> Iterator[str]:
    """Yield the addresses on this server that the page links to, fragments dropped."""
    parser = _Links()
    parser.feed(page(target))
    for href in parser.hrefs:
        url = urlsplit(urljoin(ADDRESS + target, href))
        if f"{url.scheme}://{url.netloc}" == ADDRESS:
            yield quote(url.path) + (f"?{url.query}" if url.query else "")


def is_page(target: str) -> bool:
    return ".aspx" in target and "mgChooseDocPack" not in target


@pytest.mark.parametrize("slug", STORIES)
def test_every_link_of_a_site_leads_to_a_page(slug: str):
    start = f"/{slug}/mgListCommittees.aspx?bcr=1"
    seen, waiting = {start}, [start]
    while waiting:
        target = waiting.pop()
        for link in links(target):
            if link not in seen:
                seen.add(link)
                if is_page(link):
                    waiting.append(link)
                assert get(link).status == 200, f"{link} on {target}"

    story = STORIES[slug]
    meetings = {link for link in seen if "ieListDocuments" in link and "Ver=4" in link}
    assert len(meetings) == len(story.meetings) >= 15
    attendances = {link for link in seen if "mgMeetingAttendance" in link}
    assert len(attendances) == len(story.meetings)


@pytest.mark.parametrize("slug", STORIES)
def test_every_item_has_a_page_of_its_own(slug: str):
    for meeting, item in STORIES[slug].items():
        if not item.is_heading:
            text = page(f"/{slug}/mgAi.aspx?ID={item.id}")

            assert "Agenda item</h1>" in text
            assert f"MID={meeting.id}#AI{item.id}" in text
            assert "view the full minutes text" not in text


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("/", "invented"),
        ("/kelverton/mgCommitteeStructure.aspx", "Committee structure</h1>"),
        ("/kelverton/ieDocHome.aspx", "Committees</h1>"),
        ("/kelverton/mgCommitteeDetails.aspx?ID=61", "Purpose of committee"),
        ("/kelverton/IELISTMEETINGS.ASPX?COMMITTEEID=61", "Browse meetings</h1>"),
        ("/kelverton/ieListDocuments.aspx?MeetingId=2290", "Agenda and minutes</h1>"),
        ("/aldermarch/ieListDocuments.aspx?MId=8220", "<h1>Agenda and minutes</h1>"),
        ("/aldermarch/ieListDocuments.aspx?MId=8417", "Rhaglen a chofnodion"),
        ("/aldermarch/ieListDocuments.aspx?MId=8417", "Cofnodion:"),
        ("/aldermarch/ieListDocuments.aspx?MId=8255", "CANCELLED"),
        ("/aldermarch/ieListDocuments.aspx?MId=8255", "No documents are available"),
        ("/thornbury-vale/ieListDocuments.aspx?MId=4561", "Agenda and draft minutes</h1>"),
        ("/thornbury-vale/ieListDocuments.aspx?MId=4590", ">Agenda</h1>"),
        ("/thornbury-vale/ieListDocuments.aspx?MId=4498", "View the reasons why document"),
        ("/thornbury-vale/ieListDocuments.aspx?MId=4498", "View the reasons why  item"),
        ("/thornbury-vale/ieListDocuments.aspx?MId=4362", "Webcast for"),
        ("/thornbury-vale/ieDecisionDetails.aspx?AIId=87023", "Decision details</h1>"),
        ("/thornbury-vale/mgIssueHistoryHome.aspx?IId=18201", "Issue details</h1>"),
        ("/carrowbrook/ieListDocuments.aspx?MId=3112", "Agenda, decisions and minutes</h1>"),
        ("/carrowbrook/mgMeetingAttendance.aspx?ID=3112", "Meeting attendance</h1>"),
        ("/ravensclough/mgWebService.asmx/GetMeeting?lMeetingId=6011", None),
        ("/thornbury-vale/mgWebService.asmx/GetCommittees", "An unexpected error"),
    ],
)
def test_each_page_kind_answers(target: str, words: str | None):
    if words is None:
        assert get(target).status == 404
    else:
        assert words in page(target)


def test_long_minutes_are_cut_on_the_meeting_page_and_whole_on_the_item_and_issue_pages():
    meeting = page("/thornbury-vale/ieListDocuments.aspx?MId=4303")
    item = page("/thornbury-vale/mgAi.aspx?ID=86065")
    issue = page("/thornbury-vale/ieIssueDetails.aspx?IId=18201&Opt=3")

    assert "view the full minutes text for item" in " ".join(meeting.split())
    assert "seventy working days" in " ".join(meeting.split())
    for words in ("RECOMMENDED that Cabinet", "published every quarter"):
        assert words not in " ".join(meeting.split())
    assert "RECOMMENDED that Cabinet" in item
    assert "RECOMMENDED that Cabinet" in issue
    assert issue.count("Meeting: ") == 3


def test_a_recommendation_may_itself_be_cut():
    meeting = " ".join(page("/thornbury-vale/ieListDocuments.aspx?MId=4441").split())

    assert "RECOMMENDED that Cabinet be asked</span> &nbsp;...&nbsp; <a" in meeting
    assert "conversation line for schools for a second year" not in meeting


def test_a_long_list_of_meetings_is_walked_by_its_earlier_links():
    first = list(links("/thornbury-vale/ieListMeetings.aspx?CId=214"))
    earlier = [link for link in first if "Act=earlier" in link]
    assert len(earlier) == 1
    second = list(links(earlier[0]))

    shown = [{link for link in each if "ieListDocuments" in link} for each in (first, second)]
    assert [len(each) for each in shown] == [6, 4]
    assert not shown[0] & shown[1]
    assert not [link for link in second if "Act=earlier" in link]


def test_what_is_not_there_sends_to_the_error_page():
    said = get("/aldermarch/ieListDocuments.aspx?MId=1")

    assert (said.status, said.location) == (302, "/aldermarch/mgError.aspx")
    assert get("/aldermarch/nothing.aspx").status == 404
    assert get("/nowhere/ieListMeetings.aspx").status == 404


def test_the_service_gives_whole_minutes_escaped():
    xml = ElementTree.fromstring(
        get("/kelverton/mgWebService.asmx/GetMeeting?lMeetingId=2290").body
    )
    bodies = [body.text or "" for body in xml.iter("minutesnonemptyhtmlbody")]

    assert xml.findtext("meetingdate") == "12/09/2023"
    assert any('<p class="MsoNormal">' in body and "inadequate" in body for body in bodies)
    assert {each.get("attendance") for each in xml.iter("attendee")} >= {"Present", "Apologies"}


def test_the_service_lists_committees_and_their_meetings():
    committees = ElementTree.fromstring(get("/kelverton/mgWebService.asmx/GetCommittees").body)
    ids = [each.text for each in committees.iter("committeeid")]
    listed = {
        meeting.findtext("meetingid")
        for id_ in ids
        for meeting in ElementTree.fromstring(
            get(
                f"/kelverton/mgWebService.asmx/GetMeetings?lCommitteeId={id_}&sFromDate=&sToDate="
            ).body
        ).iter("meeting")
    }

    assert listed == {str(meeting.id) for meeting in STORIES["kelverton"].meetings}


def test_the_service_heeds_a_range_of_dates():
    target = "/kelverton/mgWebService.asmx/GetMeetings?lCommitteeId=61"
    xml = ElementTree.fromstring(get(f"{target}&sFromDate=01/01/2025&sToDate=31/12/2025").body)

    assert {each.text for each in xml.iter("meetingid")} == {"2372", "2410"}


def test_a_restricted_item_says_nothing_of_what_was_said():
    for target in (
        "/kelverton/mgWebService.asmx/GetMeeting?lMeetingId=2388",
        "/kelverton/ieListDocuments.aspx?MId=2388",
    ):
        assert "considered the exempt report" not in page(target)


@pytest.mark.enable_socket
def test_the_server_plays_every_council_on_loopback():
    with serve() as address:
        connection = HTTPConnection(address.removeprefix("http://"), timeout=5)
        for target in ("/robots.txt", *(f"/{slug}/ieDocHome.aspx" for slug in STORIES)):
            connection.request("GET", target)
            response = connection.getresponse()
            body = response.read()

            assert response.status == 200, target
            assert body == answer(STORIES, target, address).body
        connection.close()


def test_robots_txt_refuses_only_what_nobody_here_needs():
    robots = get("/robots.txt").body.decode()

    assert "Disallow: /*/ieDocSearch.aspx" in robots
    assert "Disallow: /\n" not in robots
