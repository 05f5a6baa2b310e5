"""What a page costs in the archive, index and requests included, against its raw bytes."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import sources
from benchmarks.lines import Line
from scrapers.archive import Archive
from scrapers.response import Response

BOUND = 0.25


def measure() -> Iterator[Line]:
    for name, pages in (
        ("generated meeting pages", sources.generated_pages()),
        ("real meeting pages", sources.real_pages()),
    ):
        if pages:
            yield _line(name, pages)


def _line(name: str, pages: list[sources.Page]) -> Line:
    raw = sum(len(page.html.encode()) for page in pages)
    with TemporaryDirectory() as folder:
        with Archive(Path(folder)).writing("anywhere", "20260101T000000") as archive:
            for place, page in enumerate(pages):
                archive.keep(_response(page), page_key=f"meeting:{place}")
        kept = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    return Line(
        figure=f"archive {name} ({len(pages)})",
        measured=f"{kept / len(pages) / 1000:.1f} KB",
        baseline=f"{raw / len(pages) / 1000:.1f} KB raw",
        ratio=kept / raw,
        bound=BOUND,
    )


def _response(page: sources.Page) -> Response:
    return Response(
        url=page.url,
        status=200,
        reason="OK",
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        raw=page.html.encode(),
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
