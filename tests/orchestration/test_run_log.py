"""Dagster's log waits for no disk at its lines, and no line is lost to a kill."""

import signal
import sqlite3
import subprocess
import sys

import pytest
import sqlalchemy as db
from sqlalchemy.pool import NullPool

from orchestration.run_log import spare_the_disk

WRITES_AND_IS_KILLED = """
import os, signal, sys
import sqlalchemy as db
from orchestration.run_log import spare_the_disk
spare_the_disk()
engine = db.create_engine(f"sqlite:///{sys.argv[1]}", poolclass=db.pool.NullPool)
for number in range(30):
    with engine.begin() as con:
        con.execute(db.text("insert into events values (:number)"), {"number": number})
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def log(tmp_path):
    """A file such as Dagster makes for the events of one run."""
    path = tmp_path / "index.db"
    with sqlite3.connect(path) as con:
        con.execute("pragma journal_mode = wal")
        con.execute("create table events (number integer)")
    con.close()
    return path


def written_ahead(log):
    return log.with_name("index.db-wal")


def test_a_file_that_was_closed_stays_open_so_that_nothing_is_copied_back_each_time(log):
    assert not written_ahead(log).exists()
    spare_the_disk()
    engine = db.create_engine(f"sqlite:///{log}", poolclass=NullPool)
    with engine.begin() as con:
        con.execute(db.text("insert into events values (1)"))
        assert con.execute(db.text("pragma synchronous")).scalar() == 1  # normal

    assert written_ahead(log).stat().st_size > 0
    with sqlite3.connect(log) as another:
        assert another.execute("select * from events").fetchall() == [(1,)]


def test_no_line_is_lost_to_a_kill(log):
    command = [sys.executable, "-c", WRITES_AND_IS_KILLED, str(log)]

    ended = subprocess.run(command, check=False, capture_output=True, text=True)

    assert ended.returncode == -signal.SIGKILL, ended.stderr
    with sqlite3.connect(log) as con:
        assert con.execute("select count(*) from events").fetchall() == [(30,)]


def test_a_database_in_memory_is_opened_as_ever(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    spare_the_disk()
    for address in ("sqlite://", "sqlite:///file:some?mode=memory&uri=true&cache=shared"):
        with db.create_engine(address).connect() as con:
            assert con.execute(db.text("select 1")).scalar() == 1

    assert list(tmp_path.iterdir()) == []
