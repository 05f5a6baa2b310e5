"""`ieDecisionDetails.aspx?ID=…`: one recorded decision, as an item of the meeting that took it.

A decision of an officer or a single member has no meeting, only the day it was taken.
"""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov import documents
from scrapers.moderngov.addresses import ISSUE_PAGES, PageKind
from scrapers.moderngov.item_body import flat
from scrapers.moderngov.labels import Section, is_body, read_sitting, section_of
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.sittings import meeting_link
from scrapers.moderngov.urls import address_of, query_number
from scrapers.records import AgendaItem, Document, Meeting, Record

LABELS = "span.mgLabel, h3.mgSubSubTitleTxt"
_PURPOSE = re.compile(r"(?:purpose|pwrpas)\b", re.IGNORECASE)
_MAKER = re.compile(r"decision maker|penderfynwr", re.IGNORECASE)
_DECIDED_ON = re.compile(r"date of decision|dyddiad y penderfyniad", re.IGNORECASE)
_HEADINGS = ("h3", "h4", "h5")


def parse_decision_details(page: str, *, url: str) -> list[Record]:
    """Give the meeting where the page names one, the decision as its item, and the documents."""
    root = html.modgov(page)
    title = html.first(root, "h2")
    if title is None or not html.text(title):
        raise PageChangedError(f"expected one 'h2.mgSubTitleTxt' with the title: {url}")
    blocks = list(flat(html.below(root, title)))
    fields = dict(field for block in blocks if (field := _field(block)))
    sections = _sections(blocks)
    if not fields and not sections:
        raise PageChangedError(f"expected some {LABELS!r}, found none: {url}")
    meeting = _meeting(root)
    item = _item(html.text(title), sections, fields, meeting, root, url)
    listed = _documents(blocks, meeting, url)
    return [*([meeting] if meeting else []), item, *listed]


def _field(block: html.Tag | str) -> tuple[str, str] | None:
    """Read "Decision Maker: Cabinet", where the label is a `span` and the value behind it."""
    label = html.first(block, "span") if isinstance(block, html.Tag) else None
    if label is None or not html.has_class(label, "mgLabel") or isinstance(block, str):
        return None
    printed = html.text(label)
    return printed.rstrip(" :"), html.text(block).removeprefix(printed).strip()


def _sections(blocks: list[html.Tag | str]) -> list[tuple[str, str]]:
    """Read each heading with the prose below it: "Purpose:", "Decision:", "Reasons …"."""
    found: list[tuple[str, list[str]]] = []
    is_open = False
    for block in blocks:
        is_heading = isinstance(block, html.Tag) and block.name in _HEADINGS
        words = html.text(block) if isinstance(block, html.Tag) else " ".join(block.split())
        is_documents = section_of(words) is Section.DOCUMENTS
        if is_heading and not is_documents:
            found.append((words, []))
            is_open = True
        elif is_documents or _field(block):
            is_open = False
        elif is_open and words:
            prose = html.prose(block) if isinstance(block, html.Tag) else words
            found[-1][1].append(prose or "")
    return [(heading, "\n\n".join(words)) for heading, words in found if words]


def _meeting(root: html.Tag) -> Meeting | None:
    """Read "Decided at meeting: 19/10/2015 - Policy Committee"."""
    link = meeting_link(root)
    if link is None:
        return None
    href = html.attribute(link, "href")
    sitting = read_sitting(html.text(link))
    return Meeting(
        meeting_id=query_number(href, "MId", "MeetingId"),
        committee_id=query_number(href, "CId", "CommitteeId"),
        committee_name=sitting.committee_name if sitting else None,
        held_on=sitting.held_on if sitting else None,
    )


def _item(
    title: str,
    sections: list[tuple[str, str]],
    fields: dict[str, str],
    meeting: Meeting | None,
    root: html.Tag,
    url: str,
) -> AgendaItem:
    maker = next((value for label, value in fields.items() if _MAKER.match(label)), "")
    decided = next((value for label, value in fields.items() if _DECIDED_ON.match(label)), "")
    purpose = [words for label, words in sections if _PURPOSE.match(label)]
    # What led to a decision is printed with it, and is kept below its own heading.
    rest = [(label, words) for label, words in sections if not _PURPOSE.match(label)]
    rest.sort(key=lambda section: section_of(section[0]) is not Section.DECISION)
    minutes = "\n\n".join(f"{_as_label(label)}\n\n{words}" for label, words in rest)
    by_body = maker if is_body(maker) else None
    return AgendaItem(
        item_position=1,
        title=title,
        item_id=_item_id(root, url),
        meeting_id=meeting.meeting_id if meeting else None,
        committee_id=meeting.committee_id if meeting else None,
        committee_name=(meeting.committee_name if meeting else None) or by_body,
        held_on=(meeting.held_on if meeting else None) or date_in(decided),
        description="\n\n".join(purpose) or None,
        minutes_text=minutes or None,
        issue_id=_issue_id(root),
    )


def _as_label(heading: str) -> str:
    is_decision = section_of(heading) is Section.DECISION
    return "Decision:" if is_decision else f"{heading.rstrip(' :')}:"


def _item_id(root: html.Tag, url: str) -> int | None:
    address = address_of(url)
    if address and address.kind is PageKind.DECISION_DETAILS and address.id.startswith("item/"):
        return int(address.id.removeprefix("item/"))
    link = meeting_link(root)
    anchor = re.search(r"#AI(\d{1,18})$", html.attribute(link, "href")) if link else None
    return int(anchor[1]) if anchor else None


def _issue_id(root: html.Tag) -> int | None:
    for link in html.each(root, "a"):
        address = address_of(str(link.get("href") or ""))
        if address and address.kind in ISSUE_PAGES:
            return int(address.id)
    return None


def _documents(blocks: list[html.Tag | str], meeting: Meeting | None, url: str) -> list[Document]:
    meeting_id = meeting.meeting_id if meeting else None
    return [
        documents.listed(line, url=url, meeting_id=meeting_id, item_position=1, is_extra=False)
        for block in blocks
        if isinstance(block, html.Tag) and html.has_class(block, "mgBulletList")
        for line in html.each(block, "li")
    ]
