"""`ieSearchResults2.aspx?SS=…`: what a site's own search finds, ten a page, best first."""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.urls import absolute, address_of
from scrapers.records import ListedItem, Record

RESULTS = "p.mgAiTitleTxt"
_NOTHING = re.compile(r"\bno results\b|\bdim canlyniadau\b", re.IGNORECASE)
# As in "52. <title>" and "Item5: <title>".
_NUMBER = re.compile(r"^(?:(?:item|eitem)\s*)?(\w[\w./]{0,15}?)[.:]?\s*$", re.IGNORECASE)
# "17/09/2015 - Cabinet (1)": the meeting, and the place among the results.
_PLACE = re.compile(r"\s*\(\d+\)$")
_ISSUES = (PageKind.ISSUE_HOME, PageKind.ISSUE_DETAILS)


def parse_search_results(page: str, *, url: str) -> list[Record]:
    """Give the items and issues in the order of the page; documents found alone are left out."""
    root = html.modgov(page)
    lines = [line for line in html.each(root, "p") if html.has_class(line, "mgAiTitleTxt")]
    if not lines and not _NOTHING.search(html.text(root)):
        raise PageChangedError(f"expected some {RESULTS!r}, found none: {url}")
    found: list[Record] = []
    meeting: tuple[PageAddress, str] | None = None
    for line in lines:
        link = html.first(line, "a")
        href = str(link.get("href") or "") if link else ""
        address = address_of(href)
        if link is None or address is None:
            meeting = None
            continue
        words = html.text(link)
        anchor = re.search(r"#AI(\d{1,18})$", href)
        if address.kind in _ISSUES:
            found.append(ListedItem(title=_PLACE.sub("", words), issue_id=int(address.id)))
        elif address.kind is PageKind.MEETING_DOCUMENTS and anchor:
            number = _NUMBER.match(html.text(line).removesuffix(words).strip())
            found.append(_item(words, int(anchor[1]), number and number[1], address, meeting))
        elif address.kind is PageKind.MEETING_DOCUMENTS:
            meeting = (address, _PLACE.sub("", words))
    return found


def next_url(page: str, *, url: str) -> str | None:
    """Give the address of the next page of results; None on the last one."""
    for link in html.each(html.modgov(page), "a"):
        if str(link.get("title") or "").lower().startswith(("next page", "tudalen nesaf")):
            return absolute(url, html.attribute(link, "href"))
    return None


def _item(
    title: str,
    item_id: int,
    number: str | None,
    address: PageAddress,
    meeting: tuple[PageAddress, str] | None,
) -> ListedItem:
    named = meeting[1] if meeting and meeting[0] == address else ""
    _, _, committee_name = named.partition(" - ")
    return ListedItem(
        title=title,
        item_id=item_id,
        item_number=number,
        meeting_id=int(address.id),
        committee_id=address.committee_id,
        committee_name=committee_name or None,
        held_on=date_in(named),
    )
