"""Meetings taken over from an older system: listed with the others, had by pages of their own."""

import re
from collections import Counter

import pytest

from scrapers.records import AgendaItem, ListedMeeting, Meeting
from tests.scrapers.moderngov.style_sites import StyledSite
from tests.scrapers.moderngov.styles import Style
from tests.scrapers.moderngov.test_styles import NIGHT, NOON, asked_for, crawled, playing, records

COMMITTEE = 11
PAGE = "ceListDocuments.aspx?CommitteeId=3&amp;MeetingId={}&amp;DF=08%2f02%2f{}&amp;Ver=2"


class Older(StyledSite):
    """Its first committee's list ends with two meetings of 2004 and 2005."""

    def _page(self, file, query):
        if file == "celistdocuments.aspx" and query.get("df"):
            return self._older(int(query["meetingid"]), query["df"], query.get("f"))
        page = super()._page(file, query)
        if file == "ielistmeetings.aspx" and query.get("committeeid") == str(COMMITTEE):
            lines = "".join(
                f'<li><a class="mgMeetingTableLnk" href="{PAGE.format(number, year)}">'
                f"8 Feb {year} 10.00 am</a></li>"
                for number, year in ((1100, 2004), (1101, 2005))
            )
            page = page.replace("</ul>", f"{lines}</ul>")
        return page

    def _older(self, number, day, file):
        page = PAGE.format(number, day[-4:])
        below = f'<h2>Social Care Panel - 8 February {day[-4:]} 10.00 am</h2><ul><li><a href="'
        below += f'{page}&amp;F=Agenda.htm">Agenda</a></li><li><a href="{page}&amp;F=Minutes.htm">'
        below += "Minutes</a></li></ul>"
        if file:
            below += f'<div class="Section1"><p>{file} of {number}</p></div>'
        return self._shell("Meeting documents", below)


@pytest.fixture
def older():
    with playing(Style("older", list_style="years", all_years="listed")) as sites:
        sites["older"].__class__ = Older
        yield sites["older"]


def test_an_older_meeting_is_asked_for_once_and_so_are_its_minutes(older, tmp_path):
    assert crawled(older, tmp_path, command="backfill") == []
    asked = Counter(path for path in older.requests if "ceListDocuments" in path)
    older.requests.clear()

    pages = (re.search(r"MeetingId=(\d+).*?(&F=[a-z]+|$)", path).groups() for path in asked)
    assert sorted(pages) == [
        ("1100", ""), ("1100", "&F=minutes"), ("1101", ""), ("1101", "&F=minutes"),
    ]  # fmt: skip
    assert set(asked.values()) == {1}
    crawled(older, tmp_path, command="backfill", now=NOON + 48 * NIGHT)
    assert not [path for path in older.requests if "ceListDocuments" in path]


def test_its_numbers_are_never_taken_for_those_of_other_meetings(older, tmp_path):
    crawled(older, tmp_path, command="backfill")
    found = [record for _, rows in records(tmp_path) for record in rows]

    assert max(Counter(asked_for(older)).values()) <= 3  # 1100 and 1101 are numbers of others too
    assert {m.legacy_page is None for m in found if isinstance(m, ListedMeeting)} == {True, False}
    told = [m for m in found if isinstance(m, Meeting) and m.held_on.year < 2006]
    assert {(m.meeting_id, m.committee_name) for m in told} == {(None, "Social Care Panel")}
    minutes = [i.minutes_text for i in found if isinstance(i, AgendaItem) and i.item_id is None]
    assert sorted(minutes) == ["minutes.htm of 1100", "minutes.htm of 1101"]
