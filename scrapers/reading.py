"""One archived page → everything it says: its records, and what the reader finds in its minutes."""

import hashlib
from collections.abc import Iterable

from scrapers import html
from scrapers.archive import Archive, Entry
from scrapers.errors import ScrapeError
from scrapers.ledger import PageReading
from scrapers.minutes.decisions import read_decisions
from scrapers.minutes.inspections import read_inspection_mentions
from scrapers.minutes.version import READER_VERSION
from scrapers.moderngov.pages import parse_page
from scrapers.records import AgendaItem, Record


def read_items(records: Iterable[Record], *, council_name: str) -> list[Record]:
    """The decisions and inspection mentions of every agenda item among the records."""
    found: list[Record] = []
    for record in records:
        if isinstance(record, AgendaItem):
            found += read_decisions(record)
            found += read_inspection_mentions(record, council_name=council_name)
    return found


def read_entry(
    archive: Archive, entry: Entry, *, council_name: str
) -> tuple[PageReading, list[Record]]:
    """Parse and read one archived page. A page that cannot be read gives its reason instead."""
    kind = (entry.page_key or "").partition(":")[0]
    records: list[Record] = []
    error = None
    try:
        page = html.decode(archive.read(entry), entry.content_type)
        records = parse_page(kind, page, url=entry.url)
        records += read_items(records, council_name=council_name)
    except ScrapeError as refusal:
        error, records = refusal, []
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
