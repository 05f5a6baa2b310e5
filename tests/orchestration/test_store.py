"""A home's archive and landing are kept at a store, and a home made anew from it is the same."""

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest

from orchestration import keeping
from orchestration.home import Home
from orchestration.importing import import_pages
from orchestration.landing import Landing
from orchestration.store import Store
from scrapers.archive import Archive
from tests.orchestration import services
from tests.orchestration.homes import TestHome

COUNCIL = "elmsbridge"
NAMES = {COUNCIL: "Elmsbridge"}
CUT_OFF = "99990101T000000000000Z"
PAGES = Path(__file__).parents[1] / "pages" / "moderngov"


@pytest.fixture
def full(tmp_path, monkeypatch):
    """A home that has archived and landed two runs, with no store yet."""
    registry = (
        '[councils.elmsbridge]\nname = "Elmsbridge"\nbase_url = "https://elmsbridge.example"\n'
    )
    (tmp_path / "councils.toml").write_text(registry)
    monkeypatch.setenv("SCRUTINY_COUNCILS", str(tmp_path / "councils.toml"))
    home = Home(tmp_path / "full")
    for run_id, page in (
        ("0001", "meeting_documents__draft-minutes.html"),
        ("0002", "agenda_item__whole-minutes.html"),
    ):
        (tmp_path / run_id).mkdir()
        shutil.copy(PAGES / page, tmp_path / run_id)
        import_pages(home, home.registry().council(COUNCIL), tmp_path / run_id, run_id)
    assert len(list(home.landing.land(home.archive, NAMES))) == 2
    return home


@pytest.fixture(params=["memory", pytest.param("s3", marks=services.IF_THERE_ARE_BUCKETS)])
def store(request, monkeypatch, tmp_path):
    """One that is nobody else's, in memory or in a bucket."""
    from fsspec.implementations.memory import MemoryFileSystem

    with ExitStack() as stack:
        monkeypatch.setattr(MemoryFileSystem, "store", {})
        monkeypatch.setattr(MemoryFileSystem, "pseudo_dirs", [""])
        if request.param == "s3":
            for name, value in stack.enter_context(services.bucket()).items():
                monkeypatch.setenv(name, value)
        address = f"{request.param}://scrutiny/{tmp_path.name}"
        monkeypatch.setenv("SCRUTINY_STORE", address)
        store = Store.at(address)
        # Kept by fsspec for whoever asks for this address next.
        stack.callback(store.files.clear_instance_cache)
        yield store


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
    keeping.keep(full, [COUNCIL])
    empty = Home(tmp_path / "empty")

    keeping.take(empty, [COUNCIL])

    assert files(empty.root / "archive") == files(full.root / "archive")
    assert files(empty.root / "landing") == files(full.root / "landing")
    assert [batch.run_id for batch in empty.landing.batches()] == [
        batch.run_id for batch in full.landing.batches()
    ]


def test_what_is_there_is_not_brought_again(full, store, monkeypatch, tmp_path):
    keeping.keep(full, [COUNCIL])
    keeping.take(Home(tmp_path / "other"), [COUNCIL])
    for move in ("put_file", "get_file"):
        monkeypatch.setattr(store.files, move, lambda *paths: pytest.fail(f"brought {paths}"))

    keeping.keep(full, [COUNCIL])
    keeping.take(Home(tmp_path / "other"), [COUNCIL])


def test_a_run_that_goes_on_is_not_kept_and_one_that_was_cut_off_is_once_it_has_landed(full, store):
    with full.archive.writing(COUNCIL, CUT_OFF):
        keeping.keep(full, [COUNCIL])
        assert store.run_ids(COUNCIL) == ["0001", "0002"]

    assert [batch.run_id for batch in full.landing.land(full.archive, NAMES)] == [CUT_OFF]
    keeping.keep(full, [COUNCIL])
    assert store.run_ids(COUNCIL) == ["0001", "0002", CUT_OFF]


def test_what_a_kill_left_half_brought_is_not_there_and_is_brought_again(
    full, store, monkeypatch, tmp_path
):
    def broken(*paths):
        raise OSError("the line is dead")

    with monkeypatch.context() as half:
        half.setattr(store.files, "mv", broken)
        with pytest.raises(OSError, match="the line is dead"):
            keeping.keep(full, [COUNCIL])
    assert store.run_ids(COUNCIL) == store.batch_ids(COUNCIL) == []

    keeping.keep(full, [COUNCIL])
    empty = Home(tmp_path / "empty")
    with monkeypatch.context() as half:
        half.setattr(store.files, "get_file", broken)
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


@pytest.mark.long
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
