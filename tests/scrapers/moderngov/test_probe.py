import pytest

from scrapers.councils import Council
from scrapers.moderngov.probe import base_of, probe
from scrapers.moderngov.probe_report import describe, proposal, registry_entry
from tests.scrapers.sites import Answer, TestSite, serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
FRAME = '<html><head><title>{} - Elmsbridge Council</title></head><body><div id="modgov">{}</div>'
COMMITTEES = FRAME.format(
    "Committees",
    '<h1>Committees</h1><ul><li><a href="mgCommitteeDetails.aspx?ID=7">Cabinet</a></li></ul>',
)
SEARCH = FRAME.format("Search", "<h1>Search documents</h1>")
CALENDAR = FRAME.format("Calendar", "<h1>Calendar</h1>")
SERVICE = (
    "<?xml version='1.0'?><committees><committeescount>1</committeescount><committee>"
    "<committeeid>7</committeeid><committeetitle>Cabinet</committeetitle></committee></committees>"
)
ERROR = "<html><head><title>Runtime Error</title></head><body>Server Error in '/' Application"


def moderngov(prefix="", **changed):
    pages = {
        "mgListCommittees.aspx?bcr=1": COMMITTEES,
        "mgWebService.asmx/GetCommittees": SERVICE,
        "ieDocSearch.aspx?bcr=1": SEARCH,
        "mgCalendarMonthView.aspx": CALENDAR,
    } | changed
    return TestSite(
        {f"{prefix}/{path}": [Answer(body.encode(), headers=HTML)] for path, body in pages.items()}
    )


def everywhere(answer):
    paths = (
        "mgListCommittees.aspx?bcr=1", "mgCommitteeStructure.aspx?bcr=1",
        "mgWebService.asmx/GetCommittees", "ieDocSearch.aspx?bcr=1", "mgCalendarMonthView.aspx", "",
    )  # fmt: skip
    return TestSite({f"/{path}": [answer] for path in paths})


def found_at(site, path=""):
    with serving(site) as served:
        return probe(served.address + path, delay_seconds=0, timeout_seconds=5)


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("democracy.elmsbridge.example", "https://democracy.elmsbridge.example"),
        ("https://x.example/internet/ieListMeetings.aspx?CId=3", "https://x.example/internet"),
        ("http://x.example/(S(3f5))/mgAi.aspx?ID=1#AI1", "http://x.example"),
        ("https://x.example/dem/mgWebService.asmx/GetCommittees", "https://x.example/dem"),
        ("https://x.example/dem/", "https://x.example/dem"),
    ],
)
def test_any_address_of_a_site_leads_to_its_base(url, base):
    assert base_of(url) == base


def test_a_moderngov_site_is_told_with_all_that_answers_and_each_page_is_asked_for_once():
    site = moderngov("/dem")

    finding = found_at(site, "/dem/ieListMeetings.aspx?CId=7")

    assert (finding.system, finding.trouble) == ("ModernGov", None)
    assert set(finding.answers.values()) == {"yes"}
    assert max(site.asked(path) for _, path in site.requests) == 1
    assert registry_entry(finding, None) == (
        f'[councils.elmsbridge]\nname = "Elmsbridge"\nbase_url = "{site.address}/dem"'
    )


def test_what_does_not_answer_is_told_with_its_reason():
    changed = {"mgWebService.asmx/GetCommittees": ERROR}

    finding = found_at(moderngov(**changed))

    assert finding.answers["committee list"] == "yes"
    assert finding.answers["XML service"].startswith("error: the site answered with its error page")
    assert (finding.system, finding.trouble) == ("ModernGov", None)


def test_cmis_is_told_from_moderngov():
    body = b'<html><body><a href="/cmis5/Committees.aspx">Meetings</a></body></html>'
    site = TestSite({"/": [Answer(body, headers=HTML)]})

    finding = found_at(site)

    assert (finding.system, finding.is_told) == ("CMIS", True)
    assert next(describe(finding)).endswith(": CMIS")


def test_a_site_of_no_known_system_is_said_not_to_be_told():
    finding = found_at(TestSite({"/": [Answer(b"<html><p>Welcome to the town</p></html>")]}))

    assert not finding.is_told


@pytest.mark.parametrize(
    ("answer", "trouble", "reason"),
    [
        (Answer(b"<title>Just a moment...</title>", 403), "blocked", "by Cloudflare, status 403"),
        (Answer(b'<iframe src="/_Incapsula_Resource?x">'), "blocked", "by Incapsula, status 200"),
        (Answer(ERROR.encode()), "error", "error page"),
        (Answer(status=301, headers={"Location": "https://new.example/x/mgAi.aspx?ID=1"}),
         "moved", "to https://new.example/x"),
        (Answer(b"<script>window.location = 'https://new.example/'</script>"),
         "script redirect", "https://new.example/"),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_is_told(answer, trouble, reason):
    finding = found_at(everywhere(answer))

    assert finding.trouble == trouble
    assert reason in (finding.reason or "")
    assert finding.is_told


def test_robots_that_refuse_are_told_and_nothing_else_is_asked_for():
    site = moderngov()
    site.pages["/robots.txt"] = [Answer(b"User-agent: *\nDisallow: /")]

    finding = found_at(site)

    assert finding.trouble == "robots"
    assert [path for _, path in site.requests] == ["/robots.txt"]


def test_a_server_without_tls_and_one_that_is_not_there_are_told_apart():
    site = moderngov()
    with serving(site) as served:
        by_https = served.address.replace("http://", "https://")
        assert probe(by_https, delay_seconds=0, timeout_seconds=5).trouble == "TLS"

    assert probe(served.address, delay_seconds=0, timeout_seconds=5).trouble == "unreachable"


def test_the_doctor_proposes_the_present_address_and_keeps_the_former_one():
    council = Council(
        slug="elmsbridge", name="Elmsbridge", base_url="http://old.example", delay_seconds=1,
        timeout_seconds=9, committees=(".",), gss_code="E09000099", dfe_la_number=399,
    )  # fmt: skip
    finding = found_at(everywhere(Answer(status=302, headers={"Location": "https://old.example/"})))

    assert proposal(finding, council) == (
        'elmsbridge: base_url = "https://old.example"  # the same address, by https'
    )
    assert registry_entry(finding, council).splitlines() == [
        "[councils.elmsbridge]", 'name = "Elmsbridge"', 'gss_code = "E09000099"',
        "dfe_la_number = 399", 'base_url = "https://old.example"',
        'aliases = ["http://old.example"]',
    ]  # fmt: skip
