"""One archived page → everything it says: its records, and what the reader finds in its minutes."""

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import fields
from typing import get_args, get_type_hints

from scrapers import html
from scrapers.archive import Archive, Entry
from scrapers.errors import PageChangedError, ScrapeError
from scrapers.ledger import PageReading
from scrapers.minutes.decisions.reader import read_decisions
from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.minutes.version import READER_VERSION
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.pages import parse_page
from scrapers.pdf import pdf_text
from scrapers.records import TABLES, AgendaItem, DocumentMention, DocumentText, Record
from scrapers.withholding import NOTHING_TAKEN_DOWN, Takedown

logger = logging.getLogger(__name__)

LARGEST_NUMBER = 2**63 - 1  # that a table holds
_NUMBERS = {
    record: [
        name for name, hint in get_type_hints(record).items() if int in (hint, *get_args(hint))
    ]
    for record in TABLES.values()
}
_OF_MENTION = [field.name for field in fields(DocumentMention) if field.name != "attachment_id"]


def read_items(records: Iterable[Record], *, council_name: str) -> list[Record]:
    """The decisions and inspection mentions of every agenda item among the records."""
    items = [record for record in records if isinstance(record, AgendaItem)]
    # One reader after the other: by turns they would crowd each other out of the processor's cache.
    decisions = [read_decisions(item) for item in items]
    mentions = [read_inspection_mentions(item, council_name=council_name) for item in items]
    of_each = zip(decisions, mentions, strict=True)
    return [record for decided, mentioned in of_each for record in (*decided, *mentioned)]


def read_document(
    entry: Entry, body: bytes, *, council_name: str, takedown: Takedown = NOTHING_TAKEN_DOWN
) -> list[Record]:
    """The text of a file, and what it mentions: read like minutes, never taken for an item's."""
    text, page_count, is_whole = pdf_text(body, url=entry.url)
    number = (entry.page_key or "").partition(":")[2]
    attachment_id = int(number) if number.isdecimal() else None
    text = takedown.covered(text)
    as_minutes = AgendaItem(item_position=1, title="", minutes_text=text)
    mentions = read_inspection_mentions(as_minutes, council_name=council_name)
    return [
        DocumentText(
            document_url=entry.url,
            attachment_id=attachment_id,
            page_count=page_count,
            is_whole=is_whole,
            text=text,
        ),
        *(
            DocumentMention(
                attachment_id=attachment_id,
                **{name: getattr(mention, name) for name in _OF_MENTION},
            )
            for mention in mentions
            if mention.evidence_field == "minutes_text"
        ),
    ]


def read_entry(
    archive: Archive,
    entry: Entry,
    *,
    council_name: str,
    takedown: Takedown = NOTHING_TAKEN_DOWN,
) -> tuple[PageReading, list[Record]]:
    """Parse and read one archived page. A page that cannot be read gives its reason instead."""
    kind = (entry.page_key or "").partition(":")[0]
    records: list[Record] = []
    error: Exception | None = None
    try:
        body = archive.read(entry)
        if kind == PageKind.DOCUMENT:
            records = read_document(entry, body, council_name=council_name, takedown=takedown)
        else:
            page = html.decode(body, entry.content_type)
            said = parse_page(kind, page, url=entry.url)
            records = list(takedown.without(said, council=entry.council))
            records += read_items(records, council_name=council_name)
        _check_numbers(records, entry.url)
    except ScrapeError as refusal:
        error, records = refusal, []
    except Exception as bug:  # a fault of ours: it costs this page alone, and is told by its name
        logger.error("%s: %s", entry.url, bug, exc_info=bug)
        error, records = bug, []
    said = repr((type(error).__name__, str(error)) if error else records)
    reading = PageReading(
        council=entry.council,
        page_key=entry.page_key or "",
        source_url=entry.url,
        fetched_at=entry.fetched_at,
        page_sha256=entry.page_sha256,
        page_kind=kind,
        content_sha256=hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest(),
        reader_version=READER_VERSION,
        error=type(error).__name__ if error else None,
        error_message=str(error) if error else None,
    )
    return reading, records


def _check_numbers(records: Iterable[Record], url: str) -> None:
    for record in records:
        for name in _NUMBERS[type(record)]:
            number = getattr(record, name)
            if number is not None and number > LARGEST_NUMBER:
                raise PageChangedError(f"a number beyond all measure for {name}: {url}")
