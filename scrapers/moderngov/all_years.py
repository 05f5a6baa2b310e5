"""Whether a site gives all meetings of a committee on one page where that is asked of it.

Some pass over the question and show the page of now, some show nothing: what a site made of it is
remembered.
"""

from datetime import timedelta

from scrapers.errors import ScrapeError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.meeting_list import earlier_url, later_url
from scrapers.moderngov.plan import Plan
from scrapers.moderngov.site import Site

ALL_YEARS = "/year/-1"
# A site that does not list all years at once is asked for that again only after this long.
RETRY = timedelta(days=180)


def lists_all_years(site: Site, plan: Plan) -> bool | None:
    """Whether the site lists all years at once; None where it was not asked to for long."""
    if site.lists_all_years is not None:
        return site.lists_all_years
    last_asked = None
    for key, answers in list(site.history.answers.items()):
        if key.startswith(f"{PageKind.MEETING_LIST}:") and key.endswith(ALL_YEARS):
            last_asked = max(answers[-1].fetched_at, last_asked or answers[-1].fetched_at)
            if _is_whole(site, PageAddress(PageKind.MEETING_LIST, key.partition(":")[2])):
                return True
    return None if last_asked is None or plan.now - last_asked > RETRY else False


def _is_whole(site: Site, address: PageAddress) -> bool:
    """Whether an archived list of all years was one, and not the page of now with its links."""
    page, base = site.page(address), site.council.base_url
    if earlier_url(page, url=base) or later_url(page, url=base):
        return False
    try:
        return bool(site.archived(address))
    except ScrapeError:
        return False
