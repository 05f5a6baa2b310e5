"""Servers that are not merely ill: each costs its own council pages, and no more requests."""

import pytest

from orchestration import patience
from orchestration.crawling import Progress
from orchestration.home import Home
from orchestration.sharing import Share, bring_in
from scrapers.archive import Archive
from scrapers.moderngov import committee_walk
from tests.hostile.crafty_site import CRAFTS, serving_craftily

# How the crawl of the council ends, and the reason that is told.
ENDS = {
    "chunks of negative length": ("failed", "HostUnreachableError"),
    "chunks without an end": ("failed", "HostUnreachableError"),
    "headers without an end": ("failed", "HostUnreachableError"),
    "one endless header": ("failed", "HostUnreachableError"),
    "no http at all": ("failed", "HostUnreachableError"),
    "shorter than it is": ("partial", "PageChangedError"),
    "wait for ever": ("partial", "SiteFailedError"),
    "always busy": ("failed", "SiteFailedError"),
    "round by its aliases": ("failed", "SiteFailedError"),
    "to a file": ("partial", "OffSiteRedirectError"),
    "to a neighbour": ("partial", "OffSiteRedirectError"),
    "another meeting": ("partial", "PageChangedError"),
    "cookies by the megabyte": ("complete", None),
    "earlier meetings without an end": ("partial", "PageChangedError"),
}
MOST = 150  # requests; an honest one takes 39


@pytest.fixture
def crawled(tmp_path, monkeypatch):
    """What becomes of a night on which one council is crafty, and of its neighbour."""
    monkeypatch.setenv("SCRUTINY_COUNCILS", str(tmp_path / "councils.toml"))
    monkeypatch.setattr(committee_walk, "MOST_PAGES", 5)
    home = Home(tmp_path / "home")

    def crawl(name):
        with serving_craftily(name) as (registry, asked):
            (tmp_path / "councils.toml").write_text(registry)
            share = Share(number=0, run_id="run-1", slugs=("crafty", "neighbour"))
            crawls = {crawl.council: crawl for crawl in bring_in(home, share, Progress())}
        return crawls, Archive(home.root / "archive").run("crafty", "run-1").failures, asked

    return crawl


def test_each_craft_has_its_end_told():
    assert ENDS.keys() == CRAFTS.keys()


@pytest.mark.parametrize("name", CRAFTS)
def test_a_crafty_council_ends_with_its_reason_and_its_neighbour_is_had(crawled, name):
    crawls, failures, asked = crawled(name)

    outcome, error = ENDS[name]
    told = {crawls["crafty"].error, *(failure.error for failure in failures)} - {None}
    assert crawls["crafty"].outcome == outcome
    assert error in told if error else not told
    assert asked["crafty"] <= MOST
    assert crawls["neighbour"].outcome == "complete"


def test_a_council_is_asked_for_no_more_than_so_many_pages_in_one_run(crawled, monkeypatch):
    monkeypatch.setattr(patience, "MOST_REQUESTS", 60)
    monkeypatch.setattr(committee_walk, "MOST_PAGES", 10_000)

    crawls, _, asked = crawled("earlier meetings without an end")

    assert crawls["crafty"].requests == 60
    assert asked["crafty"] in (59, 60)  # robots.txt may have been asked for by it
    assert crawls["crafty"].outcome == "stopped"
    assert crawls["crafty"].error_message == "60 requests are enough for one run"
    assert crawls["neighbour"].outcome == "complete"
