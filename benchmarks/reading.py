"""Decisions and mentions of a page against the parse of it; ten times the text, ten the time."""

from collections.abc import Iterator

from benchmarks import sources
from benchmarks.lines import Line
from benchmarks.timing import best_of
from scrapers.minutes.decisions.reader import read_decisions
from scrapers.moderngov.meeting_documents import parse_meeting_documents
from scrapers.reading import read_items
from scrapers.records import AgendaItem, Record

BOUND = 0.5
LINEAR = 1.3  # of ten times the time, for ten times the text
_SHORT, _LONG = 200_000, 2_000_000


def measure() -> Iterator[Line]:
    for name, pages, bound in (
        ("generated meeting pages", sources.generated_pages(), BOUND),
        ("real meeting pages", sources.real_pages(), BOUND),
        ("pages on inspections alone", sources.fullest_pages(), None),
    ):
        if pages:
            yield _line(name, pages, bound)
    yield _growth()


def _line(name: str, pages: list[sources.Page], bound: float | None) -> Line:
    records = [parse_meeting_documents(page.html, url=page.url) for page in pages]
    parsed = best_of(lambda: [parse_meeting_documents(page.html, url=page.url) for page in pages])
    read = best_of(lambda: [read_items(found, council_name="Anywhere") for found in records])
    return Line(
        figure=f"read {name} ({len(pages)})",
        measured=f"{1000 * read / len(pages):.1f} ms",
        baseline=f"{1000 * parsed / len(pages):.1f} ms parse",
        ratio=read / parsed,
        bound=bound,
    )


def _growth() -> Line:
    text = "\n\n".join(_minutes())
    short, long = (
        best_of(lambda size=size: read_decisions(_item(text * (size // len(text) + 1))), times=2)
        for size in (_SHORT, _LONG)
    )
    return Line(
        figure="read ten times the minutes (2 MB)",
        measured=f"{long:.2f} s",
        baseline=f"{10 * short:.2f} s ten times 200 KB",
        ratio=long / short / 10,
        bound=LINEAR,
    )


def _minutes() -> Iterator[str]:
    for page in sources.generated_pages():
        records: list[Record] = parse_meeting_documents(page.html, url=page.url)
        for record in records:
            if isinstance(record, AgendaItem) and record.minutes_text:
                yield record.minutes_text


def _item(minutes: str) -> AgendaItem:
    return AgendaItem(item_position=1, title="Any", minutes_text=minutes)
