import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.urls import (
    absolute,
    address_of,
    attachment_id,
    host_of,
    url_of,
)

BASE = "https://democracy.example.gov.uk/internet"


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("ieListDocuments.aspx?CId=328&MId=3243&Ver=4", "meeting_documents:3243"),
        ("ielistdocuments.aspx?CommitteeId=328&MeetingId=3243", "meeting_documents:3243"),
        ("/ieListDocuments.aspx?MID=3243#AI51890", "meeting_documents:3243"),
        (f"{BASE}/(S(33rhih553gpijinuki3kvf55))/ieListDocuments.aspx?MId=3243&J=2",
         "meeting_documents:3243"),
        ("ieListDocuments.aspx?CId=328&amp;MId=3243", "meeting_documents:3243"),
        ("mgAi.aspx?Id=76150&LLL=1", "agenda_item:76150"),
        ("MGAI.ASPX?id=076150", "agenda_item:76150"),
        ("ieListMeetings.aspx?CommitteeId=328", "meeting_list:328"),
        ("ieListMeetings.aspx?CId=328&Year=0&Info=1&bcr=1", "meeting_list:328"),
        ("ieListMeetings.aspx?Cid=328&Year=2022", "meeting_list:328/year/2022"),
        ("ieListMeetings.aspx?CId=328&Year=-1", "meeting_list:328/year/-1"),
        ("ieListMeetings.aspx?Act=earlier&CId=328&D=202409051930&MD=ielistmeetings",
         "meeting_list:328/earlier/202409051930"),
        ("ieListMeetings.aspx?Act=Prev&CId=328&D=202409051930",
         "meeting_list:328/earlier/202409051930"),
        ("CeListDocuments.aspx?CommitteeId=9&MeetingId=376&DF=08%2f02%2f2009&Ver=2",
         "legacy_meeting:376"),
        ("ceListDocuments.aspx?MeetingId=376&DF=08%2f02%2f2009&F=Minutes.htm",
         "legacy_meeting:376/f/minutes.htm"),
        ("ceListDocuments.aspx?MID=376&RD=Meeting&DF=08%2f02%2f2009%2c%2010%3a00#search=%22care%22",
         "legacy_meeting:376/rd/meeting"),
        ("mgIssueHistoryChronology.aspx?IId=77&Opt=2", "issue_chronology:77"),
        ("mgListCommittees.aspx?bcr=1", "committee_list:list"),
        ("ieDocHome.aspx", "committee_list:home"),
        ("mgCommitteeStructure.aspx", "committee_list:structure"),
        ("mgCommitteeDetails.aspx?ID=9", "committee_details:9"),
        ("mgMeetingAttendance.aspx?ID=12", "meeting_attendance:12"),
        ("ieDecisionDetails.aspx?AIId=5", "decision_details:item/5"),
        ("ieDecisionDetails.aspx?Id=5", "decision_details:5"),
        ("ieIssueDetails.aspx?IId=77&Opt=3&PlanId=0&LLL=0", "issue_details:77"),
        ("mgIssueHistoryHome.aspx?IId=77&optionId=0", "issue_home:77"),
        ("mgWebService.asmx/GetMeeting?lMeetingId=4966", "service_meeting:4966"),
        ("mgwebservice.asmx/getmeetings?lcommitteeid=4&sFromDate=&sToDate=", "service_meetings:4"),
        ("mgWebService.asmx/GetCommittees", "service_committees"),
    ],
)  # fmt: skip
def test_a_page_has_one_key_however_its_link_is_written(link, key):
    address = address_of(link)

    assert address is not None
    assert address.key == key


@pytest.mark.parametrize(
    "link",
    [
        "",
        "https://democracy.example.gov.uk/",
        "mgUserInfo.aspx?UID=3",
        "ieListDocuments.aspx",
        "ieListDocuments.aspx?CId=328",
        "ieListDocuments.aspx?MId=abc",
        "mgAi.aspx?ID=0",
        "documents/g131/Public%20reports%20pack.pdf?T=10",
        "mgWebService.asmx/GetCouncillorsByWard",
    ],
)
def test_a_link_that_is_no_page_of_ours_has_no_address(link):
    assert address_of(link) is None


def test_the_committee_beside_a_meeting_is_kept_but_is_no_part_of_who_it_is():
    with_committee = address_of("ieListDocuments.aspx?CId=328&MId=3243")

    assert with_committee == address_of("ieListDocuments.aspx?MId=3243")
    assert url_of(BASE, with_committee) == f"{BASE}/ieListDocuments.aspx?CId=328&MId=3243&Ver=4"


