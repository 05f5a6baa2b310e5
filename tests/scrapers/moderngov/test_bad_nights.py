"""What a crawl makes of a night that went badly, and what the next one asks for again."""

from collections import Counter

import pytest

from scrapers.archive import Archive
from scrapers.moderngov.history import History
from tests.scrapers.moderngov.styles import Style
from tests.scrapers.moderngov.test_styles import NIGHT, NOON, crawled, playing, wanted

ERROR = 500, "text/html", b"<html><title>Runtime Error</title>Server Error in '/'</html>"
FIREWALL = 200, "text/html", b"<html><title>Just a moment...</title></html>"


@pytest.fixture(params=["none", "whole"])
def site(request):
    with playing(Style("bad", service=request.param)) as sites:
        yield sites["bad"]


def broken(site, answer, pattern):
    """Let the site give this answer wherever the address has these words, until mended."""
    whole = site.answer

    def instead(target):
        said = whole(target)
        return answer if pattern in target and said[0] == 200 else said

    site.answer = instead
    return lambda: setattr(site, "answer", whole)


def had(root, kind):
    return {key for key in Archive(root).latest("styled") if key.startswith(kind)}


def test_an_item_that_could_not_be_had_is_asked_for_the_next_night(tmp_path):
    with playing(Style("bad")) as sites:
        site = sites["bad"]
        mend = broken(site, FIREWALL, "mgAi.aspx")
        failures = crawled(site, tmp_path)
        assert {failure.error for failure in failures} == {"PageBlockedError"}
        mend()
        site.requests.clear()

        assert crawled(site, tmp_path, now=NOON + NIGHT) == []

    asked = {path.partition("ID=")[2] for path in site.requests if "mgAi.aspx" in path}
    assert {f"agenda_item:{id_}" for id_ in asked} >= {failure.page_key for failure in failures}


def test_the_rest_of_a_list_that_broke_off_is_read_the_next_night(tmp_path):
    with playing(Style("bad")) as sites:
        site = sites["bad"]
        mend = broken(site, FIREWALL, "Act=earlier&CId=11")
        crawled(site, tmp_path)
        assert History.of(Archive(tmp_path), "styled").unfinished == {11}
        mend()

        assert crawled(site, tmp_path, now=NOON + NIGHT) == []
        site.requests.clear()
        crawled(site, tmp_path, now=NOON + 2 * NIGHT)

    assert had(tmp_path, "meeting_documents:") == {
        f"meeting_documents:{m.meeting_id}" for m in wanted(site)
    }
    assert len(site.requests) <= 2 + 3


def test_one_meeting_that_the_service_refuses_is_missing_for_a_night_and_then_had_by_its_page(
    tmp_path,
):
    with playing(Style("bad", service="whole")) as sites:
        site = sites["bad"]
        one = wanted(site)[3].meeting_id
        broken(site, ERROR, f"lMeetingId={one}")
        failures = crawled(site, tmp_path)
        assert [failure.page_key for failure in failures] == [f"service_meeting:{one}"]
        assert had(tmp_path, "meeting_documents:") == set()

        assert crawled(site, tmp_path, now=NOON + NIGHT) == []

    assert had(tmp_path, "meeting_documents:") == {f"meeting_documents:{one}"}


def test_a_service_whose_list_of_committees_alone_fails_is_used_all_the_same(tmp_path):
    with playing(Style("bad", service="whole")) as sites:
        site = sites["bad"]
        broken(site, FIREWALL, "GetCommittees")
        assert crawled(site, tmp_path) == []

    assert had(tmp_path, "meeting_documents:") == set()
    assert len(had(tmp_path, "service_meeting:")) == len(wanted(site))


def test_what_came_on_a_bad_night_is_asked_for_once_more_and_then_trusted(site, tmp_path):
    words = "ieListDocuments" if site.style.service == "none" else "GetMeeting?"
    spoilt = [m.meeting_id for m in wanted(site)[::3]]
    menders = [broken(site, FIREWALL, f"{name}={id_}") for id_ in spoilt for name in ("MId", "gId")]
    crawled(site, tmp_path)
    for mend in reversed(menders):
        mend()
    asked = Counter()
    for night in range(1, 4):
        site.requests.clear()
        crawled(site, tmp_path, now=NOON + night * NIGHT)
        asked[night] = sum(words in path for path in site.requests)

    assert asked[1] == len(wanted(site))
    assert asked[2] == asked[3] == 0
