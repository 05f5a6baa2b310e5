"""`mgDecisionDetails.aspx?IId=…&Opt=1`, "Issue - decisions": the decisions that an issue had.

They are listed, not read: a decision's words stand on its own page or its meeting's, and nothing
here says which, so that reading them would tell a fact twice.
"""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.issue_home import HEADING, issue_of
from scrapers.moderngov.item_body import flat
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.urls import address_of
from scrapers.records import ListedItem, Record

# "17/03/2020 - Improvement plan" opens each.
_LINE = re.compile(r"^(\d{1,2}/\d{1,2}/\d{4})\s+[-\u2013]\s+(.{1,400})$")
_NOTHING = re.compile(r"\bno decisions\b|\bdim penderfyniadau\b", re.IGNORECASE)


def parse_issue_decisions(page: str, *, url: str) -> list[Record]:
    """Give the decisions in the order of the page."""
    root = html.modgov(page)
    if not HEADING.search(html.heading(root)):
        raise PageChangedError(f"expected the heading 'Issue - decisions', found another: {url}")
    issue_id = issue_of(root, url)
    found = [item for block in flat(html.children(root)) if (item := _decision(block, issue_id))]
    if not found and not _NOTHING.search(html.text(root)):
        raise PageChangedError(f"expected some line 'date - title', found none: {url}")
    return list(found)


def _decision(block: html.Tag | str, issue_id: int | None) -> ListedItem | None:
    if isinstance(block, str) or html.has_class(block, "mgWordPara"):
        return None
    line = _LINE.match(html.text(block))
    if line is None:
        return None
    link = html.first(block, "a") if block.name != "a" else block
    address = address_of(str(link.get("href") or "")) if link else None
    is_decision = address and address.kind is PageKind.DECISION_DETAILS and address.id.isdecimal()
    return ListedItem(
        title=line[2],
        decided_on=date_in(line[1]),
        decision_id=int(address.id) if address and is_decision else None,
        issue_id=issue_id,
    )
