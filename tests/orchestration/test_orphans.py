"""Runs that a kill left open are closed by whoever comes next, and only those."""

import subprocess
import sys

import dagster as dg
import pytest

from orchestration.home import Home
from orchestration.orphans import TAG, close_orphans, process_of_its_own

DIE = """
import os, signal, sys
from pathlib import Path
from orchestration.home import Home
from orchestration.orphans import process_of_its_own
with process_of_its_own(Home(Path(sys.argv[1]))) as name:
    print(name, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def instance():
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


def begun(instance, process):
    run = instance.create_run_for_job(_nothing, tags={TAG: process})
    instance.report_run_canceling(run)
    return run.run_id


@dg.job
def _nothing():
    """Has no steps: only its runs' states are looked at."""


def test_a_run_of_a_killed_process_is_closed_and_its_lock_cleared_away(tmp_path, instance):
    died = subprocess.run(
        [sys.executable, "-c", DIE, str(tmp_path)], capture_output=True, text=True, check=False
    )
    process = died.stdout.strip()
    run_id = begun(instance, process)

    assert close_orphans(Home(tmp_path), instance) == 1
    assert instance.get_run_by_id(run_id).status is dg.DagsterRunStatus.FAILURE
    assert list((tmp_path / "locks").iterdir()) == []


def test_a_run_of_a_living_process_is_left_alone(tmp_path, instance):
    with process_of_its_own(Home(tmp_path)) as process:
        run_id = begun(instance, process)

        assert close_orphans(Home(tmp_path), instance) == 0
    assert instance.get_run_by_id(run_id).status is dg.DagsterRunStatus.CANCELING
