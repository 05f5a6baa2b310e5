"""Dagster's own pages on a home, in a real browser: what an engineer on call sees.

With --screenshots, what it sees is written to docs/images/.
"""

import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager, suppress

import pytest
import requests

from tests.orchestration.services import free_port

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
READY_SECONDS = 600
pytestmark = [
    pytest.mark.long,
    pytest.mark.xdist_group("main job"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]
BACKFILL = """
mutation Backfill($params: LaunchBackfillParams!) {
  launchPartitionBackfill(backfillParams: $params) {
    __typename
    ... on LaunchBackfillSuccess { backfillId }
    ... on PythonError { message }
  }
}
"""


@pytest.fixture(scope="module")
def ui(demo, tmp_path_factory):
    """The address of Dagster's pages on a copy of the demo's home, its daemon running."""
    home = type(demo)(tmp_path_factory.mktemp("ui") / "home")
    shutil.copytree(demo.root, home.root, symlinks=True)
    port = free_port()
    log = home.root.with_name("ui.log")
    with log.open("w") as file, _started(home, port, file):
        address = f"http://127.0.0.1:{port}"
        _await(lambda: _answers(address), log)
        yield address, home


@contextmanager
def _started(home, port, file):
    running = home.start("ui", "--port", str(port), stdout=file)
    try:
        yield
    finally:
        os.killpg(running.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=20)
        # Whatever of its processes is left by now.
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


@pytest.fixture(scope="module")
def page(ui, tmp_path_factory):
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            str(tmp_path_factory.mktemp("chromium")),
            executable_path=CHROMIUM,
            args=FLAGS,
            viewport={"width": 1500, "height": 900},
        )
        browser.set_default_timeout(60_000)
        yield browser.new_page()
        browser.close()


@pytest.fixture
def picture(page, images):
    def take(name, of=page):
        if images:
            page.wait_for_timeout(2500)
            of.screenshot(path=images / f"dagster-{name}.png")

    return take


def test_the_graph_shows_every_room_of_the_house(ui, page, picture):
    address, _ = ui
    page.goto(f"{address}/asset-groups")

    for group in ("archive", "landing", "raw", "staging", "intermediate", "marts", "published"):
        page.get_by_text(group, exact=True).first.wait_for()
    picture("graph")


def test_each_council_is_a_partition_with_its_own_figures(ui, page, picture):
    address, _ = ui
    page.goto(f"{address}/assets/archive?view=partitions&partition=thornbury-vale")

    page.get_by_text("thornbury-vale").first.wait_for()
    page.get_by_text("least_gap_seconds").first.wait_for()
    picture("partitions")


def test_checks_say_what_to_do(ui, page, picture):
    address, _ = ui
    check = "no_council_collapsed"
    page.goto(f"{address}/assets/marts/fct_agenda_items?view=checks&checkDetail={check}")

    page.get_by_text("mend it and replay the council").first.wait_for()
    picture("checks")


def test_the_state_of_every_council_is_a_page(ui, page, picture):
    address, _ = ui
    page.goto(f"{address}/assets/council_status?view=overview")

    page.get_by_text("councils_in_trouble").first.wait_for()
    picture("status")


def test_a_table_shows_its_rows_and_whose_it_is(ui, page, picture):
    address, _ = ui
    page.goto(f"{address}/assets/marts/fct_inspection_outcomes?view=overview")

    page.get_by_text("scrutiny").first.wait_for()
    page.get_by_text("sample").first.wait_for()
    picture("table")


def test_what_is_published_is_counted_drawn_and_linked(ui, page, picture):
    address, _ = ui
    page.goto(f"{address}/assets/published?view=overview")

    page.get_by_text("rows of fct_meetings").first.wait_for()
    page.get_by_role("link", name="what is missing").first.wait_for()
    page.get_by_text("Show Markdown").first.click()
    page.get_by_alt_text("Meetings a year, by the state of their minutes").first.wait_for()
    picture("plot", of=page.get_by_role("dialog").first)


def test_a_test_of_dbt_says_what_it_holds_and_what_to_do(ui, page):
    address, _ = ui
    check = "fct_recommendations_keeps_its_promises"
    page.goto(f"{address}/assets/marts/fct_recommendations?view=checks&checkDetail={check}")

    page.get_by_text("is told once").first.wait_for()
    page.get_by_text("nothing is published and the last snapshot stands").first.wait_for()


def test_a_backfill_from_these_pages_crawls_and_publishes(ui, page, picture):
    address, _ = ui
    runs_before = _runs(address)
    params = {
        "assetSelection": [{"path": ["archive"]}],
        "partitionNames": ["kelverton", "ravensclough"],
        "runConfigData": {
            "ops": {
                "archive": {
                    "config": {
                        "command": "backfill", "since": "2016-01-01", "until": "2030-01-01",
                    }
                }
            }
        },
    }  # fmt: skip

    launched = _ask(address, BACKFILL, params=params)["launchPartitionBackfill"]

    assert launched["__typename"] == "LaunchBackfillSuccess", launched
    page.goto(f"{address}/runs/b/{launched['backfillId']}")
    page.get_by_text("kelverton").first.wait_for()
    _await(lambda: {("crawl", "SUCCESS"), ("build", "SUCCESS")} <= _new(address, runs_before))
    page.goto(f"{address}/runs/b/{launched['backfillId']}")
    page.get_by_text("Completed").first.wait_for()
    picture("backfill")


def _new(address, before):
    return {(job, status) for run, (job, status) in _runs(address).items() if run not in before}


def _runs(address):
    found = _ask(
        address, "{ runsOrError { ... on Runs { results { runId jobName status tags {key} } } } }"
    )
    # A backfill of assets runs under a name of Dagster's own.
    return {
        run["runId"]: ("build" if run["jobName"] == "build" else "crawl", run["status"])
        for run in found["runsOrError"]["results"]
    }


def _ask(address, query, **variables):
    answer = requests.post(
        f"{address}/graphql", json={"query": query, "variables": variables}, timeout=60
    ).json()
    assert "errors" not in answer, answer
    return answer["data"]


def _answers(address):
    query = "{ repositoriesOrError { ... on RepositoryConnection { nodes { name } } } }"
    try:
        return bool(_ask(address, query)["repositoriesOrError"].get("nodes"))
    except requests.RequestException:
        return False


def _await(holds, log=None):
    until = time.monotonic() + READY_SECONDS
    while not holds():
        assert time.monotonic() < until, log.read_text() if log else "it takes too long"
        time.sleep(0.5)
