"""`mgDelegatedDecisions.aspx` and `mgListOfficerDecisions.aspx`: decisions of a period."""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import ISSUE_PAGES, PageAddress, PageKind
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.urls import address_of
from scrapers.records import ListedItem, Record

TABLE = "table.mgTabTable"
_NOTHING = re.compile(
    r"\bno (?:\w+ )?decisions\b|\bthere are no\b|\bnid oes\b|\bdim penderfyniadau\b", re.IGNORECASE
)
# "Settlement agreement ref: 13567", of which the last is for screen readers.
_REFERENCE = re.compile(r"\s*\bref:\s*\d+$", re.IGNORECASE)


def parse_decision_list(page: str, *, url: str) -> list[Record]:
    """Give the decisions in the order of the page, and issues where a row is one."""
    root = html.modgov(page)
    tables = [tag for tag in html.each(root, "table") if html.has_class(tag, "mgTabTable")]
    if not tables and not _NOTHING.search(html.text(root)):
        raise PageChangedError(f"expected some {TABLE!r}, found none: {url}")
    rows = [row for table in tables for row in html.each(table, "tr") if html.first(row, "td")]
    found = [item for row in rows if (item := _listed(row))]
    if rows and not found and not _NOTHING.search(html.text(root)):
        raise PageChangedError(f"no row of {TABLE!r} leads to a decision or issue: {url}")
    return list(found)


def _listed(row: html.Tag) -> ListedItem | None:
    link = html.first(row, "a")
    address = address_of(str(link.get("href") or "")) if link else None
    if link is None or address is None:
        return None
    cells = [html.text(cell) for cell in html.each(row, "td")]
    return ListedItem(
        title=_REFERENCE.sub("", html.text(link)),
        decided_on=next((day for cell in cells[1:] if (day := date_in(cell))), None),
        decision_id=_decision(address),
        item_id=_item(address),
        issue_id=int(address.id) if address.kind in ISSUE_PAGES else None,
    )


def _decision(address: PageAddress) -> int | None:
    is_decision = address.kind is PageKind.DECISION_DETAILS and address.id.isdecimal()
    return int(address.id) if is_decision else None


def _item(address: PageAddress) -> int | None:
    kind, _, number = address.id.partition("/")
    is_item = address.kind is PageKind.DECISION_DETAILS and kind == "item"
    return int(number) if is_item else None
