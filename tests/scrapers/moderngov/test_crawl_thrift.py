"""What a crawl leaves alone, and what it asks for again."""

from datetime import timedelta

import pytest

from scrapers.archive import Archive
from tests.scrapers.moderngov.style_world import TODAY
from tests.scrapers.moderngov.styles import Style
from tests.scrapers.moderngov.test_styles import NIGHT, NOON, crawled, playing, wanted


@pytest.fixture(params=["none", "whole"])
def site(request):
    with playing(Style("thrifty", service=request.param)) as sites:
        yield sites["thrifty"]


def attendances(site):
    return [path for path in site.requests if "mgMeetingAttendance" in path]


def meetings(site):
    return [p for p in site.requests if "ieListDocuments" in p or "GetMeeting?" in p]


def test_a_backfill_asks_for_attendances_only_when_told_and_then_for_nothing_else(tmp_path):
    with playing(Style("thrifty")) as sites:
        site = sites["thrifty"]
        crawled(site, tmp_path, command="backfill")
        assert attendances(site) == []
        assert len(meetings(site)) == len(wanted(site))
        site.requests.clear()

        crawled(site, tmp_path, command="backfill", attendances=True, now=NOON + NIGHT)
        assert len(attendances(site)) == sum(bool(m.people) for m in wanted(site))
        assert meetings(site) == []
        site.requests.clear()

        crawled(site, tmp_path, command="backfill", attendances=True, now=NOON + 2 * NIGHT)
        assert attendances(site) + meetings(site) == []


def test_a_backfill_asks_for_the_meetings_of_its_days_alone(site, tmp_path):
    inside = [m for m in wanted(site) if 100 < (NOON.date() - m.held_on).days < 300]
    since, until = min(m.held_on for m in inside), max(m.held_on for m in inside)

    crawled(site, tmp_path, command="backfill", since=since, until=until)

    assert len(meetings(site)) == len(inside)
    assert all(any(f"={m.meeting_id}" in path for path in meetings(site)) for m in inside)


def test_a_retired_committee_is_read_once_and_again_only_by_a_backfill(tmp_path):
    with playing(Style("thrifty", service="whole")) as sites:
        site = sites["thrifty"]
        site.retired = {23}
        crawled(site, tmp_path)
        assert sum("GetMeeting?" in path for path in site.requests) == len(wanted(site))
        site.requests.clear()

        crawled(site, tmp_path, now=NOON + NIGHT)
        assert [path for path in site.requests if "lCommitteeId=23" in path] == []

        crawled(site, tmp_path, command="backfill", now=NOON + 2 * NIGHT)
        assert len([path for path in site.requests if "lCommitteeId=23" in path]) == 1


def test_settled_meetings_are_left_alone_but_for_one_a_night_at_most(
    site, tmp_path, monkeypatch, caplog
):
    crawled(site, tmp_path)
    site.requests.clear()
    monkeypatch.setattr("scrapers.moderngov.plan.RECHECK_SHARE", 1.0)

    assert crawled(site, tmp_path, now=NOON + NIGHT) == []

    assert len(meetings(site)) == 1
    assert "re-check" not in caplog.text


def test_a_re_check_that_finds_what_was_missed_says_so(site, tmp_path, monkeypatch, caplog):
    crawled(site, tmp_path)
    monkeypatch.setattr("scrapers.moderngov.plan.RECHECK_SHARE", 1.0)
    for meeting in wanted(site):
        for item in meeting.items:
            item.title = f"{item.title} (amended)"

    crawled(site, tmp_path, now=NOON + NIGHT)

    assert "a re-check of" in caplog.text
    assert "records that had been missed" in caplog.text


def test_nights_without_news_cost_a_request_for_each_committee_and_three_more(tmp_path, service):
    names = {number: f"Children's Panel {number}" for number in range(6)}
    with playing(Style("thrifty", service=service), committees=names) as sites:
        site = sites["thrifty"]
        site.page_size = 15
        # All of them meet, or met, within days: the meetings that change most.
        for number, meeting in enumerate(m for m in site.world.meetings if m.level != "minutes"):
            meeting.held_on = TODAY + timedelta(days=number % 11 - 3)
        crawled(site, tmp_path)
        seen = set()
        for night in range(1, 8):
            site.requests.clear()
            crawled(site, tmp_path, now=NOON + timedelta(days=night))
            seen.update(meetings(site))

            assert len(site.requests) <= len(names) + 3

    assert len(seen) >= 7  # each night another one is looked at again


@pytest.fixture(params=["none", "whole", "committees"])
def service(request):
    return request.param


def test_minutes_that_appear_are_seen_the_same_night_where_the_list_tells(tmp_path):
    with playing(Style("thrifty")) as sites:
        site = sites["thrifty"]
        draft = next(m for m in wanted(site) if m.level == "draft")
        crawled(site, tmp_path)
        site.requests.clear()
        draft.level = "minutes"

        crawled(site, tmp_path, now=NOON + NIGHT)

        assert [f"MId={draft.meeting_id}" in path for path in meetings(site)] == [True]


def test_a_service_that_failed_two_nights_is_not_asked_again_for_weeks(tmp_path):
    with playing(Style("thrifty")) as sites:
        site = sites["thrifty"]
        for days, asked in ((0, 1), (1, 1), (2, 0), (29, 0), (32, 1)):
            site.requests.clear()
            crawled(site, tmp_path, now=NOON + timedelta(days=days))
            assert sum("mgWebService" in path for path in site.requests) == asked

    assert len(Archive(tmp_path).run_ids("styled")) == 5
