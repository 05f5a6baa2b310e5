"""Every fault at once, on a share of all answers of all sites: what a run makes of it."""

import pytest

from tests.orchestration.homes import TestHome

pytestmark = [pytest.mark.xdist_group("hostile"), pytest.mark.long]


@pytest.fixture(scope="module", params=[1, 2])
def stormy(request, site, calm, registry, tmp_path_factory):
    """A home whose first night was a storm and whose second was calm."""
    root = tmp_path_factory.mktemp("stormy")
    home = TestHome(root / "home", registry)
    site.share, site.seed = 0.3, request.param
    site.given.clear()
    home.said_in_the_storm = home.scrutiny("nightly")
    site.share = 0.0
    home.said = home.scrutiny("nightly")
    home.beside = sorted(path.name for path in root.iterdir())
    return home


def test_the_run_ends_and_says_that_councils_had_trouble(stormy, site):
    assert stormy.said_in_the_storm.returncode in (1, 3), stormy.said_in_the_storm.stderr
    assert "Traceback" not in stormy.said_in_the_storm.stderr
    assert len(site.given) >= 20


def test_the_next_run_publishes_what_an_undisturbed_one_does(stormy, calm):
    assert stormy.said.returncode == 0, stormy.said.stderr
    tables = calm.ask("select table_name from duckdb_tables() where schema_name = 'marts'")

    for (table,) in tables:
        assert content(stormy, table) == content(calm, table), table


def content(home, table):
    """All of a table but for when it was fetched, and in which bytes it came that day."""
    return home.ask(
        f"select columns(name -> name not in ('fetched_at', 'page_sha256')) from marts.{table} "
        "order by all"
    )


def test_no_other_host_was_asked_for_anything(stormy, site):
    assert site.led_astray == []


def test_files_appear_below_the_home_alone(stormy, calm):
    assert stormy.beside == ["home"]
    assert {path.name for path in stormy.root.iterdir()} == {
        path.name for path in calm.root.iterdir()
    }
