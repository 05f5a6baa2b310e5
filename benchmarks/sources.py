"""The pages that are measured on: those of the sample councils, and real ones where they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scrapers.samples.loading import load_stories
from scrapers.samples.pages import meeting_documents

_SHARED = Path(__file__).parents[2] / "shared"
GOLD = _SHARED / "gold"
REAL_PAGES = _SHARED / "moderngov" / "pages"
_MEETING_PAGES = "*ieListDocuments*.html"
_ITEMS_REPEATED = 4  # sample meetings are short; real ones hold some 50 KB


class Page(NamedTuple):
    name: str
    html: str
    url: str


def generated_pages() -> list[Page]:
    """A meeting page of every sample council, of the size of real ones."""
    pages = []
    for slug, story in load_stories().items():
        html = max(
            filter(None, (meeting_documents(story, {"mid": str(m.id)}) for m in story.meetings)),
            key=len,
        )
        pages.append(Page(slug, _lengthened(html), f"https://{slug}.test/ieListDocuments.aspx"))
    return pages


def real_pages() -> list[Page]:
    return [
        Page(path.stem, path.read_text(encoding="utf-8", errors="replace"), _url(path))
        for path in _real_paths()
    ]


def _real_paths() -> Iterator[Path]:
    yield from sorted(REAL_PAGES.glob(_MEETING_PAGES))


def _url(path: Path) -> str:
    return f"https://{path.stem.partition('__')[0]}.test/ieListDocuments.aspx"


def _lengthened(html: str) -> str:
    """The same page with the rows of its table of items several times over."""
    start = html.index("<tr", html.index("mgItemTable"))
    end = html.rindex("</tr>") + len("</tr>")
    return html[:start] + html[start:end] * _ITEMS_REPEATED + html[end:]
