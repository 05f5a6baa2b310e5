"""Forty councils of which one fails, one is slow and one serves rubbish: 37 do not notice."""

import json

import pytest

from tests.orchestration.homes import TestHome
from tests.orchestration.many_sites import failing, many_sites, rubbish, slow

pytestmark = [pytest.mark.xdist_group("main job"), pytest.mark.long]


def test_thirty_seven_publish_on_time_and_status_names_the_three(tmp_path):
    ill = {"c11": failing, "c23": slow(30), "c37": rubbish}
    # One committee each, so that forty councils cost a test no more than four.
    with many_sites(40, ill, committees="scrutiny") as (registry, _):
        (tmp_path / "councils.toml").write_text(registry)
        home = TestHome(tmp_path / "home", tmp_path / "councils.toml")

        said = home.scrutiny("nightly", "--patience", "12")

    assert said.returncode == 3, said.stderr
    assert "Traceback" not in said.stderr
    published = {council for (council,) in home.ask("select council_id from marts.fct_meetings")}
    assert published >= {f"c{number:02}" for number in range(1, 41)} - set(ill)
    states = {s["council_id"]: s for s in json.loads(home.scrutiny("status", "--json").stdout)}
    troubled = {
        slug: state for slug, state in states.items() if state["last_outcome"] != "complete"
    }
    assert set(troubled) == set(ill)
    assert {slug: state["failures"][0]["error"] for slug, state in troubled.items()} == {
        "c11": "SiteFailedError", "c23": "CrawlStoppedError", "c37": "PageChangedError",
    }  # fmt: skip
    lines = [line for line in said.stderr.splitlines() if line.startswith(tuple(ill))]
    assert len(lines) == 3
    assert all(" → " in line for line in lines)
    assert "all other councils had ended" in states["c23"]["failures"][0]["example"]
