"""`ieListMeetings.aspx?CommitteeId=…`: the meetings of one committee, about fifteen a page."""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.asked import check_answer
from scrapers.moderngov.moments import date_in, time_in
from scrapers.moderngov.urls import absolute, address_of
from scrapers.records import ListedMeeting, Record

LINKS = "a.mgMeetingTableLnk"
_MEETINGS = (PageKind.MEETING_DOCUMENTS, PageKind.LEGACY_MEETING)
# A committee that never met, or not in the year asked for.
_NO_MEETINGS = re.compile(
    r"\b(?:no|any) meetings\b|\bnot (?:yet )?met\b|\bdim cyfarfodydd\b|\bnid oes\b.{0,40}cyfarfod",
    re.IGNORECASE,
)


def parse_meeting_list(page: str, *, url: str) -> list[Record]:
    """Give the meetings in the order of the page, newest first."""
    root = html.modgov(page)
    links = [link for link in html.each(root, "a") if html.has_class(link, "mgMeetingTableLnk")]
    if not links and not _NO_MEETINGS.search(html.text(root)):
        raise PageChangedError(f"expected some {LINKS!r}, found none: {url}")
    meetings = [_meeting(link, url) for link in links]
    _check_year(meetings, url)
    return list(meetings)


def earlier_url(page: str, *, url: str) -> str | None:
    """Give the address behind "Earlier meetings"; None on the page of the first ones."""
    return _neighbour(page, "/earlier/", url)


def later_url(page: str, *, url: str) -> str | None:
    """Give the address behind "Later meetings"; None on the page of the last ones."""
    return _neighbour(page, "/later/", url)


def years_offered(page: str) -> list[int]:
    """Give the years that can be chosen from, latest first."""
    years = {
        int(str(option.get("value")))
        for choice in html.each(html.modgov(page), "select")
        if choice.get("id") == "YearSelect" or choice.get("name") == "YearSelect"
        for option in html.each(choice, "option")
        if re.fullmatch(r"(?:19|20)\d\d", str(option.get("value") or ""))
    }
    return sorted(years, reverse=True)


def _neighbour(page: str, direction: str, url: str) -> str | None:
    for link in html.each(html.modgov(page), "a"):
        href = str(link.get("href") or "")
        address = address_of(href)
        if address and address.kind is PageKind.MEETING_LIST and direction in address.id:
            return absolute(url, href)
    return None


def _check_year(meetings: list[ListedMeeting], url: str) -> None:
    """Tell whether a site passed over the year it was asked for, and showed the page of now."""
    address = address_of(url)
    year = re.search(r"/year/(\d{4})$", address.id) if address else None
    shown = {meeting.held_on.year for meeting in meetings}
    # A council's year may begin in May.
    if year and shown and shown.isdisjoint({int(year[1]), int(year[1]) + 1}):
        raise PageChangedError(f"asked for the year {year[1]}, the page lists others: {url}")


def _meeting(link: html.Tag, url: str) -> ListedMeeting:
    href = html.attribute(link, "href")
    address = address_of(href)
    is_legacy = address is not None and address.kind is PageKind.LEGACY_MEETING
    committee_id = address.committee_id if address else None
    own = address_of(url)
    # An older system's number of a committee is not the one it has now.
    if (is_legacy or committee_id is None) and own and own.kind is PageKind.MEETING_LIST:
        committee_id = int(own.id.partition("/")[0])
    if address is None or address.kind not in _MEETINGS or committee_id is None:
        raise PageChangedError(f"expected CId and MId in {LINKS!r}, found {href!r}: {url}")
    check_answer(url, PageKind.MEETING_LIST, committee_id)
    printed = html.text(link)
    held_on = date_in(printed)
    if held_on is None:
        raise PageChangedError(f"expected a date in {LINKS!r}, found {printed!r}: {url}")
    return ListedMeeting(
        committee_id=committee_id,
        meeting_id=None if is_legacy else int(address.id),
        held_on=held_on,
        starts_at_local=time_in(printed),
        listing=_listing(link),
        legacy_page=f"ceListDocuments.aspx?{href.partition('?')[2]}" if is_legacy else None,
    )


def _listing(link: html.Tag) -> str | None:
    """Read what stands behind the link: " - Agenda, Decisions, Minutes", " - CANCELLED"."""
    line = link.parent
    words = html.text(line).removeprefix(html.text(link)) if line else ""
    return words.strip(" -\u2013\xa0") or None
