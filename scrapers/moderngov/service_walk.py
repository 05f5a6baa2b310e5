"""Whether the XML service is asked, and what follows from its refusals.

A refusal may be the site's bad hour or a service that is switched off. Pages tell a meeting in
other words than the service does, so they stand in only for a service that answers nobody: what a
service that answers refuses is missing until the next night, and its own page is asked for then.
"""

import logging
from dataclasses import dataclass, field
from datetime import timedelta

from scrapers.archive import Entry
from scrapers.errors import (
    CrawlStoppedError,
    PageNotFoundError,
    RobotsRefusedError,
    ScrapeError,
    SiteFailedError,
)
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.plan import Plan, as_listed
from scrapers.moderngov.site import FATAL, Site, only
from scrapers.records import Committee, ListedMeeting, Record

logger = logging.getLogger(__name__)

# A service that did not answer in two runs is asked again only after this long.
RETRY = timedelta(days=30)
# A service that fails as often in a row is not asked for further meetings in this run; one that
# answered before is given twice the time.
MOST_FAILURES = 3
MOST_LOOKED_AT = 20


def service_committees(site: Site, plan: Plan) -> tuple[list[Committee] | None, bool]:
    """The committees as the service names them, and whether there may be a service at all.

    No committees and a service that may be there: this one answer was of no use.
    """
    address = PageAddress(PageKind.SERVICE_COMMITTEES)
    if is_given_up(site, plan, address.kind):
        return None, False
    try:
        return only(Committee, site.records(address, attempts=2)), True
    except FATAL:
        raise
    except ScrapeError as error:
        logger.info("%s: no GetCommittees: %s", site.council.slug, error)
        is_busy = isinstance(error, SiteFailedError) and error.is_passing
        is_told = isinstance(error, PageNotFoundError | RobotsRefusedError | SiteFailedError)
        return None, is_busy or not is_told


def is_given_up(site: Site, plan: Plan, kind: PageKind) -> bool:
    """Whether an operation of the service gave nothing of use, run after run or again and again."""
    known = _known(site, kind)
    if not known or plan.now - known[-1].fetched_at > RETRY:
        return False
    is_told = len(known) >= MOST_FAILURES or len({entry.run_id for entry in known}) > 1
    return is_told and not any(_can_be_read(site, entry) for entry in known)


def _known(site: Site, kind: PageKind) -> list[Entry]:
    """The newest answers of an operation, oldest first."""
    answers = [
        entry
        for key, entries in site.history.answers.items()
        if key.partition(":")[0] == kind
        for entry in entries[-MOST_LOOKED_AT:]
    ]
    return sorted(answers, key=lambda entry: entry.fetched_at)[-MOST_LOOKED_AT:]


def _can_be_read(site: Site, entry: Entry) -> bool:
    kind, _, id_ = (entry.page_key or "").partition(":")
    try:
        return bool(site.archived(PageAddress(PageKind(kind), id_)))
    except ScrapeError:
        return False


@dataclass(slots=True)
class MeetingService:
    """`GetMeeting` of one site during one crawl: who is asked, and what a refusal means."""

    site: Site
    plan: Plan
    _refused: list[tuple[ListedMeeting, ScrapeError]] = field(default_factory=list)
    _by_page: list[ListedMeeting] = field(default_factory=list)
    is_given_up: bool = field(init=False)
    _has_answered: bool = field(init=False)

    def __post_init__(self) -> None:
        known = _known(self.site, PageKind.SERVICE_MEETING)
        self._has_answered = any(_can_be_read(self.site, entry) for entry in known)
        self.is_given_up = is_given_up(self.site, self.plan, PageKind.SERVICE_MEETING)

    def records(self, listed: ListedMeeting) -> list[Record] | None:
        """What the service tells of a meeting; None where it refuses, for whatever reason."""
        address = _address(listed)
        try:
            records = self.site.records(address, listing=as_listed(listed))
        except CrawlStoppedError:
            raise
        except ScrapeError as error:
            logger.info("%s: no GetMeeting: %s", self.site.council.slug, error)
            has_failed_before = any(key == address.key for _, key in self.site.history.failed)
            if has_failed_before:
                self._by_page.append(listed)
            else:
                self._refused.append((listed, error))
            return None
        self._has_answered = True
        self._note_refused()
        return records

    def left_to_pages(self, *, is_end: bool = False) -> list[ListedMeeting]:
        """The meetings to be had by their pages, as far as that can be told by now."""
        left, self._by_page = self._by_page, []
        if len(self._refused) >= MOST_FAILURES * (2 if self._has_answered else 1):
            self.is_given_up = True
        elif not is_end:
            return left
        elif self._has_answered:
            self._note_refused()
        left += [listed for listed, _ in self._refused]
        self._refused.clear()
        return left

    def _note_refused(self) -> None:
        for listed, error in self._refused:
            self.site.note(_address(listed), error)
        self._refused.clear()


def _address(listed: ListedMeeting) -> PageAddress:
    return PageAddress(PageKind.SERVICE_MEETING, str(listed.meeting_id))
