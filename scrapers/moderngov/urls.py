"""Which page an address asks for, and which address to ask for a page: the one place for both.

One page has one `PageAddress`, whatever case, alias, path prefix, session id or noise a link had.
The council is added elsewhere: a ModernGov id means nothing without it. Nothing here fetches.
"""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from scrapers.moderngov.addresses import PageAddress, PageKind

# Where a page of each kind lies, as the sites' own links print it.
_SHAPES = {
    PageKind.AGENDA_ITEM: "mgAi.aspx?ID={}",
    PageKind.COMMITTEE_DETAILS: "mgCommitteeDetails.aspx?ID={}",
    PageKind.MEETING_ATTENDANCE: "mgMeetingAttendance.aspx?ID={}",
    PageKind.DECISION_DETAILS: "ieDecisionDetails.aspx?ID={}",
    PageKind.ISSUE_HOME: "mgIssueHistoryHome.aspx?IId={}&Opt=0",
    PageKind.ISSUE_DECISIONS: "mgDecisionDetails.aspx?IId={}&Opt=1",
    PageKind.ISSUE_CHRONOLOGY: "mgIssueHistoryChronology.aspx?IId={}&Opt=2",
    PageKind.ISSUE_DETAILS: "ieIssueDetails.aspx?IId={}&Opt=3",
    PageKind.RESTRICTED_REASONS: "mgReasonsRestricted.aspx?ID={}",
    PageKind.RSS: "mgRss.aspx?CID={}",
    PageKind.DOCUMENT: "mgConvert2PDF.aspx?ID={}",
    PageKind.SERVICE_COMMITTEES: "mgWebService.asmx/GetCommittees",
    # Both dates must be named and may be empty: then the whole history comes.
    PageKind.SERVICE_MEETINGS: (
        "mgWebService.asmx/GetMeetings?lCommitteeId={}&sFromDate=&sToDate="
    ),
    PageKind.SERVICE_MEETING: "mgWebService.asmx/GetMeeting?lMeetingId={}",
}
# The same committees stand on five pages; each is asked for by itself, so each has its own id.
_COMMITTEE_LISTS = {
    "list": "mgListCommittees.aspx",
    "structure": "mgCommitteeStructure.aspx",
    "home": "ieDocHome.aspx",
    "cover": "uuCoverPage.aspx",
    "search": "ieDocSearch.aspx",
}
# File and the parameter that carries its id, in lower case: "mgai.aspx" -> (AGENDA_ITEM, "id").
_PAGE_BY_FILE = {
    shape.split("?")[0].lower(): (kind, urlsplit(shape).query.split("=")[0].lower())
    for kind, shape in _SHAPES.items()
    if not shape.startswith("mgWebService")
}
_LIST_BY_FILE = {file.lower(): id_ for id_, file in _COMMITTEE_LISTS.items()}
# What is asked of these pages is a question, not an id: "mgCalendarMonthView?dd=2026&m=1".
_QUESTIONS = {
    "mgCalendarMonthView": PageKind.CALENDAR,
    "mgCalendarWeekView": PageKind.CALENDAR,
    "mgCalendarAgendaView": PageKind.CALENDAR,
    "ieSearchResults2": PageKind.SEARCH_RESULTS,
    "mgDelegatedDecisions": PageKind.DECISION_LIST,
    "mgListOfficerDecisions": PageKind.DECISION_LIST,
}
_QUESTION_BY_FILE = {f"{stem}.aspx".lower(): stem for stem in _QUESTIONS}
_NOISE = {"ver", "j", "bcr", "xxr", "rpid", "bm", "lll", "gl"}
_SERVICE = "mgwebservice.asmx"


def address_of(url: str) -> PageAddress | None:
    """Say which page a link asks for; None where it is no page we know or has no usable id."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # councils' prose links to things like "http://[insert address]"
        return None
    folders = [folder.lower() for folder in parts.path.split("/") if folder]
    file = folders[-1] if folders else ""
    query = _parameters(parts.query)
    if len(folders) > 1 and folders[-2] == _SERVICE:
        return _service_address(file, query)
    if file in _LIST_BY_FILE:
        return PageAddress(PageKind.COMMITTEE_LIST, _LIST_BY_FILE[file])
    if file == "ielistmeetings.aspx":
        return _meeting_list_address(query)
    if stem := _QUESTION_BY_FILE.get(file):
        return PageAddress(_QUESTIONS[stem], _question(stem, query))
    if file == "iedecisiondetails.aspx" and (item := _number(query, "aiid")):
        return PageAddress(PageKind.DECISION_DETAILS, f"item/{item}")
    if file == "ielistdocuments.aspx" and (meeting := _number(query, "mid", "meetingid")):
        committee = _number(query, "cid", "committeeid")
        return PageAddress(
            PageKind.MEETING_DOCUMENTS, meeting, int(committee) if committee else None
        )
    if file == "celistdocuments.aspx" and (meeting := _number(query, "mid", "meetingid")):
        return _legacy_address(meeting, query)
    if file_number := attachment_id(parts.path):
        return PageAddress(PageKind.DOCUMENT, str(file_number))
    kind, name = _PAGE_BY_FILE.get(file, (None, ""))
    id_ = _number(query, name)
    return PageAddress(kind, id_) if kind and id_ else None


def absolute(url: str, href: str) -> str | None:
    """Resolve a link of the page at `url`; None where it is no address: "http://[insert it]"."""
    try:
        return urljoin(url, href.strip())
    except ValueError:
        return None


def host_of(url: str) -> str | None:
    """The host of an address, with its port; None where it is no address."""
    resolved = absolute(url, url)
    return urlsplit(resolved).netloc.lower() if resolved else None


def url_of(base_url: str, address: PageAddress) -> str:
    """Build the address to ask a site for, below its base, path prefix and all."""
    return f"{base_url.rstrip('/')}/{_relative(address)}"


def attachment_id(url: str) -> int | None:
    """Read the file's own number, which its newer and its older kind of link share."""
    if found := re.search(r"(?:^|/)documents/s(\d+)/", url, re.IGNORECASE):
        return int(found[1])
    is_converted = re.search(r"(?:^|/)mgconvert2pdf\.aspx\?", url, re.IGNORECASE)
    return query_number(url, "id") if is_converted else None


