"""Which meeting a page is about: committee, day and hour, wherever the page happens to say it.

Council templates leave out one heading or another, so there is a chain of places to look.
"""

import re
from collections.abc import Iterator

from scrapers import html
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.asked import check_answer
from scrapers.moderngov.labels import Sitting, read_sitting
from scrapers.moderngov.urls import address_of, query_number

_ATTENDANCE = re.compile(r"mgmeetingattendance\.aspx", re.IGNORECASE)
_COMMITTEE = re.compile(r"mgcommitteedetails\.aspx", re.IGNORECASE)
# "Agenda for Cabinet on", "Meeting attendance - Meeting of Cabinet on"
_AROUND = re.compile(
    r"^(?:.{0,80}\b(?:for the meeting|attendance - meeting) of|.{0,40}\bagenda for"
    r"|.{0,300}\bmeeting of|.{0,40}\b(?:rhaglen|agenda) ar gyfer"
    r"|.{0,80}\bpresenoldeb.{0,30}\bcyfarfod(?: (?:o['’]r|y))?)\s+|\s+(?:on|ar)$",
    re.IGNORECASE,
)


def sitting_of(root: html.Tag, page: html.Tag) -> Sitting | None:
    """Read the meeting from the headings of `#modgov`, else from what the page says of itself."""
    whole: Sitting | None = None
    for line, is_heading in _places(root, page):
        sitting = read_sitting(line)
        if sitting is None:
            continue
        if is_heading and sitting.committee_name:
            return sitting
        stripped = _AROUND.sub("", _AROUND.sub("", sitting.committee_name or "")) or None
        # What follows the hour in these places is the name of the site, not a status.
        found = Sitting(
            committee_name=stripped,
            held_on=sitting.held_on,
            starts_at_local=sitting.starts_at_local,
            stated_status=sitting.stated_status if is_heading else None,
        )
        if whole is None:
            whole = found
        elif found.committee_name and found.held_on == whole.held_on:
            # A heading with the day alone, completed by the next place that names the committee.
            return Sitting(
                committee_name=found.committee_name,
                held_on=whole.held_on,
                starts_at_local=whole.starts_at_local or found.starts_at_local,
                stated_status=whole.stated_status,
            )
        if whole.committee_name:
            return whole
    return whole


def linked_meeting(root: html.Tag, url: str) -> int | None:
    """Read the meeting's id from the page's address, else from its link to the attendance."""
    link = _attendance_link(root)
    linked = query_number(html.attribute(link, "href"), "ID") if link else None
    check_answer(url, PageKind.MEETING_DOCUMENTS, linked)
    address = address_of(url)
    if address and address.kind is PageKind.MEETING_DOCUMENTS:
        return int(address.id)
    return linked


def linked_committee(root: html.Tag, url: str) -> int | None:
    """Read the committee's id from the link in the page's heading, else from its address."""
    return committee_in_heading(root) or query_number(url, "CId", "CommitteeId")


def committee_in_heading(root: html.Tag) -> int | None:
    for title in html.each(root, "h2"):
        link = html.first(title, "a")
        href = str(link.get("href") or "") if link else ""
        if _COMMITTEE.search(href) and (number := query_number(href, "ID")):
            return number
    return None


def meeting_link(root: html.Tag) -> html.Tag | None:
    """Find the first link to a meeting: on item and decision pages that is the one they are of."""
    for link in html.each(root, "a"):
        address = address_of(str(link.get("href") or ""))
        if address and address.kind is PageKind.MEETING_DOCUMENTS:
            return link
    return None


def _places(root: html.Tag, page: html.Tag) -> Iterator[tuple[str, bool]]:
    for title in html.each(root, "h2"):
        yield html.text(title), True
    for name in ("DC.title", "DC.description"):
        meta = page.find("meta", attrs={"name": name})
        if meta:
            yield str(meta.get("content") or ""), False
    title = page.find("title")
    if title:
        yield html.text(title), False
    link = _attendance_link(root)
    if link:
        yield str(link.get("title") or ""), False


def _attendance_link(root: html.Tag) -> html.Tag | None:
    links = html.each(root, "a")
    return next((link for link in links if _ATTENDANCE.search(str(link.get("href") or ""))), None)
