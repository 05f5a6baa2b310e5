"""`mgIssueHistoryChronology.aspx?IId=…&Opt=2`: what became of an issue, one dated line an event.

Nobody keeps the markup of these pages, so they are read by their lines and links. What leads to a
meeting or a decision is listed; a plan that the issue stood in is neither.
"""

import re
from collections.abc import Iterator

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.issue_home import issue_of, pointed_to
from scrapers.moderngov.labels import ISSUE_GROUP
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.urls import address_of
from scrapers.records import ListedItem, Record

HEADING = re.compile(r"\bchronology\b|\bcronoleg", re.IGNORECASE)
_NOTHING = re.compile(r"\bno (?:history|events|chronology|entries)\b|\bnid oes\b", re.IGNORECASE)
_LINES = ("tr", "li", "p", "dd", "div")
_EVENTS = (PageKind.MEETING_DOCUMENTS, PageKind.DECISION_DETAILS)


def parse_issue_chronology(page: str, *, url: str) -> list[Record]:
    """Give the issue itself, then what it led to in the order of the page."""
    root = html.modgov(page)
    if not HEADING.search(html.heading(root)):
        raise PageChangedError(f"expected the heading 'Issue - chronology', found another: {url}")
    title = next((words for tag in html.each(root, "h2") if (words := html.text(tag))), None)
    if title is None:
        raise PageChangedError(f"expected one 'h2.mgSubTitleTxt' with the title: {url}")
    issue_id = issue_of(root, url)
    lines = [(line, words) for line, words in _lines(root) if date_in(words)]
    if not lines and not _NOTHING.search(html.text(root)):
        raise PageChangedError(f"expected some line with a date, found none: {url}")
    found = [ListedItem(title=title, issue_id=issue_id)]
    for line, words in lines:
        item = _event(line, words, title, issue_id)
        if item and item not in found:
            found.append(item)
    return list(found)


def _lines(root: html.Tag) -> Iterator[tuple[html.Tag, str]]:
    """Yield the innermost lines of the page with their words; a table's cells as one line."""
    for tag in html.each(root, *_LINES):
        if tag.name == "tr":
            cells = [words for cell in html.each(tag, "td", "th") if (words := html.text(cell))]
            yield tag, " - ".join(cells)
        elif html.parent(tag, "tr") is None and not any(html.each(tag, *_LINES)):
            yield tag, html.text(tag)


def _event(line: html.Tag, words: str, title: str, issue_id: int | None) -> ListedItem | None:
    for link in html.each(line, "a"):
        address = address_of(str(link.get("href") or ""))
        if address and address.kind in _EVENTS:
            return pointed_to(address, words, link, title, issue_id)
    if named := ISSUE_GROUP.match(words):
        return ListedItem(
            title=title,
            item_number=named[3],
            committee_name=named[2],
            held_on=date_in(named[1]),
            issue_id=issue_id,
        )
    return None
