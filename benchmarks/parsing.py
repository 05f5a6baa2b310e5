"""Page to records against what every scraper pays before it starts: Beautiful Soup's tree."""

from collections.abc import Iterator

import lxml.html
from bs4 import BeautifulSoup

from benchmarks import sources
from benchmarks.lines import Line
from benchmarks.timing import best_of
from scrapers.moderngov.meeting_documents import parse_meeting_documents

BOUND = 1.0


def measure() -> Iterator[Line]:
    for name, pages in (
        ("generated meeting pages", sources.generated_pages()),
        ("real meeting pages", sources.real_pages()),
    ):
        if pages:
            yield _line(name, pages)


def _line(name: str, pages: list[sources.Page]) -> Line:
    parsed = best_of(lambda: [parse_meeting_documents(page.html, url=page.url) for page in pages])
    tree = best_of(lambda: [BeautifulSoup(page.html, "lxml") for page in pages])
    bare = best_of(lambda: [lxml.html.document_fromstring(page.html.encode()) for page in pages])
    size = sum(len(page.html) for page in pages) / len(pages) / 1000
    return Line(
        figure=f"parse {name} ({len(pages)}, {size:.0f} KB)",
        measured=f"{1000 * parsed / len(pages):.1f} ms",
        baseline=f"{1000 * tree / len(pages):.1f} ms bs4+lxml tree",
        ratio=parsed / tree,
        bound=BOUND,
        limit=f"{bare / tree:.2f} lxml alone",
    )
