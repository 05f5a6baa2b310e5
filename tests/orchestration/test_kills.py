"""Kill -9 at any moment, then the same command again: as if nothing had happened."""

import os
import random
import signal
import sqlite3
import subprocess
from collections import Counter
from contextlib import closing

import pytest

from scrapers.archive import Archive
from tests.orchestration.homes import TestHome

pytestmark = pytest.mark.xdist_group("main job")
NIGHTLY = ["nightly"]
BACKFILL = ["backfill", "--from", "2016-01-01", "--to", "2030-01-01"]
BACKFILL += [f"--council={slug}" for slug in (
    "aldermarch", "carrowbrook", "kelverton", "ravensclough", "thornbury-vale",
)]  # fmt: skip
MOMENTS = random.Random(20261122)
# Pages that say what a meeting was; lists of them are asked for again by a run that starts afresh.
SETTLED = ("meeting_documents", "agenda_item", "service_meeting:", "meeting_attendance")


def _moments(command, count):
    return [(command, round(MOMENTS.random(), 3)) for _ in range(count)]


SOME = _moments(NIGHTLY, 1)
MANY = _moments(NIGHTLY, 10) + _moments(BACKFILL, 10)


@pytest.fixture(scope="session")
def undisturbed_backfill(undisturbed, tmp_path_factory):
    home = TestHome(tmp_path_factory.mktemp("backfill"), undisturbed.registry)
    said = home.scrutiny(*BACKFILL)
    assert said.returncode == 0, said.stderr
    return home


@pytest.mark.parametrize(
    ("command", "moment"),
    [pytest.param(*case, marks=pytest.mark.long) for case in (*SOME, *MANY)],
    ids=lambda value: value[0] if isinstance(value, list) else str(value),
)
def test_a_run_killed_at_any_moment_is_completed_by_the_same_command(
    request, undisturbed, registered, sites, command, moment
):
    is_nightly = command is NIGHTLY
    whole = undisturbed if is_nightly else request.getfixturevalue("undisturbed_backfill")
    home = registered(sites)
    running = home.start(*command)
    try:
        running.communicate(timeout=moment * undisturbed.seconds)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
    kept = _bodies(home)
    begun = _open_runs(home)

    said = home.scrutiny(*command)

    assert said.returncode == 0, said.stderr
    assert home.marts() == whole.marts()
    assert kept <= _bodies(home)
    assert not _open_runs(home), begun
    repeated = {key: times for key, times in _asked_for(home).items() if times > 1}
    # Of a council's settled meetings one a night is looked at again, by chance.
    assert len(repeated) <= is_nightly, repeated


def _open_runs(home):
    """Runs that Dagster holds for running: to its queue, they would be in the way for ever."""
    index = home.root / "dagster" / "history" / "runs.db"
    if not index.exists():
        return []
    with closing(sqlite3.connect(index)) as con:
        return con.execute("select run_id from runs where status = 'STARTED'").fetchall()


def _bodies(home):
    archive = Archive(home.root / "archive")
    return {
        (council, entry.page_key, entry.page_sha256)
        for council in archive.councils()
        for run_id in archive.run_ids(council)
        for entry in archive.run(council, run_id).entries
    }


def _asked_for(home):
    """How often each settled page was had, over all runs."""
    archive = Archive(home.root / "archive")
    return Counter(
        (council, entry.page_key)
        for council in archive.councils()
        for run_id in archive.run_ids(council)
        for entry in archive.run(council, run_id).entries
        if entry.status == 200 and (entry.page_key or "").startswith(SETTLED)
    )
