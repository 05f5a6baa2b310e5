"""The meetings of one committee: which pages of its list are asked for, and how far back.

Where a whole history is wanted, the walk begins with the newest meetings. A site that offers years
to choose from is asked for all of them at once; one that passes over that leads to earlier meetings
by a link, or through the years: what asks for less is followed. What is asked for of each meeting
is in `meeting_walk`.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from scrapers.archive import Entry
from scrapers.errors import CrawlStoppedError, PageChangedError, ScrapeError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.all_years import ALL_YEARS, lists_all_years
from scrapers.moderngov.meeting_list import earlier_url, later_url, years_offered
from scrapers.moderngov.plan import Plan
from scrapers.moderngov.site import Site, only
from scrapers.moderngov.urls import address_of
from scrapers.records import Committee, ListedMeeting

logger = logging.getLogger(__name__)

# Fifteen meetings a page, or four: no committee has met more often. A list that goes on leads
# nowhere, or round and round.
MOST_PAGES = 500
# Councils plan their meetings for a year or two.
FURTHEST_AHEAD = timedelta(days=1000)


def listed_meetings(site: Site, plan: Plan, committee: Committee) -> Iterator[ListedMeeting]:
    """The meetings of a committee, about newest first, as far as the plan and the news reach."""
    return _ListWalk(site, plan, committee.committee_id).meetings()


def last_good(site: Site, listed: ListedMeeting) -> Entry | None:
    """The newest answer about a meeting, whichever way it was asked for."""
    found = [site.history.last_good(address.key) for address in addresses_of(listed)]
    return max((e for e in found if e), key=lambda entry: entry.fetched_at, default=None)


def addresses_of(listed: ListedMeeting) -> tuple[PageAddress, PageAddress]:
    """A meeting as the service tells it, and its own page; one without a number has that alone."""
    if listed.legacy_page and (legacy := address_of(listed.legacy_page)):
        return legacy, legacy
    id_ = str(listed.meeting_id)
    return (
        PageAddress(PageKind.SERVICE_MEETING, id_),
        PageAddress(PageKind.MEETING_DOCUMENTS, id_, listed.committee_id),
    )


def is_news(site: Site, plan: Plan, listed: ListedMeeting) -> bool:
    """Whether a meeting was never had, or only by a run that did not end or went badly."""
    last = last_good(site, listed)
    return plan.covers(listed) and (last is None or site.history.is_doubtful(last))


@dataclass(slots=True)
class _ListWalk:
    """One committee's list, page by page."""

    site: Site
    plan: Plan
    committee_id: int
    seen: set[int | str | None] = field(default_factory=set)
    pages: int = 0

    def meetings(self) -> Iterator[ListedMeeting]:
        first, page = self._first_page()
        self.seen.update(map(_who, page))
        # Told before the meetings are handed on: they are asked for meanwhile.
        has_news = self._has_news(page)
        yield from page
        has_links = self._has_links(first)
        years = self._years(first, page)
        if not has_links:
            if has_news or self._is_thorough or not page:
                yield from self._lacking(first, page, years)
        elif years and _is_short(page):
            if has_news or self._is_thorough:
                yield from self._year_by_year(years)
        else:
            yield from self._later(first, page, has_news)
            yield from self._earlier(first, page, has_news)

    @property
    def _is_thorough(self) -> bool:
        """Whether every page is wanted, news or none: part of the list could not be had before."""
        return self.plan.is_backfill or self.committee_id in self.site.history.unfinished

    def _first_page(self) -> tuple[PageAddress, list[ListedMeeting]]:
        """Where a whole history is wanted, the page that shows most of it; else that of now."""
        plain = self._page()
        if self.site.has_asked(plain) or not (self._is_thorough or not self._was_read(plain)):
            return plain, self._fresh(plain)
        is_known = lists_all_years(self.site, self.plan)
        whole, newest = self._page(ALL_YEARS), self._page(f"/earlier/{self._end:%Y%m%d}0000")
        if is_known and (page := self._tried(whole)):
            return whole, page
        page = self._tried(newest)
        # Through a site that offers no years, links alone lead: it has no list of all of them.
        if is_known is not False and not (page and self._offers_links_alone(newest)):
            everything = self._tried(whole)
            is_whole = not self._has_links(whole) and set(page) <= set(everything)
            self.site.lists_all_years = None if everything and is_whole else False
            if everything and (is_whole or not page):
                return whole, everything
        return (newest, page) if page else (plain, self._fresh(plain))

    def _page(self, way: str = "") -> PageAddress:
        return PageAddress(PageKind.MEETING_LIST, f"{self.committee_id}{way}")

    def _has_links(self, address: PageAddress) -> bool:
        return any(self._beside(address, way) for way in (earlier_url, later_url))

    def _offers_links_alone(self, address: PageAddress) -> bool:
        return self._has_links(address) and not years_offered(self.site.page(address))

    @property
    def _end(self) -> date:
        """A day before which all lies that the plan wants."""
        last = self.plan.now.date() + FURTHEST_AHEAD
        return min(self.plan.until, last) + timedelta(days=1)

    def _tried(self, address: PageAddress) -> list[ListedMeeting]:
        """The meetings of a page that a site need not have: its refusal is no failure."""
        try:
            page = only(ListedMeeting, self.site.records(address, attempts=1))
        except CrawlStoppedError:
            raise
        except ScrapeError as error:
            logger.info("%s: no %s: %s", self.site.council.slug, address.key, error)
            return []
        return page

    def _later(
        self, first: PageAddress, page: list[ListedMeeting], has_news: bool
    ) -> Iterator[ListedMeeting]:
        """What lies ahead: the list begins with the meetings of about now."""
        address = self._beside(first, later_url)
        newest = max((listed.held_on for listed in page), default=date.min)
        # Behind the last meetings of a range that is over, and behind those of about now, lie
        # only later ones.
        if page and (newest > self.plan.until or self.plan.until < self.plan.now.date()):
            return
        # Nothing new among the next meetings: nothing new behind them, once those were had.
        while address and (has_news or self._is_thorough or not self._was_read(address)):
            fresh = self._fresh(address)
            yield from fresh
            address = self._beside(address, later_url) if fresh else None

    def _earlier(
        self, first: PageAddress, page: list[ListedMeeting], has_news: bool
    ) -> Iterator[ListedMeeting]:
        address = self._beside(first, earlier_url)
        # Behind a page of known meetings lie only known ones, unless a walk was cut off; behind
        # one without meetings, what was never asked for.
        has_news = has_news or not (page or address is None or self._was_read(address))
        while address and (has_news or self._is_thorough) and not self._reaches(page):
            page = self._fresh(address)
            has_news = self._has_news(page)
            yield from page
            address = self._beside(address, earlier_url) if page else None

    def _year_by_year(self, years: list[int]) -> Iterator[ListedMeeting]:
        for year in years:
            page = self._of_year(year)
            # A year without meetings, or one that stood on the first page, is no end.
            is_end = bool(page) and not (self._has_news(page) or self._is_thorough)
            yield from page
            if is_end:
                return

    def _lacking(
        self, first: PageAddress, page: list[ListedMeeting], years: list[int]
    ) -> Iterator[ListedMeeting]:
        """What a page without links onwards lacks: some sites offer the years alone.

        Its first and last years tell. A page that is no longer than one that was found whole, or a
        list of all years where one was whole, needs no such proof.
        """
        is_all_years = first.id.endswith(ALL_YEARS)
        is_proven = self.site.lists_all_years if is_all_years else False
        if is_proven or not years or 0 < len(page) <= self.site.longest_whole_list:
            return
        edges = list(dict.fromkeys((years[-1], years[0])))
        found = [listed for year in edges for listed in self._of_year(year)]
        yield from found
        if is_all_years:
            self.site.lists_all_years = not found
        if found or not page:
            yield from self._year_by_year([year for year in years if year not in edges])
        else:
            self.site.longest_whole_list = max(len(page), self.site.longest_whole_list)

    def _of_year(self, year: int) -> list[ListedMeeting]:
        return self._fresh(self._page(f"/year/{year}"))

    def _years(self, first: PageAddress, page: list[ListedMeeting]) -> list[int]:
        """The years of which the first page shows none or only part, latest first."""
        days = [listed.held_on for listed in page] or [self.plan.now.date()]
        oldest, newest = min(days).year, max(days).year
        return [
            year
            for year in years_offered(self.site.page(first))
            if not oldest < year < newest and self.plan.since.year <= year <= self.plan.until.year
        ]

    def _fresh(self, address: PageAddress) -> list[ListedMeeting]:
        """The meetings of a page that no page before it had."""
        self.pages += 1
        if self.pages > MOST_PAGES:
            error = PageChangedError(f"the list of a committee has more than {MOST_PAGES} pages")
            self.site.note(address, error)
            return []
        page = only(ListedMeeting, self.site.had(address))
        fresh = [listed for listed in page if _who(listed) not in self.seen]
        self.seen.update(map(_who, fresh))
        return fresh

    def _beside(self, address: PageAddress, way: Callable[..., str | None]) -> PageAddress | None:
        url = way(self.site.page(address), url=f"{self.site.council.base_url}/")
        return address_of(url) if url else None

    def _was_read(self, address: PageAddress) -> bool:
        """Whether a page was read before, or the committee's list was walked by another way."""
        prefix = f"{PageKind.MEETING_LIST}:{self.committee_id}/"
        keys = [key for key in self.site.history.answers if key.startswith(prefix)]
        return any(self.site.history.last_good(key) for key in (address.key, *keys))

    def _reaches(self, page: list[ListedMeeting]) -> bool:
        return bool(page) and min(listed.held_on for listed in page) < self.plan.since

    def _has_news(self, page: list[ListedMeeting]) -> bool:
        return any(is_news(self.site, self.plan, listed) for listed in page)


def _who(listed: ListedMeeting) -> int | str | None:
    return listed.meeting_id or listed.legacy_page


def _is_short(page: list[ListedMeeting]) -> bool:
    """Whether links lead through more pages like this one than there are years."""
    days = [listed.held_on for listed in page]
    return bool(days) and max(days) - min(days) < timedelta(days=365)
