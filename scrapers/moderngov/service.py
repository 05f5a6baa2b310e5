"""`mgWebService.asmx`: committees, their meetings, and whole meetings as XML, minutes uncut.

What an answer holds that is not XML is refused in `refusals`.
"""

import re
from collections.abc import Iterator

from scrapers.errors import EmptyPageError, PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.asked import check_answer
from scrapers.moderngov.moments import date_in, time_in
from scrapers.moderngov.service_items import items_of
from scrapers.moderngov.service_xml import (
    Element,
    attribute,
    children,
    descendants,
    flag,
    number,
    root_of,
    value,
    values,
)
from scrapers.records import Attendance, Committee, ListedMeeting, Meeting, Record


def parse_service_committees(page: str, *, url: str) -> list[Record]:
    """Read GetCommittees, expired committees too: they hold the history."""
    root = root_of(page, "committees", url)
    committees: list[Record] = [
        Committee(
            committee_id=_required(committee, "committeeid", url),
            committee_name=value(committee, "committeetitle") or "",
            category=value(committee, "committeecategory"),
            is_retired=bool(
                flag(committee, "committeedeleted") or flag(committee, "committeeexpired")
            ),
        )
        for committee in children(root, "committee")
    ]
    _check_count(root, "committeescount", len(committees), url)
    if not committees:
        raise EmptyPageError(f"GetCommittees lists no committee: {url}")
    return committees


def parse_service_meetings(page: str, *, url: str) -> list[Record]:
    """Read GetMeetings; a committee that never met says so by its count."""
    root = root_of(page, "getmeetings", url)
    meetings: list[Record] = []
    for committee in children(root, "committee"):
        committee_id = _required(committee, "committeeid", url)
        check_answer(url, PageKind.SERVICE_MEETINGS, committee_id)
        meetings += [_listed(meeting, committee_id, url) for meeting in _meetings(committee)]
    stated = _check_count(root, "meetingscount", len(meetings), url)
    if not meetings and stated != 0:
        raise EmptyPageError(f"GetMeetings lists no meeting and does not say 0: {url}")
    return meetings


def parse_service_meeting(page: str, *, url: str) -> list[Record]:
    """Read GetMeeting: the meeting, its items with their documents, the people."""
    root = root_of(page, "meeting", url)
    meeting_id = _required(root, "meetingid", url)
    check_answer(url, PageKind.SERVICE_MEETING, meeting_id)
    held_on = date_in(value(root, "meetingdate") or "")
    if held_on is None:
        raise PageChangedError(f"expected a date in <meetingdate>: {url}")
    is_minuted = flag(root, "minutepublished")
    meeting = Meeting(
        meeting_id=meeting_id,
        committee_id=number(root, "committeeid"),
        committee_name=value(root, "committeetitle") or _committee_of_documents(root),
        held_on=held_on,
        starts_at_local=time_in(value(root, "meetingtime") or ""),
        venue=value(root, "meetinglocation"),
        stated_status=value(root, "meetingstatus"),
        minutes_status=None if is_minuted is None else "published" if is_minuted else "none",
        is_whole=True,
    )
    items = list(items_of(root, meeting))
    if not items and flag(root, "agendapublished"):
        raise EmptyPageError(f"the agenda is published, and <agendaitems> holds no item: {url}")
    return [meeting, *items, *_attendances(root, meeting_id)]


def _required(element: Element, name: str, url: str) -> int:
    found = number(element, name)
    if found is None:
        raise PageChangedError(f"expected a number in <{name}>, found none: {url}")
    return found


def _check_count(root: Element, name: str, found: int, url: str) -> int | None:
    """Hold what was found against the count that the answer itself states."""
    stated = number(root, name)
    if stated is not None and stated > found:
        raise PageChangedError(f"<{name}> says {stated}, found {found}: {url}")
    return stated


def _meetings(committee: Element) -> Iterator[Element]:
    for meetings in children(committee, "committeemeetings"):
        yield from children(meetings, "meeting")


def _listed(meeting: Element, committee_id: int, url: str) -> ListedMeeting:
    held_on = date_in(value(meeting, "meetingdate") or "")
    if held_on is None:
        raise PageChangedError(f"expected a date in <meetingdate>: {url}")
    published = (
        ("agendapublished", "Agenda"),
        ("decisionpublished", "Decisions"),
        ("minutepublished", "Minutes"),
    )
    listing = [
        value(meeting, "meetingstatus"),
        *(word for name, word in published if flag(meeting, name)),
    ]
    return ListedMeeting(
        committee_id=committee_id,
        meeting_id=_required(meeting, "meetingid", url),
        held_on=held_on,
        starts_at_local=time_in(value(meeting, "meetingtime") or ""),
        listing=", ".join(word for word in listing if word) or None,
    )


def _committee_of_documents(root: Element) -> str | None:
    """Read the committee's name where the meeting does not say it: on what was laid before it."""
    return next(values(root, "committeetitle"), None)


def _attendances(root: Element, meeting_id: int) -> Iterator[Attendance]:
    for attendee in descendants(root, "attendee"):
        name, attendance = attribute(attendee, "name"), attribute(attendee, "attendance")
        if name and attendance:
            member_id = attribute(attendee, "memberid") or ""
            yield Attendance(
                meeting_id=meeting_id,
                person_name=name,
                person_id=int(member_id) if re.fullmatch(r"[1-9]\d{0,17}", member_id) else None,
                role=attribute(attendee, "roledescription"),
                attendance=attendance,
            )