def query_number(url: str, *names: str) -> int | None:
    """Read a number from the query of a link, whatever the case of its name."""
    query = url.partition("?")[2].partition("#")[0]
    number = _number(_parameters(query), *(name.lower() for name in names))
    return int(number) if number else None


def _parameters(query: str) -> dict[str, str]:
    # A few templates escape "&" twice, so a name may begin with "amp;".
    pairs = parse_qsl(query.replace("&amp;", "&"))
    return {name.lower(): value.strip() for name, value in pairs}


def _number(query: dict[str, str], *names: str) -> str | None:
    for name in names:
        value = query.get(name, "")
        if re.fullmatch(r"[0-9]{1,18}", value) and int(value) > 0:
            return str(int(value))
    return None


def _meeting_list_address(query: dict[str, str]) -> PageAddress | None:
    committee = _number(query, "cid", "committeeid")
    if committee is None:
        return None
    act = query.get("act", "").lower()
    act = "earlier" if act == "prev" else act
    moment = query.get("d", "")
    if act in ("earlier", "later") and re.fullmatch(r"[0-9]{8,14}", moment):
        return PageAddress(PageKind.MEETING_LIST, f"{committee}/{act}/{moment}")
    # Year=0 is what the page shows by itself; -1 stands for every year.
    year = query.get("year", "0")
    if re.fullmatch(r"-1|[12][0-9]{3}", year):
        return PageAddress(PageKind.MEETING_LIST, f"{committee}/year/{year}")
    return PageAddress(PageKind.MEETING_LIST, committee)


def _legacy_address(meeting: str, query: dict[str, str]) -> PageAddress:
    """A meeting of an older system, or one of its documents: a file, or what is named so."""
    shown = next((f"/{name}/{query[name].lower()}" for name in ("f", "rd") if query.get(name)), "")
    committee = _number(query, "cid", "committeeid")
    return PageAddress(
        PageKind.LEGACY_MEETING,
        f"{meeting}{shown}",
        int(committee) if committee else None,
        query.get("df"),
    )


def _service_address(operation: str, query: dict[str, str]) -> PageAddress | None:
    match operation:
        case "getcommittees":
            return PageAddress(PageKind.SERVICE_COMMITTEES)
        case "getmeetings" if committee := _number(query, "lcommitteeid"):
            return PageAddress(PageKind.SERVICE_MEETINGS, committee)
        case "getmeeting" if meeting := _number(query, "lmeetingid"):
            return PageAddress(PageKind.SERVICE_MEETING, meeting)
    return None


def _question(stem: str, query: dict[str, str]) -> str:
    asked = sorted((name, value) for name, value in query.items() if name not in _NOISE and value)
    return f"{stem}?{urlencode(asked)}" if asked else stem


def _relative(address: PageAddress) -> str:
    kind, id_ = address.kind, address.id
    match kind:
        case PageKind.COMMITTEE_LIST:
            return f"{_COMMITTEE_LISTS[id_]}?bcr=1"
        case PageKind.MEETING_DOCUMENTS:
            committee = f"CId={address.committee_id}&" if address.committee_id else ""
            return f"ieListDocuments.aspx?{committee}MId={id_}&Ver=4"
        case PageKind.LEGACY_MEETING:
            return f"ceListDocuments.aspx?{_legacy_query(address)}"
        case PageKind.MEETING_LIST:
            return f"ieListMeetings.aspx?{_meeting_list_query(id_)}"
        case PageKind.DECISION_DETAILS if id_.startswith("item/"):
            return f"ieDecisionDetails.aspx?AIId={id_.removeprefix('item/')}"
        case PageKind.CALENDAR | PageKind.SEARCH_RESULTS | PageKind.DECISION_LIST:
            stem, *question = id_.split("?", 1)
            return "?".join([f"{stem}.aspx", *question])
    return _SHAPES[kind].format(id_)


def _legacy_query(address: PageAddress) -> str:
    meeting, *shown = address.id.split("/", 2)
    asked = {"CommitteeId": address.committee_id, "MeetingId": meeting, "DF": address.day}
    if shown:
        asked[shown[0].upper()] = shown[1]
    return urlencode({name: said for name, said in asked.items() if said} | {"Ver": 2})


def _meeting_list_query(id_: str) -> str:
    committee, _, rest = id_.partition("/")
    match rest.split("/"):
        case ["year", year]:
            return f"CommitteeId={committee}&Year={year}"
        case [("earlier" | "later") as act, moment]:
            return f"Act={act}&CId={committee}&D={moment}&MD=ielistmeetings"
    return f"CommitteeId={committee}"
