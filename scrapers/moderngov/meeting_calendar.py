"""`mgCalendar…View.aspx`: the meetings of all committees in a month or week, as planned."""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.labels import read_sitting
from scrapers.moderngov.urls import address_of, query_number
from scrapers.records import Meeting, Record

MEETINGS = "a[href*=ieListDocuments.aspx]"
HEADING = re.compile(r"calendar|calendr", re.IGNORECASE)
_GRID = re.compile(r"\bmgCalendar")
# "Meeting of Cabinet, 06/01/2026 11.00 am", which the link's title says in whole.
_OF = re.compile(r"^(?:meeting of|cyfarfod)\s+", re.IGNORECASE)
_CALLED_OFF = re.compile(r"\b(cancelled|postponed|moved to [^,]{1,60}|gohiriwyd|canslwyd)\b", re.I)


def parse_calendar(page: str, *, url: str) -> list[Record]:
    """Give the meetings in the order of the page; events that are no meetings are left out."""
    root = html.modgov(page)
    frames = (str(tag.get("class") or "") for tag in html.each(root, "div", "table"))
    if not HEADING.search(html.heading(root)) or not any(_GRID.search(name) for name in frames):
        raise PageChangedError(f"expected a calendar in 'div.mgCalendar', found none: {url}")
    _check_month(root, url)
    found: dict[int, Meeting] = {}
    for link in html.each(root, "a"):
        address = address_of(str(link.get("href") or ""))
        if address and address.kind is PageKind.MEETING_DOCUMENTS:
            meeting = _meeting(link, int(address.id), address.committee_id, url)
            found.setdefault(int(address.id), meeting)
    return list(found.values())


def _meeting(link: html.Tag, meeting_id: int, committee_id: int | None, url: str) -> Meeting:
    words = " ".join(str(link.get("title") or "").split())
    sitting = read_sitting(words)
    if sitting is None:
        raise PageChangedError(
            f"expected a date in the title of {MEETINGS!r}, found {words!r}: {url}"
        )
    line = link.find_parent("li") or link
    called_off = _CALLED_OFF.search(html.text(line)) or _CALLED_OFF.search(words)
    return Meeting(
        meeting_id=meeting_id,
        committee_id=committee_id,
        committee_name=_OF.sub("", sitting.committee_name or "") or None,
        held_on=sitting.held_on,
        starts_at_local=sitting.starts_at_local,
        stated_status=called_off[1] if called_off else None,
    )


def _check_month(root: html.Tag, url: str) -> None:
    """Tell whether the site passed over the month it was asked for, and showed the present one."""
    month, year = query_number(url, "M"), query_number(url, "DD", "Y")
    titles = [str(link.get("title") or "") for link in html.each(root, "a")]
    shown = {
        (int(day[2]), int(day[1]))
        for title in titles
        if (day := re.search(r"\b\d{1,2}/(\d{1,2})/(\d{4})\b", title))
    }
    if month and year and shown and (year, month) not in shown:
        raise PageChangedError(f"asked for month {month} of {year}, the page shows others: {url}")
