from datetime import timedelta

import pytest

from scrapers.archive import Archive
from scrapers.moderngov.topic_walk import SEARCH
from scrapers.moderngov.urls import address_of, url_of
from tests.scrapers.moderngov.styles import Style
from tests.scrapers.moderngov.test_styles import NIGHT, NOON, crawled, playing


@pytest.fixture
def searchable():
    """A site whose search finds a meeting of interest first, and two that are not."""
    with playing(Style("searchable"), has_cuts=False) as sites:
        site = sites["searchable"]
        with_items = [m for m in site.world.meetings if m.items]
        ours = [m for m in with_items if m.committee_id == 11]
        site.others = [m for m in with_items if m.committee_id == 37][:2]
        site.results = [ours[0], *site.others]
        yield site


def searches(site):
    return [path for path in site.requests if "ieSearchResults2" in path]


def test_the_search_has_one_identity_whatever_the_order_of_its_parameters():
    assert address_of(url_of("https://x.example", SEARCH)) == SEARCH


def test_items_at_committees_outside_the_filter_are_had_once(searchable, tmp_path):
    expected = {f"agenda_item:{i.item_id}" for m in searchable.others for i in m.items}

    assert crawled(searchable, tmp_path) == []

    had = {key for key in Archive(tmp_path).latest("styled") if key.startswith("agenda_item:")}
    assert had == expected
    assert len(searches(searchable)) == 3
    assert max(searchable.requests.count(path) for path in searchable.requests) == 1


def test_the_search_is_asked_once_a_week_and_what_it_finds_again_is_left_alone(
    searchable, tmp_path
):
    crawled(searchable, tmp_path)
    searchable.requests.clear()

    crawled(searchable, tmp_path, now=NOON + NIGHT)
    assert searches(searchable) == []

    crawled(searchable, tmp_path, now=NOON + timedelta(days=8))
    assert len(searches(searchable)) <= 2
    assert not any("mgAi.aspx" in path for path in searchable.requests)


def test_a_backfill_does_not_search(searchable, tmp_path):
    crawled(searchable, tmp_path, command="backfill")

    assert searches(searchable) == []


def test_a_site_without_a_search_is_not_the_worse_for_it(tmp_path):
    with playing(Style("searchless"), has_cuts=False) as sites:
        assert crawled(sites["searchless"], tmp_path) == []
        sites["searchless"].requests.clear()
        crawled(sites["searchless"], tmp_path, now=NOON + timedelta(days=8))
        assert searches(sites["searchless"]) == []
