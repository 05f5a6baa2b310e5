"""Nights and backfills without the build after them: who is asked, who waits, who is left."""

import re
from collections import Counter

import pytest

from orchestration.crawling import Progress
from orchestration.hand_over import land
from orchestration.home import Home, HomeBusyError
from orchestration.patience import Patience, Walk
from orchestration.sharing import Share, bring_in, dealt, part_of
from scrapers.councils import load_registry
from tests.orchestration.many_sites import failing, many_sites, rubbish, slow

SETTLED = re.compile(r"ieListDocuments|mgAi\.aspx|GetMeeting\?|mgMeetingAttendance", re.IGNORECASE)
BACKFILL = {"command": "backfill", "since": "2016-01-01", "until": "2030-01-01"}


@pytest.fixture
def world(tmp_path, monkeypatch):
    """Homes whose registry is of so many sites."""
    monkeypatch.setenv("SCRUTINY_COUNCILS", str(tmp_path / "councils.toml"))

    class World:
        home = Home(tmp_path / "home")

        def register(self, text):
            (tmp_path / "councils.toml").write_text(text)
            return tuple(self.home.registry().councils)

        def run(self, number, slugs, **settings):
            share = Share(number=0, run_id=f"run-{number:03}", slugs=slugs, **settings)
            return {crawl.council: crawl for crawl in bring_in(self.home, share, Progress())}

    return World()


def test_a_budget_is_kept_to_the_request_and_the_same_command_goes_on_from_there(world):
    with many_sites(2, {}) as (registry, asked):
        slugs = world.register(registry)
        outcomes = set()
        for number in range(1, 40):
            before = len(asked)
            crawls = world.run(number, slugs, **BACKFILL, max_requests=15)
            outcomes.add(tuple(sorted(crawl.outcome for crawl in crawls.values())))
            assert len(asked) - before <= 15
            if all(crawl.outcome == "complete" for crawl in crawls.values()):
                break
        in_parts = list(asked)
    with many_sites(2, {}) as (registry, asked):
        world.register(registry)
        world.home = Home(world.home.root.with_name("at-once"))
        world.run(1, slugs, **BACKFILL)

    assert ("stopped", "stopped") in outcomes
    assert Counter(asked) - Counter(in_parts) == Counter()
    # Not even a list was asked for twice; only what allows, or gave nothing of use, may be.
    again = Counter(in_parts) - Counter(asked)
    assert [path for path in again if not re.search(r"robots\.txt|GetCommittees$", path)] == []


def test_a_budget_says_why_it_ended(world):
    with many_sites(1, {}) as (registry, _):
        crawls = world.run(1, world.register(registry), **BACKFILL, max_requests=3)

    assert crawls["c01"].error == "CrawlStoppedError"
    assert crawls["c01"].error_message == "the budget of 3 requests is spent"


def test_a_council_under_backfill_is_left_to_it_and_keeps_no_other_waiting(world):
    with many_sites(3, {}, committees="scrutiny") as (registry, _):
        slugs = world.register(registry)
        with world.home.held("c02"):
            crawls = world.run(1, slugs)

    assert {slug: crawl.outcome for slug, crawl in crawls.items()} == {
        "c01": "complete", "c02": "failed", "c03": "complete",
    }  # fmt: skip
    assert "another run holds c02" in crawls["c02"].error_message


def test_a_second_night_at_once_asks_nobody(world):
    with many_sites(2, {}) as (registry, asked):
        slugs = world.register(registry)
        with world.home.held("nightly-0"), pytest.raises(HomeBusyError, match="another run holds"):
            world.run(1, slugs)

    assert asked == []


def test_slow_sites_are_left_when_all_others_have_ended(world):
    ill = {"c02": failing, "c05": slow(1.5), "c07": rubbish}
    with many_sites(10, ill, committees="scrutiny") as (registry, _):
        crawls = world.run(1, world.register(registry), patience_seconds=3)

    assert Counter(crawl.outcome for crawl in crawls.values()) == {
        "complete": 7, "failed": 2, "stopped": 1,
    }  # fmt: skip
    assert "s a page" in crawls["c05"].error_message
    assert crawls["c02"].error == "SiteFailedError"
    assert crawls["c07"].error in {"PageChangedError", "EmptyPageError"}


def test_a_site_with_many_quick_pages_is_waited_for():
    patience = Patience(grace_seconds=60, began=0)
    large = Walk(began=0.0, answers=900)
    small = Walk(began=0.0, answers=9)

    for now in (100, 150, 300):
        patience.lose([large, small], 20, now)

    assert not large.halt.is_set()
    assert small.why == "33 s a page, and all other councils had ended"


def test_nobody_is_slow_where_only_two_were_asked():
    patience = Patience(grace_seconds=60, began=0)
    walk = Walk(began=0.0, answers=1)

    patience.lose([walk], 2, 5000)

    assert not walk.halt.is_set()


def test_a_night_ends_by_the_morning():
    patience = Patience(began=0)
    walks = [Walk(began=0.0, answers=100_000) for _ in range(40)]

    patience.lose(walks, 40, 6 * 3600 + 1)

    assert {walk.why for walk in walks} == {"the night is over after 6 h"}


def test_a_run_under_way_lands_when_it_ends_not_before(world):
    with many_sites(1, {}, committees="scrutiny") as (registry, _):
        world.register(registry)
        council = world.home.registry().council("c01")
        ends = world.home.archive.writing("c01", "run-001")
        with world.home.held("c01"), ends:
            assert list(land(world.home, {"c01": council.name})) == []
        # Whoever crawled it is gone without a receipt: what it had is all there is.
        landed = list(land(world.home, {"c01": council.name}))

    assert [batch.run_id for batch in landed] == ["run-001"]


def test_councils_of_one_host_are_dealt_into_one_hand(tmp_path):
    (tmp_path / "councils.toml").write_text(
        "\n".join(
            f'[councils.{name}]\nname = "{name}"\nbase_url = "https://{host}.example/{name}"\n'
            for name, host in zip("abcdef", "xxxyzz", strict=True)
        )
    )
    councils = list(load_registry(tmp_path / "councils.toml").councils.values())

    assert dealt(councils, 1) == [("a", "b", "c", "e", "f", "d")]
    assert sorted(map(sorted, dealt(councils, 2))) == [["a", "b", "c"], ["d", "e", "f"]]
    assert len(dealt(councils, 9)) == 3


@pytest.mark.parametrize(("most", "shares"), [(10, 3), (2, 5), (7, 1), (None, 2)])
def test_the_parts_of_a_budget_add_up_to_it(most, shares):
    parts = [part_of(most, number, shares) for number in range(shares)]

    assert parts == [None] * shares if most is None else sum(parts) == most
