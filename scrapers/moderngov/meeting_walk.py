"""One meeting: by which of its pages it is had, and what hangs on them.

The service tells all in one answer. Where it does not answer, that is the meeting's own page, one
page for each item whose minutes that page cuts short, and the attendance page it links to.
"""

import logging
import re
from dataclasses import dataclass, field
from math import inf

from scrapers.archive import Entry
from scrapers.errors import ScrapeError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.committee_walk import addresses_of, is_news, last_good
from scrapers.moderngov.document_walk import bring_in_documents
from scrapers.moderngov.legacy_meeting import shown_documents
from scrapers.moderngov.plan import GIVEN_UP_AFTER, SETTLED_AFTER, Plan, as_listed
from scrapers.moderngov.service_walk import MeetingService
from scrapers.moderngov.site import Site, only
from scrapers.records import AgendaItem, ListedMeeting, Record

logger = logging.getLogger(__name__)

_MINUTED = re.compile(r"<minutepublished>\s*true", re.IGNORECASE)
_ATTENDANCE_LINK = re.compile(r"mgmeetingattendance\.aspx", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Known:
    """A meeting that was had, and may have changed without its list telling."""

    listed: ListedMeeting
    last: Entry
    overdue: float
    is_settled: bool = False


@dataclass(slots=True)
class MeetingWalk:
    """Asks for the meetings of one council, one after the other."""

    site: Site
    plan: Plan
    requests_for_news: int = 0
    _known: list[_Known] = field(default_factory=list)
    _service: MeetingService = field(init=False)

    def __post_init__(self) -> None:
        self._service = MeetingService(self.site, self.plan)

    def bring_in(self, listed: ListedMeeting, *, by_service: bool) -> None:
        """Ask for a meeting where there is news of it; else remember it for `look_again`."""
        last = last_good(self.site, listed)
        asked_before = self.site.client.receipt.requests
        if self.plan.wants(listed, last) or is_news(self.site, self.plan, listed):
            self._ask(listed, by_service=by_service)
        elif last and self._is_incomplete(listed, last):
            # What hangs on a page that was had may be missing: that page itself need not be asked
            # for again.
            address = _had_by(listed, last)
            try:
                self._follow(listed, address, self.site.archived(address))
            except ScrapeError:
                self._ask(listed, by_service=by_service)
        elif last:
            self._remember(listed, last)
        self.requests_for_news += self.site.client.receipt.requests - asked_before

    def look_again(self, most: int | None) -> None:
        """Ask again for what was had, the longest overdue first; for all of it if no `most`."""
        known = sorted(self._known, key=lambda known: known.overdue, reverse=True)
        for one in known[:most]:
            self._look_again_at(one)

    def finish(self) -> None:
        """See to the meetings that the service refused, and nothing after them told why."""
        for listed in self._service.left_to_pages(is_end=True):
            self._have_by_page(listed)

    def _is_incomplete(self, listed: ListedMeeting, last: Entry) -> bool:
        is_cut_off = last.run_id in self.site.history.cut_off
        is_unfinished = is_cut_off and listed.committee_id in self.site.history.unfinished
        return self.plan.covers(listed) and (is_unfinished or self.plan.wants_more)

    def _remember(self, listed: ListedMeeting, last: Entry) -> None:
        overdue = self.plan.overdue(listed, last, is_minuted=self._is_minuted(listed))
        has_chosen = any(known.is_settled for known in self._known)
        if overdue >= 1:
            self._known.append(_Known(listed, last, overdue))
        # A run that goes on from one that was cut off asks for what that one lacks, no more.
        elif overdue == 0 and not (has_chosen or self.site.goes_on) and self.plan.rechecks(listed):
            self._known.append(_Known(listed, last, inf, is_settled=True))

    def _ask(self, listed: ListedMeeting, *, by_service: bool) -> None:
        if by_service and not self._service.is_given_up:
            records = self._service.records(listed)
            if records is not None:
                self._follow(listed, addresses_of(listed)[0], records)
            for refused in self._service.left_to_pages():
                self._have_by_page(refused)
        else:
            self._have_by_page(listed)

    def _have_by_page(self, listed: ListedMeeting) -> None:
        page = addresses_of(listed)[1]
        self._follow(listed, page, self.site.had(page, listing=as_listed(listed)))

    def _look_again_at(self, known: _Known) -> None:
        """Follow what changed; say so where a meeting was not as settled as thought."""
        listed = known.listed
        address = _had_by(listed, known.last)
        try:
            before = self.site.archived(address)
        except ScrapeError:
            before = []
        now = self.site.had(address, listing=as_listed(listed))
        if not now or now == before:
            return
        if known.is_settled:
            logger.warning(
                "%s: a re-check of %s found %d records that had been missed",
                self.site.council.slug, address.key, len(set(now) - set(before)),
            )  # fmt: skip
        self._follow(listed, address, now)

    def _follow(self, listed: ListedMeeting, address: PageAddress, records: list[Record]) -> None:
        for item in only(AgendaItem, records):
            if item.is_truncated and item.item_id is not None:
                self._had_since(PageAddress(PageKind.AGENDA_ITEM, str(item.item_id)), listed)
        for shown in shown_documents(records):
            self._had_since(shown, listed)
        is_page = address.kind is PageKind.MEETING_DOCUMENTS and bool(records)
        if self.plan.wants_attendances and is_page:
            self._follow_attendance(listed, address)
        if self.plan.documents:
            bring_in_documents(self.site, records)

    def _follow_attendance(self, listed: ListedMeeting, page: PageAddress) -> None:
        """Ask who came; of a meeting to come, once who is expected."""
        address = PageAddress(PageKind.MEETING_ATTENDANCE, str(listed.meeting_id))
        is_past = listed.held_on <= self.plan.now.date()
        if (is_past or not self.site.history.last(address.key)) and _ATTENDANCE_LINK.search(
            self.site.page(page)
        ):
            self._had_since(address, listed)

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


def _had_by(listed: ListedMeeting, last: Entry) -> PageAddress:
    service, page = addresses_of(listed)
    return service if last.page_key == service.key else page
