"""Pages saved by hand become part of the archive, as if they had been fetched today.

What a file is is told from what stands in it, never from its name.
"""

import email
import email.policy
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from orchestration.home import Home
from scrapers import html
from scrapers.councils import Council
from scrapers.errors import PageChangedError, ScrapeError
from scrapers.ledger import Crawl, CrawlFailure
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.pages import kind_of, own_hosts, parse_page, self_url
from scrapers.moderngov.urls import url_of
from scrapers.response import LARGEST_PAGE_BYTES, Response

# Browsers put the pictures and scripts of "Page.html" into "Page_files".
_PARTS_FOLDER = re.compile(r"_files$|^__MACOSX$|^\.")
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|div|table|h1)\b", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml|committees|getmeetings|meeting|rss)\b", re.IGNORECASE)
_PLAIN_NAMES = {".txt", ".text", ".md", ""}


def import_pages(home: Home, council: Council, folder: Path, run_id: str) -> Crawl:
    """Archive every saved page below the folder; what cannot be read is noted, the rest goes on."""
    started_at = datetime.now(UTC)
    paths = sorted(_saved_below(folder))
    if not paths:
        raise ScrapeError(f"{folder}: no saved page to import")
    others = {
        host: other.name
        for other in home.registry().councils.values()
        for host in other.hosts - council.hosts
    }
    failures = []
    with (
        home.held(council.slug, wait=True),
        home.archive.writing(council.slug, run_id) as writer,
    ):
        size = 0
        for path in paths:
            response = _saved(path)
            size += len(response.raw)
            address: PageAddress | None = None
            try:
                response = _with_content(path, response)
                address = _address(response, others)
                if not address.id.startswith("saved/"):
                    response = replace(response, url=url_of(council.base_url, address))
                parse_page(address.kind, _text(response), url=response.url)
            except ScrapeError as error:
                failures.append(_failure(council, run_id, path, address, error))
            writer.keep(response, page_key=address.key if address else None)
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


def _saved_below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(_PARTS_FOLDER.search(part) for part in parts):
            yield path


def _saved(path: Path) -> Response:
    """The file as an answer; its name stands for an address until the page says its own."""
    return Response(
        url=f"file:///{path.name}",
        status=200,
        reason="Saved by hand",
        headers=(),
        raw=path.read_bytes(),
        fetched_at=datetime.now(UTC),
    )


def _with_content(path: Path, response: Response) -> Response:
    """The answer with its content type, as its bytes tell it; what is no text is refused."""
    if len(response.raw) > LARGEST_PAGE_BYTES:
        raise PageChangedError(f"{path.name} is longer than any page")
    if response.raw[:200].lstrip().lower().startswith((b"from: <saved by", b"mime-version:")):
        response = replace(response, raw=_out_of_web_archive(path, response.raw))
    page = html.decode(response.raw, None)
    control = sum(1 for sign in page[:4000] if sign < " " and sign not in "\t\r\n\f")
    if "\0" in page or control > 8:
        raise PageChangedError(f"{path.name} is no page: it holds something else than text")
    if _XML.match(page.lstrip("\ufeff")) and not re.search("<html", page[:2000], re.IGNORECASE):
        kind = "text/xml"
    elif _MARKUP.search(page[:20_000]):
        kind = "text/html"
    elif path.suffix.lower() in _PLAIN_NAMES:
        kind = "text/plain"
    else:
        raise PageChangedError(f"{path.name} is neither a page nor the text of one")
    return replace(response, headers=(("Content-Type", kind),))


def _out_of_web_archive(path: Path, raw: bytes) -> bytes:
    """The page in an .mhtml file, which is a mail message with the page as its first part."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return body
    raise PageChangedError(f"{path.name}: no page in the web archive")


def _address(response: Response, others: dict[str, str]) -> PageAddress:
    """Which page it is: its own word for it where it has one, else the hash of its bytes."""
    saved = f"saved/{hashlib.sha256(response.raw).hexdigest()[:16]}"
    if response.header("Content-Type") == "text/plain":
        return PageAddress(PageKind.TEXT, saved)
    page = _text(response)
    # A page in the wrong folder would become another council's facts.
    if strange := sorted(own_hosts(page) & others.keys()):
        raise PageChangedError(f"the page is of {others[strange[0]]}: it came from {strange[0]}")
    kind = kind_of(page)
    return self_url(page) or PageAddress(kind, saved)


def _text(response: Response) -> str:
    return html.decode(response.raw, response.header("Content-Type"))


def _failure(
    council: Council, run_id: str, path: Path, address: PageAddress | None, error: ScrapeError
) -> CrawlFailure:
    return CrawlFailure(
        council=council.slug,
        run_id=run_id,
        page_key=address.key if address else None,
        url=f"file:///{path.name}",
        failed_at=datetime.now(UTC),
        error=type(error).__name__,
        error_message=f"{path.name}: {error}",
    )
