"""Walks one council's site, list → detail, by the way that asks for least.

Where the XML service answers, a meeting is one request, its minutes uncut. Elsewhere it is its own
page, plus one page for each item whose minutes that page cuts short. This module decides what to
ask for; what pages mean is for others, and answers are kept by `site`.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import TypeVar

from scrapers.archive import Entry
from scrapers.errors import (
    CrawlStoppedError,
    EmptyPageError,
    HostUnreachableError,
    PageChangedError,
    ScrapeError,
)
from scrapers.moderngov.meeting_list import earlier_url
from scrapers.moderngov.plan import Plan, as_listed
from scrapers.moderngov.site import Site
from scrapers.moderngov.urls import PageAddress, PageKind, address_of
from scrapers.records import AgendaItem, Committee, ListedMeeting, Meeting, Record

logger = logging.getLogger(__name__)

# The lists of committees that sites have, most usual first.
COMMITTEE_LISTS = ("list", "structure", "home", "search")
# A service that did not answer is asked again only after this long.
SERVICE_RETRY = timedelta(days=30)
# These end the crawl of a council; any other error costs the one page.
FATAL = (CrawlStoppedError, HostUnreachableError)

AnyRecord = TypeVar("AnyRecord", bound=Record)


def crawl_council(site: Site, plan: Plan) -> None:
    """Bring the archive up to date with the council's site, as far as the plan wants.

    What fails page by page is noted on the site. An error is raised where nothing more can be had.
    """
    by_service = _service_committees(site, plan)
    committees = _listed_committees(site) if by_service is None else by_service
    wanted = [committee for committee in committees if site.council.wants(committee.committee_name)]
    if not wanted:
        raise EmptyPageError(
            f"none of the {len(committees)} committees of {site.council.base_url} has a name that "
            f"fits {', '.join(site.council.committees)}"
        )
    for committee in wanted:
        listed = None if by_service is None else _service_meetings(site, committee)
        for meeting in _listed_meetings(site, plan, committee) if listed is None else listed:
            _crawl_meeting(site, plan, meeting, by_service=listed is not None)


def _service_committees(site: Site, plan: Plan) -> list[Committee] | None:
    """The committees as the XML service names them; None where it does not answer."""
    address = PageAddress(PageKind.SERVICE_COMMITTEES)
    last = site.history.last(address.key)
    try:
        if last and plan.now - last.fetched_at < SERVICE_RETRY:
            # An answer that was of no use last time is told by what the archive holds of it.
            site.archived(address)
        return _only(Committee, site.records(address))
    except FATAL:
        raise
    except ScrapeError as error:
        logger.info("%s has no XML service: %s", site.council.slug, error)
        return None


def _service_meetings(site: Site, committee: Committee) -> list[ListedMeeting] | None:
    """The committee's whole history; None where the service answers only in part."""
    address = PageAddress(PageKind.SERVICE_MEETINGS, str(committee.committee_id))
    try:
        return _only(ListedMeeting, site.records(address))
    except FATAL:
        raise
    except ScrapeError as error:
        logger.info("%s: no GetMeetings: %s", site.council.slug, error)
        return None


def _listed_committees(site: Site) -> list[Committee]:
    """The committees from the first list of them that the site has."""
    known = [id_ for id_ in COMMITTEE_LISTS if site.history.last_good(f"committee_list:{id_}")]
    errors: list[ScrapeError] = []
    for id_ in dict.fromkeys((*known, *COMMITTEE_LISTS)):
        try:
            return _only(Committee, site.records(PageAddress(PageKind.COMMITTEE_LIST, id_)))
        except FATAL:
            raise
        except ScrapeError as error:
            errors.append(error)
            # A list that was read before and no longer can be has changed: that must be seen.
            if isinstance(error, PageChangedError) and id_ in known:
                break
    raise errors[0]


