"""A home's archive and landing are kept at a store, and a home made anew from it is the same."""

import shutil

import pytest

from orchestration import keeping
from orchestration.home import Home
from orchestration.landing import Landing
from orchestration.store import Store
from scrapers.archive import Archive
from tests.orchestration.homes import TestHome

COUNCIL = "kelverton"


@pytest.fixture
def full(demo, tmp_path):
    """A home that has archived and landed, with no store yet."""
    shutil.copytree(demo.root / "archive", tmp_path / "full" / "archive")
    shutil.copytree(demo.root / "landing", tmp_path / "full" / "landing")
    return Home(tmp_path / "full")


@pytest.fixture
def store(monkeypatch):
    """One in memory, which is nobody else's."""
    from fsspec.implementations.memory import MemoryFileSystem

    monkeypatch.setattr(MemoryFileSystem, "store", {})
    monkeypatch.setattr(MemoryFileSystem, "pseudo_dirs", [""])
    monkeypatch.setenv("SCRUTINY_STORE", "memory://scrutiny/test")
    return Store.at("memory://scrutiny/test")


def files(folder):
    return {
        path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_without_a_store_nothing_is_kept_anywhere(full, monkeypatch):
    monkeypatch.delenv("SCRUTINY_STORE", raising=False)
    before = files(full.root)

    keeping.take(full, [COUNCIL])
    keeping.keep(full, [COUNCIL])

    assert files(full.root) == before


def test_an_empty_home_takes_all_that_another_kept_to_the_byte(full, store, tmp_path):
    councils = full.archive.councils()
    keeping.keep(full, councils)
    empty = Home(tmp_path / "empty")

    keeping.take(empty, councils)

    assert files(empty.root / "archive") == files(full.root / "archive")
    assert files(empty.root / "landing") == files(full.root / "landing")
    assert [batch.run_id for batch in empty.landing.batches()] == [
        batch.run_id for batch in full.landing.batches()
    ]


def test_what_is_there_is_not_brought_again(full, store, monkeypatch, tmp_path):
    keeping.keep(full, [COUNCIL])
    keeping.take(Home(tmp_path / "other"), [COUNCIL])
    for move in ("put_file", "get_file"):
        monkeypatch.setattr(type(store.files), move, lambda *paths: pytest.fail(f"brought {paths}"))

    keeping.keep(full, [COUNCIL])
    keeping.take(Home(tmp_path / "other"), [COUNCIL])


def test_a_run_that_goes_on_is_not_kept_and_one_that_was_cut_off_is_once_it_has_landed(full, store):
    (whole,) = full.archive.run_ids(COUNCIL)
    with full.archive.writing(COUNCIL, "99990101T000000000000Z"):
        keeping.keep(full, [COUNCIL])
        assert store.run_ids(COUNCIL) == [whole]

    names = {COUNCIL: "Kelverton"}
    assert [batch.run_id for batch in full.landing.land(full.archive, names)] == [
        "99990101T000000000000Z"
    ]
    keeping.keep(full, [COUNCIL])
    assert store.run_ids(COUNCIL) == [whole, "99990101T000000000000Z"]


def test_what_a_kill_left_half_brought_is_not_there_and_is_brought_again(
    full, store, monkeypatch, tmp_path
):
    def broken(*paths):
        raise OSError("the line is dead")

    with monkeypatch.context() as half:
        half.setattr(type(store.files), "mv", broken)
        with pytest.raises(OSError, match="the line is dead"):
            keeping.keep(full, [COUNCIL])
    assert store.run_ids(COUNCIL) == store.batch_ids(COUNCIL) == []

    keeping.keep(full, [COUNCIL])
    empty = Home(tmp_path / "empty")
    with monkeypatch.context() as half:
        half.setattr(type(store.files), "get_file", broken)
        with pytest.raises(OSError, match="the line is dead"):
            keeping.take(empty, [COUNCIL])
    assert empty.archive.run_ids(COUNCIL) == []
    assert empty.landing.batches() == []
    keeping.take(empty, [COUNCIL])
    assert files(empty.root / "landing" / COUNCIL) == files(full.root / "landing" / COUNCIL)


def test_batches_that_are_read_afresh_replace_those_at_the_store(full, store):
    keeping.keep(full, [COUNCIL])
    keeping.forget_batches(COUNCIL)
    assert store.batch_ids(COUNCIL) == []
    assert store.run_ids(COUNCIL) == full.archive.run_ids(COUNCIL)

    keeping.keep(full, [COUNCIL])

    assert store.batch_ids(COUNCIL) == full.landing.run_ids(COUNCIL)


@pytest.mark.xdist_group("main job")
def test_a_home_made_anew_from_its_store_builds_the_same_marts(undisturbed, tmp_path):
    store = Store.at(f"file://{tmp_path / 'store'}")
    before = Home(undisturbed.root)
    for council in before.archive.councils():
        for run_id in before.archive.run_ids(council):
            store.keep_run(before.archive, council, run_id)
    anew = TestHome(tmp_path / "anew", undisturbed.registry)
    anew.more = {"SCRUTINY_STORE": f"file://{tmp_path / 'store'}"}

    said = anew.scrutiny("replay")

    assert said.returncode == 0, said.stderr
    assert anew.marts() == undisturbed.marts()
    landed = Landing(anew.root / "landing")
    assert all(store.batch_ids(c) == landed.run_ids(c) != [] for c in before.archive.councils())
    assert Archive(anew.root / "archive").councils() == before.archive.councils()
