"""`ieListDocuments.aspx?CId=…&MId=…`: a whole meeting, its items, their minutes and documents."""

import re

from scrapers import html
from scrapers.errors import EmptyPageError, PageChangedError
from scrapers.moderngov import documents
from scrapers.moderngov.item_body import ItemBody, read_body
from scrapers.moderngov.labels import minutes_status_of
from scrapers.moderngov.sittings import linked_committee, linked_meeting, sitting_of
from scrapers.records import AgendaItem, Document, Meeting, Record

ITEMS = "table.mgItemTable"
_ANCHOR = re.compile(r"AI(\d{1,18})")
_VENUE = re.compile(r"^(?:(?:proposed )?venue|lleoliad(?: arfaethedig)?)\s*:", re.IGNORECASE)
_DIRECTIONS = re.compile(r"\bview directions\b", re.IGNORECASE)
# What the site prints instead of items, or for a meeting that is yet to come or was called off.
_NOTHING = re.compile(r"no documents are available|nid oes (?:unrhyw )?ddogfennau", re.IGNORECASE)
_BARE = re.compile(r"meeting|cyfarfod", re.IGNORECASE)
_CALLED_OFF = re.compile(r"cancel|postpone|gohiri|[cg]h?ansl", re.IGNORECASE)


def parse_meeting_documents(page: str, *, url: str) -> list[Record]:
    """Give the meeting, then each item with its documents in the order of the page."""
    tree = html.parse(page)
    root = tree.find(id="modgov") or tree
    meeting = _meeting(tree, root, url)
    records: list[Record] = [meeting]
    # One walk for all three: the page is long, and walking it is what takes the time.
    found = list(html.each(root, "a", "table", "tr"))
    records += _packs(found, url, meeting.meeting_id)
    tables = [tag for tag in found if tag.name == "table" and html.has_class(tag, "mgItemTable")]
    if not tables:
        _check_that_nothing_is_due(root, meeting, url)
        return records
    rows = _rows(tables, found, url)
    if not rows:
        raise EmptyPageError(f"{ITEMS!r} lists no items: {url}")
    for position, (number_cell, cell) in enumerate(rows, start=1):
        records += _item(number_cell, cell, position, meeting, url)
    return records


def _meeting(tree: html.Tag, root: html.Tag, url: str) -> Meeting:
    heading = html.heading(root)
    sitting = sitting_of(root, tree)
    if sitting is None:
        raise PageChangedError(f"no date in 'h2.mgSubTitleTxt', DC.title or title: {url}")
    return Meeting(
        meeting_id=linked_meeting(root, url),
        committee_id=linked_committee(root, url),
        committee_name=sitting.committee_name,
        held_on=sitting.held_on,
        starts_at_local=sitting.starts_at_local,
        venue=_venue(root),
        heading=heading,
        stated_status=sitting.stated_status,
        minutes_status=minutes_status_of(heading),
        is_whole=True,
    )


def _venue(root: html.Tag) -> str | None:
    for line in html.each(root, "p"):
        label = html.first(line, "span")
        if (
            label is not None
            and html.has_class(label, "mgLabel")
            and _VENUE.match(html.text(label))
        ):
            venue = html.own_text(line) or _VENUE.sub("", html.text(line))
            return _DIRECTIONS.sub("", venue).strip(" .,") or None
    return None


def _packs(found: list[html.Tag], url: str, meeting_id: int | None) -> list[Document]:
    """Read the meeting's own files, which stand above its items."""
    return [
        documents.pack(tag, url=url, meeting_id=meeting_id)
        for tag in found
        if tag.name == "a" and documents.is_file(str(tag.get("href") or "")) and _is_of_meeting(tag)
    ]


def _is_of_meeting(link: html.Tag) -> bool:
    # Councils link their webcast channel in a paragraph of their own on every page.
    line = html.parent(link, "li", "table", "p")
    if line is None or line.name == "table" or html.parent(line, "table") is not None:
        return False
    label = html.first(line, "span")
    return line.name == "li" or (label is not None and html.has_class(label, "mgLabel"))


def _check_that_nothing_is_due(root: html.Tag, meeting: Meeting, url: str) -> None:
    is_explained = _NOTHING.search(html.text(root)) or _CALLED_OFF.search(
        meeting.stated_status or ""
    )
    if not is_explained and not _BARE.fullmatch(meeting.heading or ""):
        raise PageChangedError(
            f"expected one {ITEMS!r} under the heading {meeting.heading!r}, found 0: {url}"
        )


def _rows(
    tables: list[html.Tag], found: list[html.Tag], url: str
) -> list[tuple[html.Tag, html.Tag]]:
    """Find the two cells of each item; rows of tables within them are not items."""
    rows = []
    for row in found:
        if row.name != "tr" or not any(html.parent(row, "table") is table for table in tables):
            continue
        cells = [cell for cell in row.contents if isinstance(cell, html.Tag) and cell.name == "td"]
        if not cells:  # the head of the table
            continue
        if len(cells) == 1 and _is_heading(cells[0]):
            continue
        if len(cells) != 2:
            raise PageChangedError(
                f"expected two 'td' in each row of {ITEMS!r}, found {len(cells)}: {url}"
            )
        rows.append((cells[0], cells[1]))
    return rows


def _is_heading(cell: html.Tag) -> bool:
    """Tell the row that names a part of the agenda from an item: it is one cell of few words."""
    tags = list(html.each(cell, "a", "p", "div"))
    is_item = any(html.has_class(tag, "mgAiTitleTxt") or tag.get("href") for tag in tags)
    return not is_item and len(html.text(cell)) <= 200


def _item(
    number_cell: html.Tag, cell: html.Tag, position: int, meeting: Meeting, url: str
) -> list[Record]:
    blocks = html.children(cell)
    titles = [b for b in blocks if isinstance(b, html.Tag) and html.has_class(b, "mgAiTitleTxt")]
    if len(titles) != 1:
        raise PageChangedError(
            f"expected one 'p.mgAiTitleTxt' in item {position} of {ITEMS!r}, found {len(titles)}"
            f": {url}"
        )
    title = titles[0]
    body = read_body([block for block in blocks if block is not title])
    link = html.first(title, "a")
    found: list[Record] = []
    if link and documents.is_file(str(link.get("href") or "")):
        found.append(
            documents.report(link, url=url, meeting_id=meeting.meeting_id, item_position=position)
        )
    found += _listed(body, position, meeting, url)
    item = AgendaItem(
        item_position=position,
        title=documents.title_of(title),
        item_id=_item_id(number_cell, cell) or body.item_id,
        item_number=html.text(number_cell) or None,
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
    return [item, *found]


def _listed(body: ItemBody, position: int, meeting: Meeting, url: str) -> list[Document]:
    return [
        documents.listed(
            line,
            url=url,
            meeting_id=meeting.meeting_id,
            item_position=position,
            is_extra=is_extra,
        )
        for line, is_extra in body.lines
    ]


def _item_id(*cells: html.Tag) -> int | None:
    for cell in cells:
        for anchor in html.each(cell, "a"):
            if found := _ANCHOR.fullmatch(str(anchor.get("name") or "")):
                return int(found[1])
    return None
