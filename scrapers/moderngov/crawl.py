"""Walks one council's site, list → detail, by the way that asks for least.

Where the XML service answers, a meeting is one request, its minutes uncut. Elsewhere it is its own
page, plus one page for each item whose minutes that page cuts short. This module finds the
committees; their meetings are walked in `committee_walk` and `meeting_walk`, topics searched for
in `topic_walk`. What pages mean is for others, and answers are kept by `site`.
"""

import logging

from scrapers.errors import EmptyPageError, PageChangedError, ScrapeError
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.committee_walk import listed_meetings
from scrapers.moderngov.meeting_walk import MeetingWalk
from scrapers.moderngov.plan import QUIET_NIGHT_REQUESTS, Plan
from scrapers.moderngov.service_walk import MOST_FAILURES, is_given_up, service_committees
from scrapers.moderngov.site import FATAL, Site, only
from scrapers.moderngov.topic_walk import search_for_topics
from scrapers.records import Committee, ListedMeeting

logger = logging.getLogger(__name__)

# A service that lists no meetings for as many committees that have met lists none at all.
MOST_FALSE_LISTS = 2
# The lists of committees that sites have, most usual first.
COMMITTEE_LISTS = ("list", "structure", "home", "search", "cover")


def crawl_council(site: Site, plan: Plan) -> None:
    """Bring the archive up to date with the council's site, as far as the plan wants.

    What fails page by page is noted on the site. An error is raised where nothing more can be had.
    """
    by_service, may_be_served = service_committees(site, plan)
    committees = _listed_committees(site) if by_service is None else by_service
    wanted = [committee for committee in committees if site.council.wants(committee.committee_name)]
    if not wanted:
        raise EmptyPageError(
            f"none of the {len(committees)} committees of {site.council.base_url} has a name that "
            f"fits {', '.join(site.council.committees)}"
        )
    walk = MeetingWalk(site, plan)
    left = [c for c in wanted if not (may_be_served and _is_done(site, plan, c))]
    if may_be_served and not is_given_up(site, plan, PageKind.SERVICE_MEETINGS):
        left = _walk_by_service(walk, left)
    for number, committee in enumerate(left, start=len(wanted) - len(left)):
        for meeting in listed_meetings(site, plan, committee):
            walk.bring_in(meeting, by_service=False)
            site.on_progress((number + plan.reached(meeting)) / len(wanted))
    walk.finish()
    for address in site.history.to_be_had():
        site.had(address)
    asked = search_for_topics(site, plan)
    walk.look_again(_spare(site, plan, len(wanted), walk.requests_for_news + asked))


def _walk_by_service(walk: MeetingWalk, committees: list[Committee]) -> list[Committee]:
    """Bring in what the service lists; give the committees that are left to their pages."""
    left: list[Committee] = []
    refused: list[tuple[Committee, ScrapeError]] = []
    has_answered = False
    for number, committee in enumerate(committees):
        if not has_answered and len(refused) >= MOST_FAILURES:
            return committees
        # Some services answer every question with an empty list.
        if len(left) >= MOST_FALSE_LISTS and len(left) == number:
            return committees
        try:
            listed = _service_meetings(walk.site, committee)
        except FATAL:
            raise
        except ScrapeError as error:
            logger.info("%s: no GetMeetings: %s", walk.site.council.slug, error)
            refused.append((committee, error))
            continue
        has_answered = True
        if not listed and _has_a_list(walk.site, committee):
            left.append(committee)
        for place, meeting in enumerate(listed, start=1):
            walk.bring_in(meeting, by_service=True)
            walk.site.on_progress((number + place / len(listed)) / len(committees))
    for committee, error in refused:
        address = _history_of(committee)
        has_failed_before = any(key == address.key for _, key in walk.site.history.failed)
        if has_answered and not has_failed_before:
            walk.site.note(address, error)
        else:
            left.append(committee)
    return left


def _spare(site: Site, plan: Plan, committees: int, asked_for_news: int) -> int | None:
    """How many more requests a night may cost, news aside; any number where it is no nightly."""
    if plan.command != "nightly":
        return None
    asked = site.client.receipt.requests - asked_for_news
    return max(0, committees + QUIET_NIGHT_REQUESTS - asked)


def _is_done(site: Site, plan: Plan, committee: Committee) -> bool:
    """Whether a committee meets no more, and its history was had."""
    address = _history_of(committee)
    last = site.history.last_good(address.key)
    is_whole = last is not None and committee.committee_id not in site.history.unfinished
    return committee.is_retired and is_whole and not plan.is_backfill


def _service_meetings(site: Site, committee: Committee) -> list[ListedMeeting]:
    """The committee's whole history, as the service lists it."""
    return only(ListedMeeting, site.records(_history_of(committee)))


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
