"""Every fault at once, on a share of all answers of all sites: what a run makes of it."""

import pytest

from scrapers.samples.registry import registry_text
from tests.hostile.faulty_site import FaultySite, serving_badly
from tests.orchestration.homes import TestHome

pytestmark = pytest.mark.xdist_group("storm")


@pytest.fixture(scope="module")
def stormy(tmp_path_factory):
    """A home that went through a storm, the same one a night later, and one that never did."""
    root = tmp_path_factory.mktemp("storm")
    with serving_badly(FaultySite()) as site:
        registry = root / "councils.toml"
        registry.write_text(
            registry_text(site.address).replace(
                "delay_seconds = 0\n", "delay_seconds = 0\ntimeout_seconds = 1.0\n"
            )
        )
        calm, home = TestHome(root / "calm", registry), TestHome(root / "stormy", registry)
        calm.said = calm.scrutiny("nightly")
        site.share = 0.3
        home.said_in_the_storm = home.scrutiny("nightly")
        site.share = 0.0
        home.said = home.scrutiny("nightly")
        yield home, calm, site


def test_the_run_ends_and_says_that_councils_had_trouble(stormy):
    home, calm, site = stormy

    assert calm.said.returncode == 0, calm.said.stderr
    assert home.said_in_the_storm.returncode in (1, 3), home.said_in_the_storm.stderr
    assert "Traceback" not in home.said_in_the_storm.stderr
    assert len(site.given) >= 20


def test_the_next_run_publishes_what_an_undisturbed_one_does(stormy):
    home, calm, _ = stormy
    assert home.said.returncode == 0, home.said.stderr
    expected, found = calm.marts(), home.marts()

    assert found.keys() == expected.keys()
    for table, rows in expected.items():
        assert found[table] == rows, table


def test_no_other_host_was_asked_for_anything(stormy):
    _, _, site = stormy

    assert site.led_astray == []
