"""The meetings of one committee: which pages of its list are asked for, and how far back.

Pages lead to earlier ones by a link, or offer the years to choose from; either way is followed.
What is asked for of each meeting is in `meeting_walk`.
"""

from collections.abc import Callable, Iterator

from scrapers.archive import Entry
from scrapers.moderngov.meeting_list import earlier_url, later_url, years_offered
from scrapers.moderngov.plan import Plan
from scrapers.moderngov.site import Site, only
from scrapers.moderngov.urls import PageAddress, PageKind, address_of
from scrapers.records import Committee, ListedMeeting


def listed_meetings(site: Site, plan: Plan, committee: Committee) -> Iterator[ListedMeeting]:
    """The meetings of a committee, newest first, as far as the plan and the news reach."""
    seen: set[int] = set()
    first = PageAddress(PageKind.MEETING_LIST, str(committee.committee_id))
    page = _fresh(site, first, seen)
    # Told before the meetings are handed on: they are asked for meanwhile.
    has_news = any(_is_news(site, plan, listed) for listed in page)
    yield from page
    yield from _later(site, plan, first, page, seen, has_news)
    yield from _earlier(site, plan, first, page, seen, has_news)


def last_good(site: Site, listed: ListedMeeting) -> Entry | None:
    """The newest answer about a meeting, whichever way it was asked for."""
    found = [site.history.last_good(address.key) for address in addresses_of(listed)]
    return max((e for e in found if e), key=lambda entry: entry.fetched_at, default=None)


def addresses_of(listed: ListedMeeting) -> tuple[PageAddress, PageAddress]:
    """A meeting as the service tells it, and its own page."""
    id_ = str(listed.meeting_id)
    return (
        PageAddress(PageKind.SERVICE_MEETING, id_),
        PageAddress(PageKind.MEETING_DOCUMENTS, id_, listed.committee_id),
    )


def _later(
    site: Site,
    plan: Plan,
    first: PageAddress,
    page: list[ListedMeeting],
    seen: set[int],
    has_news: bool,
) -> Iterator[ListedMeeting]:
    """What lies ahead: the list begins with the meetings of about now."""
    address = _beside(site, first, later_url)
    if address is None or (page and max(listed.held_on for listed in page) > plan.until):
        return
    # Nothing new among the next meetings: nothing new behind them, once those were had.
    while address and (has_news or plan.is_backfill or not site.history.last_good(address.key)):
        fresh = _fresh(site, address, seen)
        yield from fresh
        address = _beside(site, address, later_url) if fresh else None


def _earlier(
    site: Site,
    plan: Plan,
    first: PageAddress,
    page: list[ListedMeeting],
    seen: set[int],
    has_news: bool,
) -> Iterator[ListedMeeting]:
    address = _beside(site, first, earlier_url)
    years = iter(() if address else _years(site, plan, first, page))
    address = address or next(years, None)
    # Behind a page of known meetings lie only known ones, unless a walk was cut off; behind one
    # without meetings, what was never asked for.
    has_news = has_news or not (page or address is None or site.history.last_good(address.key))
    while address and (has_news or plan.is_backfill) and not _reaches(plan, page):
        page = _fresh(site, address, seen)
        has_news = any(_is_news(site, plan, listed) for listed in page)
        yield from page
        if "/year/" in address.id:
            # A year without meetings, or one that stood on the first page, is no end.
            has_news = has_news or not page
            address = next(years, None)
        else:
            address = _beside(site, address, earlier_url) if page else None


def _years(
    site: Site, plan: Plan, first: PageAddress, page: list[ListedMeeting]
) -> list[PageAddress]:
    """The years of which the first page shows none or only part."""
    oldest = min((listed.held_on.year for listed in page), default=plan.now.year)
    newest = max((listed.held_on.year for listed in page), default=plan.now.year)
    return [
        PageAddress(PageKind.MEETING_LIST, f"{first.id}/year/{year}")
        for year in years_offered(site.page(first))
        if (year <= oldest or year >= newest) and plan.since.year <= year <= plan.until.year
    ]


def _fresh(site: Site, address: PageAddress, seen: set[int]) -> list[ListedMeeting]:
    """The meetings of a page that no page before it had."""
    page = only(ListedMeeting, site.had(address))
    fresh = [listed for listed in page if listed.meeting_id not in seen]
    seen.update(listed.meeting_id for listed in fresh)
    return fresh


def _beside(site: Site, address: PageAddress, way: Callable[..., str | None]) -> PageAddress | None:
    url = way(site.page(address), url=f"{site.council.base_url}/")
    return address_of(url) if url else None


def _reaches(plan: Plan, page: list[ListedMeeting]) -> bool:
    return bool(page) and min(listed.held_on for listed in page) < plan.since


def _is_news(site: Site, plan: Plan, listed: ListedMeeting) -> bool:
    last = last_good(site, listed)
    return plan.covers(listed) and (last is None or last.run_id in site.history.cut_off)
