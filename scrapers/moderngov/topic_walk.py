"""Items about inspections at committees outside the council's filter, as the site's search finds.

One search a week at most, all terms in it: where a site has no search, or its robots.txt closes
it, the council is crawled as well without.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

from scrapers.errors import CrawlStoppedError, ScrapeError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.plan import Plan
from scrapers.moderngov.search_results import next_url
from scrapers.moderngov.site import Site, only
from scrapers.moderngov.urls import address_of
from scrapers.records import ListedItem

logger = logging.getLogger(__name__)

TERMS = '"Ofsted" OR "ILACS" OR "children\'s services improvement" OR "inspection of children"'
SEARCH_AGAIN, RETRY = timedelta(days=6, hours=12), timedelta(days=30)
# Ten results a page, newest first.
MOST_PAGES = 5
SEARCH = PageAddress(
    PageKind.SEARCH_RESULTS,
    "ieSearchResults2?"
    + urlencode({"adv": "0", "ca": "false", "dt": "3", "sb": "false", "ss": TERMS}),
)


def search_for_topics(site: Site, plan: Plan) -> int:
    """Ask for the items that the search finds at committees nobody asked for, each once.

    Give how many requests that cost beyond the one that every search costs.
    """
    if plan.command != "nightly" or not _is_due(site, plan):
        return 0
    asked_before = site.client.receipt.requests
    for item in _found(site):
        address = PageAddress(PageKind.AGENDA_ITEM, str(item.item_id))
        if not site.history.last_good(address.key):
            site.had(address)
    return max(0, site.client.receipt.requests - asked_before - 1)


def _found(site: Site) -> Iterator[ListedItem]:
    known = _known_results(site)
    address: PageAddress | None = SEARCH
    for _ in range(MOST_PAGES):
        try:
            found = only(ListedItem, site.records(address))
        except CrawlStoppedError:
            raise
        except ScrapeError as error:
            logger.info("%s has no search: %s", site.council.slug, error)
            return
        for item in found:
            is_elsewhere = not site.council.wants(item.committee_name or "")
            if item.item_id and is_elsewhere and item.item_id not in known:
                yield item
        following = next_url(site.page(address), url=f"{site.council.base_url}/")
        address = address_of(following) if following else None
        # Newest first: what stands behind something known was found in its time.
        if address is None or any(item.item_id in known for item in found):
            return


def _known_results(site: Site) -> set[int | None]:
    """The items that the last search found on its first page."""
    try:
        found = only(ListedItem, site.archived(SEARCH))
    except ScrapeError:
        return set()
    return {item.item_id for item in found if item.item_id}


def _is_due(site: Site, plan: Plan) -> bool:
    last = site.history.last(SEARCH.key)
    if last is None:
        return True
    was_good = site.history.last_good(SEARCH.key) is last
    return plan.now - last.fetched_at > (SEARCH_AGAIN if was_good else RETRY)
