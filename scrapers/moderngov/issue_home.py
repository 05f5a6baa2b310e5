"""`mgIssueHistoryHome.aspx?IId=…`, "Issue details": an issue, and the items and decisions it had.

Nobody keeps the markup of these pages, so they are read by their links.
"""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import ISSUE_PAGES, PageAddress, PageKind
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.urls import address_of, query_number
from scrapers.records import ListedItem, Record

HEADING = re.compile(r"\bissue\b|\bmater\b", re.IGNORECASE)
# As in "17/07/2024 - Council (Item 34)" and "17/03/2020 - Improvement plan".
_DATED = re.compile(
    r"^(?:(?:Meeting|Cyfarfod):\s*)?(\d{1,2}/\d{1,2}/\d{4})\s+[-\u2013]\s+(.{1,300}?)"
    r"(?:\s*(?:\(|[-\u2013] )(?:Item |Eitem )([^)\s]{1,20})\)?)?$",
    re.IGNORECASE,
)


def parse_issue_home(page: str, *, url: str) -> list[Record]:
    """Give the issue itself, then what it led to in the order of the page."""
    root = html.modgov(page)
    if not HEADING.search(html.heading(root)):
        raise PageChangedError(f"expected the heading 'Issue details', found another: {url}")
    titles = [words for tag in html.each(root, "h2") if (words := html.text(tag))]
    if not titles:
        raise PageChangedError(f"expected one 'h2.mgSubTitleTxt' with the title: {url}")
    issue_id = issue_of(root, url)
    found = [ListedItem(title=titles[0], issue_id=issue_id)]
    for link in html.each(root, "a"):
        address = address_of(str(link.get("href") or ""))
        if address and address.kind in (PageKind.MEETING_DOCUMENTS, PageKind.DECISION_DETAILS):
            item = pointed_to(address, html.text(link), link, titles[0], issue_id)
            if item not in found:
                found.append(item)
    return list(found)


def issue_of(root: html.Tag, url: str) -> int | None:
    """Read the issue's id from the page's address, else from its links to its other pages."""
    links = (str(link.get("href") or "") for link in html.each(root, "a"))
    linked = [int(a.id) for a in map(address_of, links) if a and a.kind in ISSUE_PAGES]
    asked = address_of(url)
    if asked is None or asked.kind not in ISSUE_PAGES:
        return linked[0] if linked else None
    # Beside itself an issue may name others that it has to do with.
    if linked and int(asked.id) not in linked:
        raise PageChangedError(f"asked for {asked.key}, the page is of {linked[0]}: {url}")
    return int(asked.id)


def pointed_to(
    address: PageAddress, words: str, link: html.Tag, title: str, issue_id: int | None
) -> ListedItem:
    """Read what an issue led to from its link, and the words that stand in or around that."""
    dated = _DATED.match(words)
    href = html.attribute(link, "href")
    if address.kind is PageKind.DECISION_DETAILS:
        return ListedItem(
            title=dated[2] if dated else words,
            decided_on=date_in(words),
            decision_id=int(address.id) if address.id.isdecimal() else None,
            issue_id=issue_id,
        )
    anchor = re.search(r"#AI(\d{1,18})$", href)
    return ListedItem(
        title=title,
        item_id=int(anchor[1]) if anchor else None,
        item_number=dated[3] if dated else None,
        meeting_id=int(address.id),
        committee_id=query_number(href, "CId", "CommitteeId"),
        committee_name=dated[2] if dated else None,
        held_on=date_in(words),
        issue_id=issue_id,
    )