def test_a_page_of_an_older_system_is_asked_for_with_the_committee_and_day_its_link_had():
    link = "CeListDocuments.aspx?CommitteeId=9&MeetingId=376&DF=08%2f02%2f2009&Ver=2&F=Minutes.htm"

    assert url_of(BASE, address_of(link)) == (
        f"{BASE}/ceListDocuments.aspx?CommitteeId=9&MeetingId=376&DF=08%2F02%2F2009"
        "&F=minutes.htm&Ver=2"
    )


def test_addresses_keep_the_path_prefix_of_the_site():
    meeting = PageAddress(PageKind.MEETING_DOCUMENTS, "9")
    year = PageAddress(PageKind.MEETING_LIST, "9/year/2022")
    service = PageAddress(PageKind.SERVICE_MEETINGS, "9")

    assert url_of(BASE + "/", meeting) == f"{BASE}/ieListDocuments.aspx?MId=9&Ver=4"
    assert url_of(BASE, year) == f"{BASE}/ieListMeetings.aspx?CommitteeId=9&Year=2022"
    assert url_of(BASE, service).endswith("GetMeetings?lCommitteeId=9&sFromDate=&sToDate=")


ids = st.integers(min_value=1, max_value=10**9).map(str)
addresses = st.one_of(
    st.builds(
        PageAddress,
        st.sampled_from(
            [kind for kind in PageKind if kind not in {
                PageKind.COMMITTEE_LIST, PageKind.SERVICE_COMMITTEES, PageKind.CALENDAR,
                PageKind.SEARCH_RESULTS, PageKind.DECISION_LIST, PageKind.TEXT,
            }]
        ),
        ids,
    ),
    st.builds(PageAddress, st.just(PageKind.MEETING_LIST), ids.map(lambda i: f"{i}/year/2019")),
    st.builds(
        PageAddress, st.just(PageKind.MEETING_LIST), ids.map(lambda i: f"{i}/earlier/202409051930")
    ),
    st.builds(
        PageAddress, st.just(PageKind.LEGACY_MEETING), ids.map(lambda i: f"{i}/f/a & b/minutes.htm")
    ),
    st.builds(PageAddress, st.just(PageKind.DECISION_DETAILS), ids.map(lambda i: f"item/{i}")),
    st.builds(
        PageAddress,
        st.just(PageKind.COMMITTEE_LIST),
        st.sampled_from(["list", "structure", "home", "cover", "search"]),
    ),
    st.sampled_from(
        [
            PageAddress(PageKind.SERVICE_COMMITTEES),
            PageAddress(PageKind.CALENDAR, "mgCalendarMonthView?dd=2026&m=1"),
            PageAddress(PageKind.SEARCH_RESULTS, "ieSearchResults2?pg=2&ss=social+care"),
            PageAddress(PageKind.DECISION_LIST, "mgDelegatedDecisions"),
        ]
    ),
)  # fmt: skip


@given(address=addresses, upper=st.booleans())
def test_the_url_of_an_address_has_that_address(address, upper):
    relative = url_of("", address)
    link = f"{BASE}{relative.upper()}" if upper and "?" not in address.id else f"{BASE}{relative}"

    assert address_of(link) == address


@given(st.text())
@example("http://[insert address]")
def test_no_text_makes_the_reading_of_a_link_fail(text):
    address_of(text)
    address_of(f"https://example.gov.uk/mgAi.aspx?{text}")
    attachment_id(text)


@pytest.mark.parametrize(
    ("link", "number"),
    [
        ("documents/s131118/Some report.pdf", 131118),
        (f"{BASE}/mgConvert2PDF.aspx?ID=131118&ISATT=1", 131118),
        ("documents/g10230/Public reports pack.pdf?T=10", None),
        ("documents/b200/Supplement.pdf?T=9", None),
        ("mgAi.aspx?ID=5", None),
    ],
)
def test_a_file_is_known_by_its_attachment_number_whichever_link_it_has(link, number):
    assert attachment_id(link) == number


@pytest.mark.parametrize("href", ["http://[insert address]/documents/s1/x.pdf", "//[", "http://["])
def test_a_link_that_is_no_address_leads_nowhere(href):
    assert absolute("https://council.test/ieListDocuments.aspx", href) is None
    assert host_of(href) is None


def test_a_link_is_resolved_against_its_page():
    assert absolute("https://council.test/a/b.aspx", " c.aspx ") == "https://council.test/a/c.aspx"
    assert host_of("https://Council.test:8080/a") == "council.test:8080"
