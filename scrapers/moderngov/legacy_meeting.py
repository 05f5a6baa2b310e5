"""`ceListDocuments.aspx?MeetingId=…`, "Meeting documents": a meeting taken over from elsewhere.

Its page lists the files there are, or shows one of them whole: F= names a Word page that stands
inline. Meeting and committee have ids of the older system, so such a meeting is known by its
committee's name and its day. Nobody keeps the markup of these pages: they are read by their links.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov import documents
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.item_body import flat
from scrapers.moderngov.labels import read_sitting
from scrapers.moderngov.moments import date_in, time_in
from scrapers.moderngov.sittings import committee_in_heading, sitting_of
from scrapers.moderngov.urls import absolute, address_of, url_of
from scrapers.records import AgendaItem, Document, Meeting, Record

HEADING = re.compile(r"meeting documents|dogfennau.{0,6} cyfarfod", re.IGNORECASE)
_NOTHING = re.compile(r"\bno documents\b|\bnid oes\b.{0,20}dd?ogfennau", re.IGNORECASE)
_MINUTES = re.compile(r"minutes|\bch?ofnodion\b|\bdecisions?\b|\bph?enderfyniad", re.IGNORECASE)
# "MINUTES of the meeting of Cabinet held on …", where nothing else says what the page shows.
_OPENS_MINUTES = re.compile(r"(?:draft )?minutes(?: of (?:the|a) .{0,200})?", re.IGNORECASE)
_WORD = re.compile(r"^(?:Word)?Section\d+$|^mgWordPara$|^Mso")
_KINDS = (("agenda", "agenda_frontsheet"), ("minutes", "minutes"), ("decision", "decisions"))


def parse_legacy_meeting(page: str, *, url: str) -> list[Record]:
    """Give the meeting, the document that is shown as its item, and every document listed."""
    tree = html.parse(page)
    root = tree.find(id="modgov") or tree
    if not HEADING.search(html.heading(root)):
        raise PageChangedError(f"expected the heading 'Meeting documents', found another: {url}")
    asked = _own_address(url)
    listed = _listed(root, url)
    shown = _shown(root, asked)
    if not listed and shown is None and not _NOTHING.search(html.text(root)):
        raise PageChangedError(f"expected some link to a document, found none: {url}")
    name = _name(root, asked)
    is_minutes = shown is not None and _is_minutes(name, shown)
    has_minutes = is_minutes or any(one.document_kind == "minutes" for one in listed)
    meeting = _meeting(root, tree, url, asked, has_minutes=has_minutes)
    item = AgendaItem(
        item_position=1,
        title=name or html.heading(root),
        committee_id=meeting.committee_id,
        committee_name=meeting.committee_name,
        held_on=meeting.held_on,
        description=None if is_minutes else shown,
        minutes_text=shown if is_minutes else None,
    )
    return [meeting, *([item] if shown else []), *listed]


def shown_documents(records: list[Record]) -> Iterator[PageAddress]:
    """The pages that show minutes and decisions of such a meeting."""
    for record in records:
        if isinstance(record, Document) and record.document_kind in ("minutes", "decisions"):
            address = _own_address(record.document_url or "")
            if address and "/" in address.id:
                yield address


def _own_address(url: str) -> PageAddress | None:
    address = address_of(url)
    return address if address and address.kind is PageKind.LEGACY_MEETING else None


def _meeting(
    root: html.Tag, tree: html.Tag, url: str, asked: PageAddress | None, *, has_minutes: bool
) -> Meeting:
    title = html.first(root, "h2")
    words = html.text(title) if title else ""
    sitting = read_sitting(words)
    day = asked.day if asked and asked.day else ""
    said = sitting or (None if date_in(day) else sitting_of(root, tree))
    held_on = said.held_on if said else date_in(day)
    if held_on is None:
        raise PageChangedError(f"no date in 'h2.mgSubTitleTxt', DF= or title: {url}")
    is_shown = asked is not None and "/" in asked.id
    return Meeting(
        committee_id=committee_in_heading(root),
        committee_name=(sitting.committee_name if sitting else words) or None,
        held_on=held_on,
        starts_at_local=(sitting.starts_at_local if sitting else None) or time_in(day),
        heading=html.heading(root),
        stated_status=sitting.stated_status if sitting else None,
        minutes_status="published" if has_minutes else None,
        is_whole=not is_shown,
    )


def _listed(root: html.Tag, url: str) -> list[Document]:
    """Read each link to a file, or to a page that shows one; the same file once."""
    asked = _own_address(url)
    found: dict[str | None, Document] = {}
    for link in html.each(root, "a"):
        href = str(link.get("href") or "")
        address = _own_address(href)
        if not html.text(link) or not (documents.is_file(href) or (address and "/" in address.id)):
            continue
        document = documents.named(link, _kind(html.text(link)), url=url)
        if address:
            shown_at = url_of("", _as_asked(address, asked)).lstrip("/")
            document = replace(document, document_url=absolute(url, shown_at))
        found.setdefault(document.document_url, document)
    return list(found.values())


def _as_asked(address: PageAddress, asked: PageAddress | None) -> PageAddress:
    """A document has one address, whichever of committee and day a link leaves out."""
    if asked is None:
        return address
    committee_id = address.committee_id or asked.committee_id
    return replace(address, committee_id=committee_id, day=address.day or asked.day)


def _kind(title: str) -> str:
    words = title.lower()
    return next((kind for word, kind in _KINDS if word in words), documents.kind_of(title))


def _name(root: html.Tag, asked: PageAddress | None) -> str | None:
    """What the document that is shown is called: by the link to it, else by its file."""
    if asked is None or "/" not in asked.id:
        return None
    for link in html.each(root, "a"):
        if _own_address(str(link.get("href") or "")) == asked and html.text(link):
            return documents.title_of(link)
    return PurePosixPath(asked.id).stem


def _shown(root: html.Tag, asked: PageAddress | None) -> str | None:
    """The words of the document that stands inline; None where the page only lists documents."""
    title = html.first(root, "h2") or html.first(root, "h1")
    blocks = html.below(root, title) if title else html.children(root)
    is_word = any(_WORD.match(name) for tag in root.find_all(True) for name in _classes(tag))
    if not is_word and (asked is None or "/" not in asked.id):
        return None
    words = [_words(block) for block in flat(blocks) if not _is_menu(block)]
    return "\n\n".join(part for part in words if part) or None


def _classes(tag: html.Tag) -> list[str]:
    return str(tag.get("class") or "").split()


def _words(block: html.Tag | str) -> str | None:
    return " ".join(block.split()) if isinstance(block, str) else html.prose(block)


def _is_menu(block: html.Tag | str) -> bool:
    """Tell what holds nothing but links to documents."""
    if isinstance(block, str):
        return False
    linked = "".join(html.text(link) for link in html.each(block, "a"))
    if block.name == "a":
        linked = html.text(block)
    return bool(linked) and _letters(linked) == _letters(html.text(block))


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words)


def _is_minutes(name: str | None, shown: str) -> bool:
    """Tell minutes from an agenda or a report, in which "RESOLVED" is no decision."""
    if name and (_MINUTES.search(name) or re.search(r"agenda|report", name, re.IGNORECASE)):
        return bool(_MINUTES.search(name))
    opening = [line.strip() for line in shown.splitlines() if line.strip()][:4]
    return any(_OPENS_MINUTES.fullmatch(line) for line in opening)
