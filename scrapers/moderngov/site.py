"""One council's site during one crawl: ask for a page, keep every answer, remember what failed."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import TypeVar
from urllib.parse import urlsplit

from scrapers import html
from scrapers.archive import Archive, ArchiveWriter
from scrapers.client import Client
from scrapers.councils import Council
from scrapers.errors import (
    CrawlStoppedError,
    HostUnreachableError,
    PageBlockedError,
    ScrapeError,
    SiteFailedError,
)
from scrapers.gates import HostGates
from scrapers.ledger import CrawlFailure
from scrapers.moderngov.addresses import PageAddress
from scrapers.moderngov.history import History
from scrapers.moderngov.pages import parse_page
from scrapers.moderngov.urls import url_of
from scrapers.records import Record
from scrapers.response import Response

logger = logging.getLogger(__name__)

ROBOTS = "robots"
ROBOTS_HOLD = timedelta(hours=24)  # RFC 9309 §2.4
# A host that is down or shuts us out answers nothing else either: asking on costs only time-outs.
MOST_REFUSALS = 3
# These end the crawl of a council; any other error costs the one page.
FATAL = (CrawlStoppedError, HostUnreachableError)

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(slots=True)
class Site:
    """Fetches a council's pages through its client into its archive file, each at most once."""

    council: Council
    archive: Archive
    writer: ArchiveWriter
    history: History
    gates: HostGates
    stop: Event
    on_request: Callable[[], None] = lambda: None
    before_request: Callable[[], None] = lambda: None  # may raise CrawlStoppedError
    on_progress: Callable[[float], None] = lambda share: None  # from 0 to 1, of the site
    resumes: timedelta = timedelta(0)  # how old an answer of a run that was cut off still serves
    holds: timedelta = timedelta(0)  # likewise of one that ended
    failures: list[CrawlFailure] = field(default_factory=list)
    lists_all_years: bool | None = None  # on one page, if asked to
    longest_whole_list: int = 0  # of the pages known to list all meetings of a committee
    client: Client = field(init=False)
    _asking: PageAddress | None = None
    _listing: str | None = None
    _asked: set[str] = field(default_factory=set)
    _present_base: str | None = None  # where the site sent us instead of its base
    _refusals: int = 0

    def __post_init__(self) -> None:
        self.client = Client(
            self.council.base_url,
            delay_seconds=self.council.delay_seconds,
            timeout_seconds=self.council.timeout_seconds,
            gates=self.gates,
            keep=self._keep,
            sleep=self._sleep,
            robots_text=self._known_robots(),
            before_request=self.before_request,
        )

    def records(
        self, address: PageAddress, *, listing: str | None = None, attempts: int | None = None
    ) -> list[Record]:
        """Fetch a page and parse it; a second call in the same run reads it from the archive."""
        url = url_of(self.council.base_url, address)
        try:
            if address.key not in self._asked and not self._goes_on_from(address, listing):
                self._fetch(url, address, listing, attempts)
            found = self.archived(address, url=url)
        except ScrapeError as error:
            self._refusals = self._refusals + 1 if _is_refusal(error) else 0
            raise
        self._refusals = 0
        return found

    def has_asked(self, address: PageAddress) -> bool:
        """Whether a page was asked for in this run."""
        return address.key in self._asked

    def had(self, address: PageAddress, *, listing: str | None = None) -> list[Record]:
        """The records of a page; none, and a note of why, where that page alone cannot be had."""
        try:
            return self.records(address, listing=listing)
        except CrawlStoppedError:
            raise
        except ScrapeError as error:
            self.note(address, error)
            logger.warning("%s: %s: %s", self.council.slug, type(error).__name__, error)
            if self.is_shut:
                raise
            return []

    def had_file(self, address: PageAddress, url: str) -> None:
        """Fetch a file from the address it is listed at; what it says is read later."""
        if address.key in self._asked:
            return
        try:
            self._fetch(url, address, None)
        except CrawlStoppedError:
            raise
        except ScrapeError as error:
            self.note(address, error)
            logger.warning("%s: %s: %s", self.council.slug, type(error).__name__, error)

    def archived(self, address: PageAddress, *, url: str | None = None) -> list[Record]:
        """Parse the newest archived answer of a page, without asking for it."""
        entry = self.history.last_good(address.key)
        if entry is None:
            raise ScrapeError(f"{address.key} of {self.council.slug} was never fetched")
        page = html.decode(self.archive.read(entry), entry.content_type)
        return parse_page(address.kind, page, url=url or entry.url)

    def page(self, address: PageAddress) -> str:
        """The text of the newest archived answer of a page."""
        entry = self.history.last_good(address.key)
        page = html.decode(self.archive.read(entry), entry.content_type) if entry else ""
        return "" if html.is_too_long(page) else page

    def note(self, address: PageAddress, error: ScrapeError) -> None:
        """Remember that a page could not be had; the crawl goes on with the next one."""
        self.failures.append(
            CrawlFailure(
                council=self.council.slug,
                run_id=self.writer.run_id,
                page_key=address.key,
                url=url_of(self.council.base_url, address),
                failed_at=datetime.now(UTC),
                error=type(error).__name__,
                error_message=str(error),
            )
        )

    def _goes_on_from(self, address: PageAddress, listing: str | None) -> bool:
        """Whether a run that was cut off lately had the page as it is listed, and readable."""
        last = self.history.last_good(address.key)
        if last is None or last.listing != listing:
            return False
        serves = self.resumes if last.run_id in self.history.resumable else self.holds
        if datetime.now(UTC) - last.fetched_at > serves:
            return False
        try:
            self.archived(address)
        except ScrapeError:
            return False
        return True

    def _fetch(
        self, url: str, address: PageAddress, listing: str | None, attempts: int | None = None
    ) -> None:
        if self.stop.is_set():
            self._sleep(0)
        self._asking, self._listing = address, listing
        self._asked.add(address.key)
        base = self._present_base or self.council.base_url
        asked = url.replace(self.council.base_url, base, 1)
        came_from = self.client.fetch(asked, attempts=attempts).url
        # A site that sends each page on (to https, say) shall not be asked twice for each.
        page = url.removeprefix(self.council.base_url)
        if came_from != asked and came_from.endswith(page):
            self._present_base = came_from.removesuffix(page)

    @property
    def goes_on(self) -> bool:
        """Whether this run is to complete one that was cut off."""
        return bool(self.history.resumable and self.resumes)

    @property
    def is_shut(self) -> bool:
        """Whether the last few answers were none, or refusals."""
        return self._refusals >= MOST_REFUSALS

    def _keep(self, response: Response) -> None:
        is_robots = urlsplit(response.url).path == "/robots.txt"
        key = ROBOTS if is_robots or self._asking is None else self._asking.key
        listing = None if is_robots else self._listing
        entry = self.writer.keep(response, page_key=key, listing=listing)
        self.history.answers.setdefault(key, []).append(entry)
        self.on_request()

    def _sleep(self, seconds: float) -> None:
        if self.stop.wait(seconds):
            raise CrawlStoppedError(f"the crawl of {self.council.slug} was asked to stop")

    def _known_robots(self) -> str | None:
        """A robots.txt is good for a day; a site without one has told us so for as long."""
        entry = self.history.last(ROBOTS)
        if entry is None or datetime.now(UTC) - entry.fetched_at > ROBOTS_HOLD:
            return None
        if entry.status == 200:
            return html.decode(self.archive.read(entry), entry.content_type)
        return "" if entry.status in {400, 401, 403, 404, 410} else None


def _is_refusal(error: ScrapeError) -> bool:
    """Whether the host itself says no, or nothing, and would to any other page."""
    is_busy = isinstance(error, SiteFailedError) and error.is_passing
    return is_busy or isinstance(error, HostUnreachableError | PageBlockedError)


def only(kind: type[AnyRecord], records: list[Record]) -> list[AnyRecord]:
    return [record for record in records if isinstance(record, kind)]