def _listed_meetings(site: Site, plan: Plan, committee: Committee) -> Iterator[ListedMeeting]:
    """The meetings of a committee, newest first, as far back as the plan and the news reach."""
    address: PageAddress | None = PageAddress(PageKind.MEETING_LIST, str(committee.committee_id))
    seen: set[int] = set()
    while address is not None:
        page = _only(ListedMeeting, _had(site, address))
        fresh = [listed for listed in page if listed.meeting_id not in seen]
        seen.update(listed.meeting_id for listed in fresh)
        # Behind a page of known meetings lie only known ones, unless a walk was cut off.
        has_news = any(_is_news(site, plan, listed) for listed in fresh)
        yield from fresh
        if not fresh or min(listed.held_on for listed in fresh) < plan.since:
            return
        if not (has_news or plan.is_backfill):
            return
        earlier = earlier_url(site.page(address), url=f"{site.council.base_url}/")
        address = address_of(earlier) if earlier else None


def _crawl_meeting(site: Site, plan: Plan, listed: ListedMeeting, *, by_service: bool) -> None:
    last = _last_good(site, listed)
    was_cut_off = last is not None and last.run_id in site.history.cut_off and plan.covers(listed)
    if plan.wants(listed, last):
        records = _ask_for_meeting(site, listed, by_service=by_service)
    elif was_cut_off:
        # That run may have ended before it was told whether the page was of use, and what hangs
        # on it may be missing: the page itself need not be asked for again.
        try:
            records = site.archived(_page_of(listed))
        except ScrapeError:
            records = _ask_for_meeting(site, listed, by_service=by_service)
    else:
        return
    _follow(site, plan, listed, records)


def _ask_for_meeting(site: Site, listed: ListedMeeting, *, by_service: bool) -> list[Record]:
    """A meeting by the service, else by its page."""
    if by_service:
        address = PageAddress(PageKind.SERVICE_MEETING, str(listed.meeting_id))
        if records := _had(site, address, listing=as_listed(listed)):
            return records
    return _had(site, _page_of(listed), listing=as_listed(listed))


def _follow(site: Site, plan: Plan, listed: ListedMeeting, records: list[Record]) -> None:
    """Ask for what the meeting's page only points to: cut minutes, and who was there."""
    for item in _only(AgendaItem, records):
        if item.is_truncated and item.item_id is not None:
            _had_since(site, PageAddress(PageKind.AGENDA_ITEM, str(item.item_id)), listed)
    has_minutes = any(m.minutes_status == "published" for m in _only(Meeting, records))
    if has_minutes and listed.held_on <= plan.now.date():
        address = PageAddress(PageKind.MEETING_ATTENDANCE, str(listed.meeting_id))
        _had_since(site, address, listed)


def _had_since(site: Site, address: PageAddress, listed: ListedMeeting) -> None:
    """Ask for a page that hangs on a meeting's, unless it was had since that one."""
    meeting = site.history.last_good(_page_of(listed).key)
    last = site.history.last_good(address.key)
    if last is None or (meeting and last.fetched_at < meeting.fetched_at):
        _had(site, address, listing=as_listed(listed))


def _had(site: Site, address: PageAddress, *, listing: str | None = None) -> list[Record]:
    """The records of a page; none, and a note of why, where that page alone cannot be had."""
    try:
        return site.records(address, listing=listing)
    except CrawlStoppedError:
        raise
    except ScrapeError as error:
        site.note(address, error)
        logger.warning("%s: %s: %s", site.council.slug, type(error).__name__, error)
        if site.is_shut:
            raise
        return []


def _is_news(site: Site, plan: Plan, listed: ListedMeeting) -> bool:
    last = _last_good(site, listed)
    return plan.covers(listed) and (last is None or last.run_id in site.history.cut_off)


def _last_good(site: Site, listed: ListedMeeting) -> Entry | None:
    """The newest answer about a meeting, whichever way it was asked for."""
    service = PageAddress(PageKind.SERVICE_MEETING, str(listed.meeting_id))
    found = [site.history.last_good(key) for key in (service.key, _page_of(listed).key)]
    return max((e for e in found if e), key=lambda entry: entry.fetched_at, default=None)


def _page_of(listed: ListedMeeting) -> PageAddress:
    return PageAddress(PageKind.MEETING_DOCUMENTS, str(listed.meeting_id), listed.committee_id)


def _only(kind: type[AnyRecord], records: list[Record]) -> list[AnyRecord]:
    return [record for record in records if isinstance(record, kind)]
