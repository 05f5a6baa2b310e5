"""Walks one council's site, list → detail, by the way that asks for least.

Where the XML service answers, a meeting is one request, its minutes uncut. Elsewhere it is its own
page, plus one page for each item whose minutes that page cuts short. This module finds the
committees; their meetings are walked in `committee_walk` and `meeting_walk`, topics searched for
in `topic_walk`. What pages mean is for others, and answers are kept by `site`.
"""

import logging
from datetime import timedelta

from scrapers.errors import EmptyPageError, PageChangedError, ScrapeError
from scrapers.moderngov.committee_walk import listed_meetings
from scrapers.moderngov.meeting_walk import MeetingWalk
from scrapers.moderngov.plan import Plan
from scrapers.moderngov.site import FATAL, Site, only
from scrapers.moderngov.topic_walk import search_for_topics
from scrapers.moderngov.urls import PageAddress, PageKind
from scrapers.records import Committee, ListedMeeting

logger = logging.getLogger(__name__)

# The lists of committees that sites have, most usual first.
COMMITTEE_LISTS = ("list", "structure", "home", "search", "cover")
# A service that did not answer is asked again only after this long.
SERVICE_RETRY = timedelta(days=30)


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
    walk = MeetingWalk(site, plan)
    for number, committee in enumerate(wanted):
        site.on_progress(number / len(wanted))
        if by_service is not None and _is_done(site, plan, committee):
            continue
        listed = None if by_service is None else _service_meetings(site, committee)
        if listed == [] and _has_a_list(site, committee):
            listed = None
        meetings = listed_meetings(site, plan, committee) if listed is None else listed
        for place, meeting in enumerate(meetings, start=1):
            walk.bring_in(meeting, by_service=listed is not None)
            reached = place / len(listed) if listed else plan.reached(meeting)
            site.on_progress((number + reached) / len(wanted))
    search_for_topics(site, plan)


def _is_done(site: Site, plan: Plan, committee: Committee) -> bool:
    """Whether a committee meets no more, and its history was had."""
    address = _history_of(committee)
    last = site.history.last_good(address.key)
    is_whole = last is not None and last.run_id not in site.history.cut_off
    return committee.is_retired and is_whole and not plan.is_backfill


def _service_committees(site: Site, plan: Plan) -> list[Committee] | None:
    """The committees as the XML service names them; None where it does not answer."""
    address = PageAddress(PageKind.SERVICE_COMMITTEES)
    last = site.history.last(address.key)
    try:
        if last and plan.now - last.fetched_at < SERVICE_RETRY:
            # An answer that was of no use last time is told by what the archive holds of it.
            site.archived(address)
        return only(Committee, site.records(address))
    except FATAL:
        raise
    except ScrapeError as error:
        logger.info("%s has no XML service: %s", site.council.slug, error)
        return None


def _service_meetings(site: Site, committee: Committee) -> list[ListedMeeting] | None:
    """The committee's whole history; None where the service answers only in part."""
    try:
        return only(ListedMeeting, site.records(_history_of(committee)))
    except FATAL:
        raise
    except ScrapeError as error:
        logger.info("%s: no GetMeetings: %s", site.council.slug, error)
        return None


def _has_a_list(site: Site, committee: Committee) -> bool:
    """Whether a committee that never met, if the service is right, has meetings on its page.

    Some services answer every question with an empty list. The page is asked for once, and again
    only where it knew better.
    """
    address = PageAddress(PageKind.MEETING_LIST, str(committee.committee_id))
    is_known = site.history.last(address.key) is not None
    try:
        return bool(site.archived(address) if is_known else site.records(address))
    except FATAL:
        raise
    except ScrapeError as error:
        logger.info("%s: %s", site.council.slug, error)
        return False


def _history_of(committee: Committee) -> PageAddress:
    return PageAddress(PageKind.SERVICE_MEETINGS, str(committee.committee_id))


def _listed_committees(site: Site) -> list[Committee]:
    """The committees from the first list of them that the site has."""
    known = [id_ for id_ in COMMITTEE_LISTS if site.history.last_good(f"committee_list:{id_}")]
    errors: list[ScrapeError] = []
    for id_ in dict.fromkeys((*known, *COMMITTEE_LISTS)):
        try:
            return only(Committee, site.records(PageAddress(PageKind.COMMITTEE_LIST, id_)))
        except FATAL:
            raise
        except ScrapeError as error:
            errors.append(error)
            # A list that was read before and no longer can be has changed: that must be seen.
            if isinstance(error, PageChangedError) and id_ in known:
                break
    raise errors[0]
