"""`mgAi.aspx?ID=…`: one agenda item with its whole minutes and every document."""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov import documents
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.asked import check_answer
from scrapers.moderngov.item_body import ItemBody, read_body
from scrapers.moderngov.labels import read_sitting
from scrapers.moderngov.sittings import meeting_link
from scrapers.moderngov.urls import address_of, query_number
from scrapers.records import AgendaItem, Document, Meeting, Record

HEADING = re.compile(r"agenda item|eitem (?:ar yr |yr )?(?:agenda|rhaglen)", re.IGNORECASE)
# As in "Meeting of Cabinet, Tuesday 6 January 2026 11.00 am (Item 5.)".
_OF_MEETING = re.compile(
    r"(?:Meeting of|Cyfarfod)\s+(.+?)\s*(?:\((?:Item|Eitem)\s+([^)]{1,20})\))?", re.IGNORECASE
)


def parse_agenda_item(page: str, *, url: str) -> list[Record]:
    """Give the item's meeting as far as it is named, the item, and its documents."""
    root = html.modgov(page)
    if not HEADING.search(html.heading(root)):
        raise PageChangedError(f"expected the heading 'Agenda item', found another: {url}")
    title = html.first(root, "h2")
    link = meeting_link(root)
    if title is None or not html.text(title):
        raise PageChangedError(f"expected one 'h2.mgSubTitleTxt' with the item's title: {url}")
    if link is None:
        raise PageChangedError(f"no link to the meeting, 'a[href*=ieListDocuments]': {url}")
    meeting, number = _meeting(link)
    body = read_body(_content(root, title, link))
    item = AgendaItem(
        item_position=1,
        title=html.text(title),
        item_id=_item_id(url, link, body),
        item_number=number,
        meeting_id=meeting.meeting_id,
        committee_id=meeting.committee_id,
        committee_name=meeting.committee_name,
        held_on=meeting.held_on,
        description=body.description_text,
        minutes_text=body.minutes_text,
        is_truncated=body.is_truncated,
        is_restricted=body.is_restricted,
        issue_id=body.issue_id,
    )
    return [meeting, item, *_listed(body, url, meeting.meeting_id)]


def _meeting(link: html.Tag) -> tuple[Meeting, str | None]:
    href = html.attribute(link, "href")
    words = _OF_MEETING.fullmatch(html.text(link))
    sitting = read_sitting(words[1] if words else html.text(link))
    meeting = Meeting(
        meeting_id=query_number(href, "MId", "MeetingId"),
        committee_id=query_number(href, "CId", "CommitteeId"),
        committee_name=sitting.committee_name if sitting else None,
        held_on=sitting.held_on if sitting else None,
        starts_at_local=sitting.starts_at_local if sitting else None,
        stated_status=sitting.stated_status if sitting else None,
    )
    return meeting, words[2] if words else None


def _content(root: html.Tag, title: html.Tag, link: html.Tag) -> list[html.Tag | str]:
    """Give what the page says of the item: the box that names its meeting, else all below it."""
    for parent in link.parents:
        if parent is root:
            break
        if html.has_class(parent, "mgContent") or html.has_class(parent, "panel-body"):
            return html.children(parent)
    return html.below(root, title)


def _item_id(url: str, link: html.Tag, body: ItemBody) -> int | None:
    """Read the item's id from the page's address, its share button, or its link to the meeting."""
    anchor = re.search(r"#AI(\d{1,18})$", html.attribute(link, "href"))
    stated = body.item_id or (int(anchor[1]) if anchor else None)
    check_answer(url, PageKind.AGENDA_ITEM, stated)
    address = address_of(url)
    if address and address.kind is PageKind.AGENDA_ITEM:
        return int(address.id)
    return stated


def _listed(body: ItemBody, url: str, meeting_id: int | None) -> list[Document]:
    return [
        documents.listed(line, url=url, meeting_id=meeting_id, item_position=1, is_extra=is_extra)
        for line, is_extra in body.lines
    ]
