"""`ieIssueDetails.aspx?IId=…&Opt=3`, "Issue - meetings": what each meeting made of an issue.

Nobody keeps the markup of these pages, so they are read by their labels.
"""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov import documents
from scrapers.moderngov.addresses import ISSUE_PAGES
from scrapers.moderngov.item_body import ItemBody, flat, read_body
from scrapers.moderngov.labels import ISSUE_GROUP, section_of
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.urls import address_of, query_number
from scrapers.records import AgendaItem, Document, Meeting, Record

HEADING = re.compile(r"\bissue\b|\bmater\b", re.IGNORECASE)
_NO_MEETINGS = re.compile(r"\bno (?:meetings|items|agenda items)\b", re.IGNORECASE)


def parse_issue_details(page: str, *, url: str) -> list[Record]:
    """Give, for each meeting in the order of the page, the meeting, the item, its documents."""
    root = html.modgov(page)
    if not HEADING.search(html.heading(root)):
        raise PageChangedError(f"expected the heading 'Issue - meetings', found another: {url}")
    titles = [words for tag in html.each(root, "h2") if (words := html.text(tag))]
    issue_id = _issue_id(root, url)
    groups = _groups(list(flat(html.children(root))))
    if not groups and not _NO_MEETINGS.search(html.text(root)):
        raise PageChangedError(f"expected some line 'Meeting: date - committee', found none: {url}")
    records: list[Record] = []
    for position, group in enumerate(groups, start=1):
        records += _group(group, position, titles[0] if titles else "", issue_id, url)
    return records


def _groups(blocks: list[html.Tag | str]) -> list[list[html.Tag | str]]:
    """Cut the blocks before each line that names a meeting; the head of the page falls away."""
    groups: list[list[html.Tag | str]] = []
    for block in blocks:
        if ISSUE_GROUP.match(_line(block)):
            groups.append([block])
        elif groups:
            groups[-1].append(block)
    return groups


def _line(block: html.Tag | str) -> str:
    if isinstance(block, str):
        return " ".join(block.split())
    is_prose = html.has_class(block, "mgWordPara") or block.name in ("table", "ul", "ol")
    return "" if is_prose else html.text(block)


def _group(
    group: list[html.Tag | str], position: int, issue_title: str, issue_id: int | None, url: str
) -> list[Record]:
    found = ISSUE_GROUP.match(_line(group[0]))
    printed_on, committee_name, number = found.groups() if found else ("", "", None)
    link = html.first(group[0], "a") if isinstance(group[0], html.Tag) else None
    href = str(link.get("href") or "") if link else ""
    meeting = Meeting(
        meeting_id=query_number(href, "MId", "MeetingId"),
        committee_id=query_number(href, "CId", "CommitteeId"),
        committee_name=committee_name,
        held_on=date_in(printed_on),
    )
    has_title = len(group) > 1 and _is_title(group[1])
    title_block = group[1] if has_title else None
    body = read_body(group[2:] if has_title else group[1:])
    title = _without_number(_title(title_block), number) if title_block else issue_title
    item = AgendaItem(
        item_position=position,
        title=title,
        item_id=body.item_id or _anchored(href),
        item_number=number,
        meeting_id=meeting.meeting_id,
        committee_id=meeting.committee_id,
        committee_name=committee_name,
        held_on=meeting.held_on,
        description=body.description_text,
        minutes_text=body.minutes_text,
        is_truncated=body.is_truncated,
        is_restricted=body.is_restricted,
        issue_id=issue_id or body.issue_id,
    )
    report = _report(title_block, position, meeting.meeting_id, url)
    return [meeting, item, *report, *_listed(body, position, meeting.meeting_id, url)]


def _is_title(block: html.Tag | str) -> bool:
    line = _line(block)
    return bool(line) and section_of(line) is None and len(line) <= 500


def _title(block: html.Tag | str) -> str:
    return documents.title_of(block) if isinstance(block, html.Tag) else " ".join(block.split())


def _without_number(title: str, number: str | None) -> str:
    # "56 Improvement Update": the number that the line above has as "(Item 56)".
    first, _, rest = title.partition(" ")
    is_number = number is not None and first.strip(".") == number.strip(".")
    return rest if is_number and rest else title


def _report(
    title: html.Tag | str | None, position: int, meeting_id: int | None, url: str
) -> list[Document]:
    link = documents.file_link(title) if isinstance(title, html.Tag) else None
    if link is None or not documents.is_file(str(link.get("href"))):
        return []
    return [documents.report(link, url=url, meeting_id=meeting_id, item_position=position)]


def _listed(body: ItemBody, position: int, meeting_id: int | None, url: str) -> list[Document]:
    return [
        documents.listed(
            line, url=url, meeting_id=meeting_id, item_position=position, is_extra=is_extra
        )
        for line, is_extra in body.lines
    ]


def _anchored(href: str) -> int | None:
    anchor = re.search(r"#AI(\d{1,18})$", href)
    return int(anchor[1]) if anchor else None


def _issue_id(root: html.Tag, url: str) -> int | None:
    """Read the issue's id from the page's address, else from its links to its other pages."""
    hrefs = (str(link.get("href") or "") for link in html.each(root, "a"))
    for address in map(address_of, (url, *hrefs)):
        if address and address.kind in ISSUE_PAGES:
            return int(address.id)
    return None
