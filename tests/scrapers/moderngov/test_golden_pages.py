"""Each page in `tests/pages/moderngov` gives the records, or the error, of the json beside it."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from scrapers import html
from scrapers.errors import ScrapeError
from scrapers.moderngov.pages import parse_page
from scrapers.moderngov.text_page import parse_text_page

PAGES = Path(__file__).parents[2] / "pages" / "moderngov"
SITE = "https://democracy.elmsbridge.example/internet"
# The address a page of each kind was asked for; "text" pages have none.
URLS = {
    "meeting_documents": f"{SITE}/(S(3f5))/ieListDocuments.aspx?MId=5120&Ver=4",
    "agenda_item": f"{SITE}/mgAi.aspx?ID=70102",
    "issue_details": f"{SITE}/ieIssueDetails.aspx?IId=880077&Opt=3",
    "decision_details": f"{SITE}/ieDecisionDetails.aspx?AIId=71001",
    "meeting_list": f"{SITE}/ieListMeetings.aspx?CommitteeId=412",
    "committee_list": f"{SITE}/mgListCommittees.aspx?bcr=1",
    "meeting_attendance": f"{SITE}/mgMeetingAttendance.aspx?ID=5120",
    "committee_details": f"{SITE}/mgCommitteeDetails.aspx?ID=412",
    "issue_home": f"{SITE}/mgIssueHistoryHome.aspx?IId=880077&Opt=0",
    "issue_decisions": f"{SITE}/mgDecisionDetails.aspx?IId=880077&Opt=1",
    "issue_chronology": f"{SITE}/mgIssueHistoryChronology.aspx?IId=880077&Opt=2",
    "legacy_meeting": f"{SITE}/ceListDocuments.aspx?MeetingId=376&Ver=2",
    "decision_list": f"{SITE}/mgDelegatedDecisions.aspx?DS=2",
    "calendar": f"{SITE}/mgCalendarAgendaView.aspx?M=1&DD=2026&CID=0",
    "search_results": f"{SITE}/ieSearchResults2.aspx?SS=visit",
    "rss": f"{SITE}/mgRss.aspx?CID=412",
    "service_committees": f"{SITE}/mgWebService.asmx/GetCommittees",
    "service_meetings": f"{SITE}/mgWebService.asmx/GetMeetings?lCommitteeId=412",
    "service_meeting": f"{SITE}/mgWebService.asmx/GetMeeting?lMeetingId=5120",
}


def pages():
    return sorted(path for path in PAGES.iterdir() if path.suffix in {".html", ".xml", ".txt"})


def said_by(path: Path) -> dict:
    kind = path.name.partition("__")[0]
    page = html.decode(path.read_bytes(), None)
    try:
        records = (
            parse_text_page(page) if kind == "text" else parse_page(kind, page, url=URLS[kind])
        )
    except ScrapeError as error:
        return {"error": type(error).__name__, "message": str(error)}
    return {
        "records": [
            {"record": type(record).__name__}
            | {name: said for name, said in asdict(record).items() if said not in (None, False)}
            for record in records
        ]
    }


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_a_page_says_what_its_golden_records_say(path, request):
    golden = path.with_suffix(".json")
    said = json.loads(json.dumps(said_by(path), default=str))
    if request.config.getoption("--rewrite", default=False):
        golden.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n")

    assert golden.exists(), f"no {golden.name}: pytest {__file__} --rewrite writes it; then read it"
    assert said == json.loads(golden.read_text()), f"pytest {__file__} --rewrite writes it anew"


def test_every_golden_file_has_its_page():
    assert {path.stem for path in PAGES.glob("*.json")} == {path.stem for path in pages()}
