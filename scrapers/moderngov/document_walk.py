"""Which files of a meeting are asked for: those that items about inspections come with."""

import logging
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.site import Site, only
from scrapers.records import AgendaItem, Document, Record

logger = logging.getLogger(__name__)

# Reports on inspections are a few MB; what is longer is a pack of many.
LARGEST_FILE_BYTES = 12_000_000
_ABOUT_INSPECTIONS = re.compile(
    r"\b(?:ofsted|estyn|ilacs|jtai|inspections?|inspected|inspectorate|monitoring visits?"
    r"|focused visits?|assurance visits?|annual conversation|improvement (?:notice|board|plan)s?"
    r"|statutory direction|commissioner for children|dfe adviser|care inspectorate)\b",
    re.IGNORECASE,
)


def bring_in_documents(site: Site, records: list[Record]) -> None:
    """Ask for each file about an inspection once: a file that is published does not change."""
    for document in _wanted(records):
        address = PageAddress(PageKind.DOCUMENT, str(document.attachment_id))
        is_ours = (
            urlsplit(document.document_url or "").netloc == urlsplit(site.council.base_url).netloc
        )
        if (document.size_bytes or 0) > LARGEST_FILE_BYTES:
            logger.info("%s: too long: %s", site.council.slug, document.document_url)
        elif is_ours and not site.history.last_good(address.key):
            site.had_file(address, document.document_url or "")


def _wanted(records: list[Record]) -> Iterator[Document]:
    items = {item.item_position: item for item in only(AgendaItem, records)}
    for document in only(Document, records):
        item = items.get(document.item_position or 0)
        if item is None or document.is_restricted or document.attachment_id is None:
            continue
        words = f"{item.title} {item.description or ''} {document.title}"
        if (document.file_type or "pdf") == "pdf" and _ABOUT_INSPECTIONS.search(words):
            yield document
