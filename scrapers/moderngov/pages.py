"""Any page of a ModernGov site to its records; and what a page is, told from the page itself."""

import re
from collections.abc import Callable

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov import agenda_item, issue_chronology, legacy_meeting
from scrapers.moderngov.addresses import ISSUE_PAGES, PageAddress, PageKind
from scrapers.moderngov.agenda_item import parse_agenda_item
from scrapers.moderngov.attendance import parse_attendance
from scrapers.moderngov.committee_details import parse_committee_details
from scrapers.moderngov.committee_list import parse_committee_list
from scrapers.moderngov.decision_details import parse_decision_details
from scrapers.moderngov.decision_list import parse_decision_list
from scrapers.moderngov.feed import parse_feed
from scrapers.moderngov.issue_chronology import parse_issue_chronology
from scrapers.moderngov.issue_decisions import parse_issue_decisions
from scrapers.moderngov.issue_details import parse_issue_details
from scrapers.moderngov.issue_home import parse_issue_home
from scrapers.moderngov.labels import minutes_status_of
from scrapers.moderngov.legacy_meeting import parse_legacy_meeting
from scrapers.moderngov.meeting_calendar import parse_calendar
from scrapers.moderngov.meeting_documents import parse_meeting_documents
from scrapers.moderngov.meeting_list import parse_meeting_list
from scrapers.moderngov.refusals import refuse
from scrapers.moderngov.search_results import parse_search_results
from scrapers.moderngov.service import (
    parse_service_committees,
    parse_service_meeting,
    parse_service_meetings,
)
from scrapers.moderngov.sittings import linked_meeting, meeting_link
from scrapers.moderngov.text_page import parse_text_page
from scrapers.moderngov.urls import address_of, host_of
from scrapers.records import Record

PARSERS: dict[PageKind, Callable[..., list[Record]]] = {
    PageKind.COMMITTEE_LIST: parse_committee_list,
    PageKind.MEETING_LIST: parse_meeting_list,
    PageKind.MEETING_DOCUMENTS: parse_meeting_documents,
    PageKind.AGENDA_ITEM: parse_agenda_item,
    PageKind.ISSUE_DETAILS: parse_issue_details,
    PageKind.DECISION_DETAILS: parse_decision_details,
    PageKind.MEETING_ATTENDANCE: parse_attendance,
    PageKind.COMMITTEE_DETAILS: parse_committee_details,
    PageKind.ISSUE_HOME: parse_issue_home,
    PageKind.ISSUE_DECISIONS: parse_issue_decisions,
    PageKind.ISSUE_CHRONOLOGY: parse_issue_chronology,
    PageKind.LEGACY_MEETING: parse_legacy_meeting,
    PageKind.DECISION_LIST: parse_decision_list,
    PageKind.CALENDAR: parse_calendar,
    PageKind.SEARCH_RESULTS: parse_search_results,
    PageKind.RSS: parse_feed,
    PageKind.SERVICE_COMMITTEES: parse_service_committees,
    PageKind.SERVICE_MEETINGS: parse_service_meetings,
    PageKind.SERVICE_MEETING: parse_service_meeting,
    PageKind.TEXT: lambda page, *, url: list(parse_text_page(page)),
}
_ROOTS = {
    "rss": PageKind.RSS,
    "committees": PageKind.SERVICE_COMMITTEES,
    "getmeetings": PageKind.SERVICE_MEETINGS,
    "meeting": PageKind.SERVICE_MEETING,
}
# Kinds of page, and the links on them whose id is the page's own.
_TELLING = {
    **dict.fromkeys(ISSUE_PAGES, ISSUE_PAGES),
    PageKind.MEETING_LIST: (PageKind.COMMITTEE_DETAILS,),
    PageKind.COMMITTEE_DETAILS: (PageKind.MEETING_LIST,),
}
_ROOT = re.compile(r"(?:<\?xml[^>]*\?>)?\s*<(?:\w+:)?(\w+)")
# Browsers note on top of a page they save where it came from.
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
# The h1 of each kind. Councils rename some, so the links of a page are looked at too.
_HEADINGS = tuple(
    (re.compile(words, re.IGNORECASE), kind)
    for words, kind in (
        (agenda_item.HEADING.pattern, PageKind.AGENDA_ITEM),
        (r"issue - (?:meetings|items)", PageKind.ISSUE_DETAILS),
        (r"issue - decisions", PageKind.ISSUE_DECISIONS),
        (rf"(?:{issue_chronology.HEADING.pattern})", PageKind.ISSUE_CHRONOLOGY),
        (legacy_meeting.HEADING.pattern, PageKind.LEGACY_MEETING),
        (r"issue details|issue history", PageKind.ISSUE_HOME),
        (r"decision details|manylion.{0,12} penderfyniad", PageKind.DECISION_DETAILS),
        (r"attendance|presenoldeb", PageKind.MEETING_ATTENDANCE),
        (r"browse meetings|meetings by committee|pori cyfarfodydd", PageKind.MEETING_LIST),
        (r"committee details|manylion.{0,12} pwyllgor", PageKind.COMMITTEE_DETAILS),
        (r"search results|canlyniadau", PageKind.SEARCH_RESULTS),
        (r"calendar|calendr", PageKind.CALENDAR),
        (r"committees|committee structure|pwyllgorau|search documents", PageKind.COMMITTEE_LIST),
        (r"officer decisions|decisions published|forthcoming", PageKind.DECISION_LIST),
    )
)


