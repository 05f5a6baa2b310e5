"""The answers of mgWebService.asmx at the sample council that has it: XML, HTML bodies escaped.

Each gives None where the operation is asked for something that is not there.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from scrapers.samples.shells import render
from scrapers.samples.story import Story


def get_committees(story: Story, query: Mapping[str, str], site_address: str) -> str | None:
    return render("GetCommittees.xml", story=story)


def get_meetings(story: Story, query: Mapping[str, str], site_address: str) -> str | None:
    for committee in story.committees:
        if str(committee.id) == query.get("lcommitteeid"):
            first = _day(query.get("sfromdate", ""), date.min)
            last = _day(query.get("stodate", ""), date.max)
            meetings = [
                meeting for meeting in story.meetings_of(committee) if first <= meeting.on <= last
            ]
            return render("GetMeetings.xml", committee=committee, meetings=meetings)
    return None


def get_meeting(story: Story, query: Mapping[str, str], site_address: str) -> str | None:
    for meeting in story.meetings:
        if str(meeting.id) == query.get("lmeetingid"):
            return render("GetMeeting.xml", story=story, meeting=meeting, site_address=site_address)
    return None


OPERATIONS: dict[str, Callable[[Story, Mapping[str, str], str], str | None]] = {
    "getcommittees": get_committees,
    "getmeetings": get_meetings,
    "getmeeting": get_meeting,
}


def _day(printed: str, otherwise: date) -> date:
    # Real services ignore a date that is not dd/mm/yyyy, and give the full history.
    if not (found := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", printed)):
        return otherwise
    day, month, year = map(int, found.groups())
    return date(year, month, day)
