"""A backfill on two workers, with Dagster's state in PostgreSQL, gives what one machine gives."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve
from tests.orchestration.homes import TestHome
from tests.orchestration.services import celery_worker, lacking, postgres, redis

BACKFILL = ["backfill", "--from", "2016-01-01", "--to", "2030-01-01"]
SLUGS = ("aldermarch", "carrowbrook", "kelverton", "ravensclough")
CLUSTER = Path("deploy/cluster").resolve()
pytestmark = [
    pytest.mark.long,
    pytest.mark.xdist_group("cluster"),
    pytest.mark.skipif(bool(lacking()), reason=f"a cluster needs {', '.join(lacking())}"),
]


def test_two_workers_give_the_same_marts(tmp_path):
    with ExitStack() as stack:
        address = stack.enter_context(serve())
        (tmp_path / "councils.toml").write_text(registry_text(address))
        alone = TestHome(tmp_path / "alone", tmp_path / "councils.toml")
        spread = TestHome(tmp_path / "spread", tmp_path / "councils.toml")
        (spread.root / "dagster").mkdir(parents=True)
        spread.more = {
            "SCRUTINY_EXECUTOR": "celery",
            "SCRUTINY_WORKERS": "2",
            "SCRUTINY_BROKER": stack.enter_context(redis()),
            "SCRUTINY_POSTGRES": stack.enter_context(postgres()),
            "SCRUTINY_INSTANCE": str(CLUSTER),
            "SCRUTINY_DAGSTER": str(spread.root / "dagster"),
        }
        logs = [tmp_path / "one.log", tmp_path / "two.log"]
        for log in logs:
            name = f"{log.stem}@%h"
            stack.enter_context(celery_worker(name, spread.environment(), log))
        command = BACKFILL + [f"--council={slug}" for slug in SLUGS]

        said = spread.scrutiny(*command)

        assert said.returncode == 0, said.stderr
        assert alone.scrutiny(*command).returncode == 0
    assert spread.marts() == alone.marts()
    # Each worker had its share: neither is an onlooker.
    assert all("share_of_councils" in log.read_text() for log in logs)
    assert not (spread.root / "dagster" / "history").exists()
