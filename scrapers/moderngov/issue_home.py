"""`mgIssueHistoryHome.aspx?IId=…`, "Issue details": an issue, and the items and decisions it had.

Nobody keeps the markup of these pages, so they are read by their links.
"""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.asked import check_answer
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.urls import address_of, query_number
from scrapers.records import ListedItem, Record

HEADING = re.compile(r"\bissue\b|\bmater\b", re.IGNORECASE)
_ISSUES = (PageKind.ISSUE_HOME, PageKind.ISSUE_DETAILS, PageKind.ISSUE_DECISIONS)
# As in "17/07/2024 - Council (Item 34)" and "17/03/2020 - Improvement plan".
_DATED = re.compile(
    r"^(?:(?:Meeting|Cyfarfod):\s*)?(\d{1,2}/\d{1,2}/\d{4})\s+[-\u2013]\s+(.{1,300}?)"
    r"(?:\s*\((?:Item |Eitem )([^)\s]{1,20})\))?$"
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
            item = _pointed_to(link, address, titles[0], issue_id)
            if item not in found:
                found.append(item)
    return list(found)


def issue_of(root: html.Tag, url: str) -> int | None:
    """Read the issue's id from the page's address, else from its links to its other pages."""
    links = (str(link.get("href") or "") for link in html.each(root, "a"))
    linked = next((int(a.id) for a in map(address_of, links) if a and a.kind in _ISSUES), None)
    for kind in _ISSUES:
        check_answer(url, kind, linked)
    address = address_of(url)
    return int(address.id) if address and address.kind in _ISSUES else linked


def _pointed_to(
    link: html.Tag, address: PageAddress, title: str, issue_id: int | None
) -> ListedItem:
    words = html.text(link)
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
