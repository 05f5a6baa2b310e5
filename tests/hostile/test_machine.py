"""When the machine fails, or what stands on its disk was damaged: what stands published stands."""

import os
import random
import resource
import shutil
import sys
from pathlib import Path

import duckdb
import pytest

from scrapers.archive import Archive
from tests.orchestration.homes import TestHome

pytestmark = pytest.mark.xdist_group("hostile")
# A command whose clock went back, as its users start it otherwise.
YESTERDAY = [
    sys.executable,
    "-c",
    "import datetime as d\n"
    "class Yesterday(d.datetime):\n"
    "    @classmethod\n"
    "    def now(cls, tz=None):\n"
    "        return d.datetime.fromtimestamp(__import__('time').time() - 86400, tz)\n"
    "import orchestration.defs.archive as a, orchestration.crawling as c, scrapers.wire as w\n"
    "a.datetime = c.datetime = w.datetime = Yesterday\n"
    "from orchestration.cli import app; app()",
]


@pytest.fixture
def demo_home(demo, tmp_path):
    shutil.copytree(demo.root, tmp_path / "home", symlinks=True)
    return TestHome(tmp_path / "home")


def limited(limit, value):
    """For a child process: at most so much of something."""

    def limit_it():
        resource.setrlimit(limit, (value, value))

    return limit_it


def test_a_home_that_cannot_be_written_to_is_told_in_a_line(registry):
    if not Path("/proc/self").exists():
        pytest.skip("needs /proc, where nobody may make a folder")

    said = TestHome(Path("/proc/scrutiny"), registry).scrutiny("nightly")

    assert said.returncode == 1
    assert "Traceback" not in said.stderr
    assert "/proc/scrutiny" in said.stderr


def test_damage_to_all_but_the_archive_is_made_good_by_the_next_night(demo_home, demo):
    (demo_home.root / "warehouse/scrutiny.duckdb").write_bytes(random.Random(1).randbytes(100_000))
    for index in (demo_home.root / "archive/kelverton").glob("*.jsonl"):
        index.write_bytes(index.read_bytes()[:1000] + b"\0\xff" * 50)
    for made in (demo_home.root / "dbt/target").glob("*.*"):  # the manifest among them
        made.write_bytes(made.read_bytes()[: made.stat().st_size // 2])

    said = demo_home.scrutiny("nightly")

    assert said.returncode == 0, said.stderr
    assert demo_home.marts() == demo.marts()


@pytest.mark.long
def test_a_home_of_an_earlier_version_is_taken_over(home, calm):
    with duckdb.connect(str(home.root / "warehouse/scrutiny.duckdb")) as con:
        con.execute("drop view if exists staging.stg_moderngov__decisions")
        con.execute("alter table raw.decisions drop column is_unanimous")
        con.execute("drop table raw.document_mentions")

    said = home.scrutiny("replay")

    assert said.returncode == 0, said.stderr
    assert home.marts() == calm.marts()


def test_what_is_taken_down_or_damaged_is_missing_from_a_replay_and_nothing_else(demo_home, demo):
    ((item, page),) = demo.ask(
        "select agenda_item_id, page_sha256 from marts.fct_agenda_items "
        "where council_id = 'kelverton' and minutes_text is not null order by 1 limit 1"
    )
    ((person, count),) = demo.ask(
        "select person_name, count(*) from marts.fct_attendances group by 1 order by 2 desc limit 1"
    )
    (demo_home.root / "takedown.txt").write_text(f"item {item}\nperson {person}\n")
    lost = _damaged(demo_home, "aldermarch")

    said = demo_home.scrutiny("replay")

    assert said.returncode == 0, said.stderr
    items = {id_ for (id_,) in demo_home.ask("select agenda_item_id from marts.fct_agenda_items")}
    before = demo.ask("select agenda_item_id, council_id, page_sha256 from marts.fct_agenda_items")
    assert {id_ for id_, _, _ in before} - items <= {
        id_ for id_, council, sha in before if id_ == item or sha == lost
    }
    assert item not in items
    texts = demo_home.ask(
        f"select count(*) from marts.fct_attendances where person_name = '{person}' union all "
        f"select count(*) from marts.fct_agenda_items where minutes_text ilike '%{person}%'"
    )
    assert texts == [(0,), (0,)]
    with duckdb.connect(str(demo_home.root / "warehouse/scrutiny.duckdb"), read_only=True) as con:
        found = con.execute(
            "select count(*) from raw.agenda_items where council = 'kelverton' and item_id = ?",
            [int(item.rpartition("-")[2])],
        ).fetchall()
    assert found == [(0,)]
    assert count > 0
    assert page


@pytest.mark.long
@pytest.mark.parametrize(
    ("limit", "value"),
    [(resource.RLIMIT_FSIZE, 400_000), (resource.RLIMIT_FSIZE, 4_000_000),
     (resource.RLIMIT_NOFILE, 30), (resource.RLIMIT_NOFILE, 60)],
    ids=["small disk", "larger disk", "few files", "more files"],
)  # fmt: skip
def test_a_machine_that_runs_out_of_something_leaves_what_stands(home, calm, limit, value):
    shutil.rmtree(home.root / "landing")
    shutil.rmtree(home.root / "warehouse")

    said = home.scrutiny("nightly", preexec_fn=limited(limit, value))

    assert said.returncode in (0, 1, 3), said.stderr
    assert home.marts() == calm.marts()
    again = home.scrutiny("nightly")
    assert again.returncode == 0, again.stderr
    assert home.marts() == calm.marts()


@pytest.mark.long
def test_a_clock_that_went_back_loses_nothing(home, calm, monkeypatch):
    monkeypatch.setattr("tests.orchestration.homes.SCRUTINY", YESTERDAY)
    said = home.scrutiny("nightly")
    monkeypatch.undo()

    assert said.returncode == 0, said.stderr
    assert home.marts() == calm.marts()
    again = home.scrutiny("nightly")
    assert again.returncode == 0, again.stderr
    assert home.marts() == calm.marts()


@pytest.mark.long
def test_two_runs_at_once_in_one_home_end_as_one_does(calm, tmp_path):
    home = TestHome(tmp_path / "home", calm.registry)
    running = [home.start("nightly"), home.start("nightly")]
    told = [process.communicate(timeout=300)[0] for process in running]

    assert {process.returncode for process in running} <= {0, 3, 4}, told
    again = home.scrutiny("nightly")
    assert again.returncode == 0, again.stderr
    assert home.marts() == calm.marts()


def _damaged(home, council):
    """Turn a byte of one archived page; give the hash of the page."""
    archive = Archive(home.root / "archive")
    entry = next(
        entry
        for key, entry in sorted(archive.latest(council).items())
        if key.startswith("meeting_documents:")
    )
    path = home.root / "archive" / council / f"{entry.run_id}.warc.gz"
    at = entry.offset + entry.length // 2
    with path.open("r+b") as file:
        file.seek(at)
        turned = file.read(1)[0] ^ 0xFF
        file.seek(at)
        file.write(bytes([turned]))
        os.fsync(file.fileno())
    return entry.page_sha256
