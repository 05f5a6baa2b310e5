"""A home is opened by each run in turn."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from orchestration.home import Home
from orchestration.runs import Runner


def test_a_run_waits_until_another_has_made_dagsters_tables(tmp_path, monkeypatch):
    for name in ("SCRUTINY_HOME", "SCRUTINY_DAGSTER", "DAGSTER_HOME"):
        monkeypatch.setenv(name, "")  # the runner sets them; the test sets them back
    home = Home(tmp_path)

    with ThreadPoolExecutor() as threads:
        with home.held("dagster"):
            opening = threads.submit(Runner, home)
            with pytest.raises(TimeoutError):
                opening.result(timeout=1)
            assert not any(home.dagster.rglob("*.db"))
        opening.result(timeout=60)

    assert any(home.dagster.rglob("*.db"))
