"""Pages saved by hand become part of the archive, as if they had been fetched today."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from orchestration.home import Home
from scrapers import html
from scrapers.councils import Council
from scrapers.errors import ScrapeError
from scrapers.ledger import Crawl, CrawlFailure
from scrapers.moderngov.pages import kind_of, self_url
from scrapers.moderngov.urls import PageAddress, PageKind, url_of
from scrapers.response import Response

CONTENT_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xml": "text/xml",
    ".txt": "text/plain",
}


def import_pages(home: Home, council: Council, folder: Path, run_id: str) -> Crawl:
    """Archive every saved page below the folder; what a page is, is told from the page."""
    started_at = datetime.now(UTC)
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in CONTENT_TYPES)
    if not paths:
        raise ScrapeError(f"{folder}: no {', '.join(CONTENT_TYPES)} file to import")
    failures = []
    with (
        home.held(council.slug, wait=True),
        home.archive.writing(council.slug, run_id) as writer,
    ):
        size = 0
        for path in paths:
            response = _saved(path)
            size += len(response.raw)
            try:
                address = _address(response)
            except ScrapeError as error:
                failures.append(_failure(council, run_id, path, error))
                writer.keep(response)
                continue
            if not address.id.startswith("saved/"):
                response = replace(response, url=url_of(council.base_url, address))
            writer.keep(response, page_key=address.key)
        crawl = Crawl(
            council=council.slug,
            run_id=run_id,
            command="import",
            started_at=started_at,
            ended_at=datetime.now(UTC),
            outcome="partial" if failures else "complete",
            requests=0,
            bytes_received=size,
        )
        writer.close(crawl, failures)
    return crawl


def _saved(path: Path) -> Response:
    """The file as an answer; its name stands for an address until the page says its own."""
    body = path.read_bytes()
    return Response(
        url=f"file:///{path.name}",
        status=200,
        reason="Saved by hand",
        headers=(("Content-Type", CONTENT_TYPES[path.suffix.lower()]),),
        raw=body,
        fetched_at=datetime.now(UTC),
    )


def _address(response: Response) -> PageAddress:
    """Which page it is: its own word for it where it has one, else the hash of its bytes."""
    page = html.decode(response.raw, response.header("Content-Type"))
    if response.url.endswith(".txt"):
        return PageAddress(PageKind.TEXT, f"saved/{_short_hash(response.raw)}")
    kind = kind_of(page)
    return self_url(page) or PageAddress(kind, f"saved/{_short_hash(response.raw)}")


def _short_hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:16]


def _failure(council: Council, run_id: str, path: Path, error: ScrapeError) -> CrawlFailure:
    return CrawlFailure(
        council=council.slug,
        run_id=run_id,
        url=f"file:///{path.name}",
        failed_at=datetime.now(UTC),
        error=type(error).__name__,
        error_message=str(error),
    )
