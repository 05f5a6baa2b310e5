"""One meeting: by which of its pages it is had, and what hangs on them.

The service tells all in one answer. Where it does not answer, that is the meeting's own page, one
page for each item whose minutes that page cuts short, and the attendance page it links to.
"""

import logging
import re
from dataclasses import dataclass

from scrapers.archive import Entry
from scrapers.errors import CrawlStoppedError, ScrapeError
from scrapers.moderngov.committee_walk import addresses_of, last_good
from scrapers.moderngov.document_walk import bring_in_documents
from scrapers.moderngov.plan import GIVEN_UP_AFTER, SETTLED_AFTER, Plan, as_listed
from scrapers.moderngov.site import Site, only
from scrapers.moderngov.urls import PageAddress, PageKind
from scrapers.records import AgendaItem, ListedMeeting, Record

logger = logging.getLogger(__name__)

# A service that fails as often in a row is not asked for further meetings in this run.
MOST_SERVICE_FAILURES = 2
_MINUTED = re.compile(r"<minutepublished>\s*true", re.IGNORECASE)
_ATTENDANCE_LINK = re.compile(r"mgmeetingattendance\.aspx", re.IGNORECASE)


@dataclass(slots=True)
class MeetingWalk:
    """Asks for the meetings of one council, one after the other."""

    site: Site
    plan: Plan
    service_failures: int = 0
    has_rechecked: bool = False

    def __post_init__(self) -> None:
        # A run that goes on from one that was cut off asks for what that one lacks, nothing else.
        self.has_rechecked = self.site.goes_on

    def bring_in(self, listed: ListedMeeting, *, by_service: bool) -> list[Record]:
        """Ask for what the plan wants of a meeting; give what is known of it by now, if it did."""
        last = last_good(self.site, listed)
        is_cut_off = (
            last is not None
            and last.run_id in self.site.history.cut_off
            and self.plan.covers(listed)
        )
        if self.plan.wants(listed, last, is_minuted=self._is_minuted(listed)):
            address, records = self._ask(listed, by_service=by_service)
        elif last and (is_cut_off or (self.plan.wants_more and self.plan.covers(listed))):
            # What hangs on a page that was had may be missing: that page itself need not be asked
            # for again.
            service, page = addresses_of(listed)
            address = service if (last.page_key or "") == service.key else page
            try:
                records = self.site.archived(address)
            except ScrapeError:
                address, records = self._ask(listed, by_service=by_service)
        elif last and not self.has_rechecked and self.plan.rechecks(listed):
            self.has_rechecked = True
            return self._recheck(listed, last, by_service=by_service)
        else:
            return []
        self._follow(listed, address, records)
        return records

    def _ask(self, listed: ListedMeeting, *, by_service: bool) -> tuple[PageAddress, list[Record]]:
        """A meeting by the service, else by its page."""
        service, page = addresses_of(listed)
        refusal: ScrapeError | None = None
        if by_service and self.service_failures < MOST_SERVICE_FAILURES:
            try:
                records = self.site.records(service, listing=as_listed(listed))
            except CrawlStoppedError:
                raise
            except ScrapeError as error:
                logger.info("%s: no GetMeeting: %s", self.site.council.slug, error)
                self.service_failures += 1
                refusal = error
            else:
                self.service_failures = 0
                return service, records
        records = self.site.had(page, listing=as_listed(listed))
        if refusal and not records:
            self.site.note(service, refusal)
        return page, records

    def _recheck(self, listed: ListedMeeting, last: Entry, *, by_service: bool) -> list[Record]:
        """Look at a settled meeting again; say so where it was not as settled as thought."""
        service, page = addresses_of(listed)
        try:
            known = self.site.archived(service if last.page_key == service.key else page)
        except ScrapeError:
            known = []
        address, records = self._ask(listed, by_service=by_service)
        if records and records != known:
            said = len(set(records) - set(known))
            logger.warning(
                "%s: a re-check of %s found %d records that had been missed",
                self.site.council.slug, address.key, said,
            )  # fmt: skip
            self._follow(listed, address, records)
        return records

    def _follow(self, listed: ListedMeeting, address: PageAddress, records: list[Record]) -> None:
        for item in only(AgendaItem, records):
            if item.is_truncated and item.item_id is not None:
                self._had_since(PageAddress(PageKind.AGENDA_ITEM, str(item.item_id)), listed)
        is_past = listed.held_on <= self.plan.now.date()
        is_page = address.kind is PageKind.MEETING_DOCUMENTS and bool(records)
        is_wanted = self.plan.wants_attendances and is_past and is_page
        if is_wanted and _ATTENDANCE_LINK.search(self.site.page(address)):
            id_ = str(listed.meeting_id)
            self._had_since(PageAddress(PageKind.MEETING_ATTENDANCE, id_), listed)

        if self.plan.documents:
            bring_in_documents(self.site, records)

    def _had_since(self, address: PageAddress, listed: ListedMeeting) -> None:
        """Ask for a page that hangs on a meeting's, unless it was had since that one."""
        meeting = self.site.history.last_good(addresses_of(listed)[1].key)
        last = self.site.history.last_good(address.key)
        if last is None or (meeting and last.fetched_at < meeting.fetched_at):
            self.site.had(address, listing=as_listed(listed))

    def _is_minuted(self, listed: ListedMeeting) -> bool:
        """Whether the service's last word on a meeting was that its minutes are published."""
        age = self.plan.now.date() - listed.held_on
        if not SETTLED_AFTER < age <= GIVEN_UP_AFTER:
            return False  # then they make no difference
        return bool(_MINUTED.search(self.site.page(addresses_of(listed)[0])))