def parse_page(kind: PageKind | str, page: str, *, url: str) -> list[Record]:
    """Turn an answer into the records of its kind, or raise the error that says why not."""
    refuse(page, url=url)
    parser = PARSERS.get(PageKind(kind))
    if parser is None:
        raise PageChangedError(f"pages of the kind {kind} hold no records of ours: {url}")
    return parser(page, url=url)


def kind_of(page: str, url: str | None = None) -> PageKind:
    """Say what a saved page is: from its address if it is known, else from the page."""
    address = address_of(url) if url else None
    if address:
        return address.kind
    root = _ROOT.match(page.lstrip("\ufeff \t\r\n"))
    if root and root[1].lower() in _ROOTS:
        return _ROOTS[root[1].lower()]
    if root and "<?xml" in page[:100] and "<html" not in page[:2000].lower():
        raise PageChangedError(f"not a kind of XML we know, <{root[1]}>: {url}")
    return _kind_by_content(html.modgov(page), url)


def self_url(page: str) -> PageAddress | None:
    """Say which page this is, by what it tells of its own address; None where it does not."""
    try:
        kind = kind_of(page)
    except PageChangedError:
        return None
    if kind in _ROOTS.values():
        return _service_address(kind, page)
    tree = html.parse(page)
    for printed in _own_addresses(page, tree):
        address = address_of(printed)
        # Some templates name another page, the committee's or the site's first, as canonical.
        if address and address.kind is kind:
            return address
    return _address_by_content(tree.find(id="modgov") or tree, kind)


def own_hosts(page: str) -> set[str]:
    """The hosts that a page, or the browser that saved it, says it came from."""
    hosts = (host_of(printed) for printed in _own_addresses(page, html.parse(page)))
    return {host for host in hosts if host}


def _kind_by_content(root: html.Tag, url: str | None) -> PageKind:
    tables = list(html.each(root, "table"))
    for table in tables:
        if html.has_class(table, "mgItemTable"):
            return PageKind.MEETING_DOCUMENTS
        if html.has_class(table, "mgTabTable") and "DecisionDetails" in str(table):
            return PageKind.DECISION_LIST
    heading = next((words for tag in html.each(root, "h1") if (words := html.text(tag))), "")
    for pattern, kind in _HEADINGS:
        if pattern.search(heading):
            return kind
    # Other pages print tables of that class too, under headings of their own.
    if any(html.has_class(table, "mgStatsTable") for table in tables):
        return PageKind.MEETING_ATTENDANCE
    if minutes_status_of(heading):
        return PageKind.MEETING_DOCUMENTS
    labels = (html.text(tag) for tag in html.each(root, "span") if html.has_class(tag, "mgLabel"))
    if any(label.lower().startswith(("decision", "penderfyn")) for label in labels):
        return PageKind.DECISION_DETAILS
    raise PageChangedError(f"not a kind of page we know, under the heading {heading!r}: {url}")


def _service_address(kind: PageKind, page: str) -> PageAddress | None:
    if kind is PageKind.RSS:
        return None
    names = {PageKind.SERVICE_MEETING: "meetingid", PageKind.SERVICE_MEETINGS: "committeeid"}
    if kind not in names:
        return PageAddress(kind)
    id_ = re.search(rf"<{names[kind]}>\s*(\d{{1,18}})\s*<", page)
    return PageAddress(kind, id_[1]) if id_ else None


def _own_addresses(page: str, tree: html.Tag) -> list[str]:
    saved_from = _SAVED_FROM.search(page[:4000])
    found = [
        str(tag.get("href") or tag.get("content") or "")
        for tag in html.each(tree, "link", "meta")
        if tag.get("rel") == "canonical" or tag.get("property") == "og:url"
    ]
    return [*([saved_from[1]] if saved_from else []), *found]


def _address_by_content(root: html.Tag, kind: PageKind) -> PageAddress | None:
    """Find the page's own id in the links that only a page of its kind has."""
    if kind is PageKind.MEETING_DOCUMENTS:
        meeting_id = linked_meeting(root, "")
        return PageAddress(kind, str(meeting_id)) if meeting_id else None
    if kind is PageKind.AGENDA_ITEM:
        return _shared(root) or _anchored(root)
    if kind in (PageKind.MEETING_ATTENDANCE, PageKind.DECISION_DETAILS):
        return _beside_meeting(root, kind)
    if wanted := _TELLING.get(kind):
        hrefs = (str(link.get("href") or "") for link in html.each(root, "a"))
        ids = (a.id.partition("/")[0] for a in map(address_of, hrefs) if a and a.kind in wanted)
        id_ = next(ids, None)
        return PageAddress(kind, id_) if id_ else None
    return None


def _beside_meeting(root: html.Tag, kind: PageKind) -> PageAddress | None:
    link = meeting_link(root)
    address = address_of(html.attribute(link, "href")) if link else None
    if address and kind is PageKind.MEETING_ATTENDANCE:
        return PageAddress(kind, address.id)
    anchored = _anchored(root)
    return PageAddress(kind, f"item/{anchored.id}") if anchored else None


def _shared(root: html.Tag) -> PageAddress | None:
    shared = (str(tag.get("data-link-to") or "") for tag in html.each(root, "div", "li", "a"))
    return next((a for a in map(address_of, shared) if a), None)


def _anchored(root: html.Tag) -> PageAddress | None:
    link = meeting_link(root)
    anchor = re.search(r"#AI(\d{1,18})$", html.attribute(link, "href")) if link else None
    return PageAddress(PageKind.AGENDA_ITEM, anchor[1]) if anchor else None
