"""The pages that are measured on: those of the sample councils, and real ones where they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scrapers.samples.loading import load_stories
from scrapers.samples.pages import meeting_documents
from scrapers.samples.story import Story

_SHARED = Path(__file__).parents[2] / "shared"
GOLD = _SHARED / "gold"
REAL_PAGES = _SHARED / "moderngov" / "pages"
_MEETING_PAGES = "*ieListDocuments*.html"
# Of the eight real pages: 19 KB of the council's own site stand around ModernGov's part, whose
# table of items holds 29 KB.
_SITE_KB, _TABLE_KB = 19, 29
_LINK = '<li class="nav-item"><a class="nav-link" href="/services/page-{0}">Service {0}</a></li>\n'
_FULLEST_REPEATED = 4


class Page(NamedTuple):
    name: str
    html: str
    url: str


def generated_pages() -> list[Page]:
    """A meeting page of every sample council, of the size and make-up of real ones: the items of
    its longest meetings in one table, within the council's site.
    """
    pages = []
    for slug, story in load_stories().items():
        meetings = sorted(_meeting_pages(story), key=len, reverse=True)
        table = _table(_rows(html) for html in meetings)
        html = _within_a_site(meetings[0].replace(_rows(meetings[0]), table))
        pages.append(Page(slug, html, f"https://{slug}.test/ieListDocuments.aspx"))
    return pages


def fullest_pages() -> list[Page]:
    """The longest meeting of every sample council, which is about an inspection, several times
    over with nothing around it: twice as full of minutes as real pages are.
    """
    pages = []
    for slug, story in load_stories().items():
        html = max(_meeting_pages(story), key=len)
        html = html.replace(_rows(html), _rows(html) * _FULLEST_REPEATED)
        pages.append(Page(slug, html, f"https://{slug}.test/ieListDocuments.aspx"))
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


def _meeting_pages(story: Story) -> list[str]:
    pages = (meeting_documents(story, {"mid": str(meeting.id)}) for meeting in story.meetings)
    return [html for html in pages if html and "mgItemTable" in html]


def _rows(html: str) -> str:
    """The rows of a page's table of items."""
    start = html.index("<tr", html.index("</th>"))
    return html[start : html.rindex("</tr>") + len("</tr>")]


def _table(rows: Iterator[str]) -> str:
    """As many meetings' rows as fill the table of a real page."""
    table = ""
    while len(table) < 1000 * _TABLE_KB:
        table += next(rows)
    return table


def _within_a_site(html: str) -> str:
    links = "".join(_LINK.format(place) for place in range(1000 * _SITE_KB // len(_LINK)))
    return html.replace("<body>", f"<body>\n<nav><ul>\n{links}</ul></nav>")
