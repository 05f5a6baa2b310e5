"""The text of a PDF. The only module that knows which library reads PDFs."""

import logging
import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from scrapers.errors import EmptyPageError, PageChangedError

# A pack of reports may have a thousand pages; a letter or a report on an inspection has few.
MOST_PAGES = 200
# What broken files bring out of the library beside its own errors.
_BROKEN = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError,
           AssertionError, RecursionError, OSError)  # fmt: skip

logging.getLogger("pypdf").setLevel(logging.ERROR)


def pdf_text(body: bytes, *, url: str) -> tuple[str, int, bool]:
    """Give the text, how many pages the file has, and whether the text is of all of them."""
    if b"%PDF-" not in body[:1024]:
        raise PageChangedError(f"expected a PDF, found {body[:20]!r}: {url}")
    try:
        reader = PdfReader(BytesIO(body))
        count = len(reader.pages)
        pages = [reader.pages[number].extract_text() for number in range(min(count, MOST_PAGES))]
    except _BROKEN as error:
        raise PageChangedError(f"a PDF that cannot be read, {error}: {url}") from error
    text = "\n\n".join(words for page in pages if (words := _tidy(page)))
    if not text:
        raise EmptyPageError(f"a PDF without text, perhaps of scanned pages: {url}")
    return text, count, count <= MOST_PAGES


def _tidy(page: str) -> str:
    lines = (" ".join(line.split()) for line in page.replace("\0", "").splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
