"""From the archive through the landing into schema `raw`: twice is once, and a version is news."""

from datetime import UTC, datetime, timedelta

import pytest

from orchestration import warehouse
from orchestration.landing import Landing
from orchestration.loading import forget_council, load_batch
from orchestration.warehouse import connect, create_raw_tables
from scrapers.archive import Archive
from scrapers.ledger import Crawl
from scrapers.response import Response

DAY = timedelta(days=1)
NOW = datetime(2026, 11, 20, 2, 15, tzinfo=UTC)
LIST = """<html><head><title>Browse meetings</title></head><body><div id="modgov">
<h1 class="mgMainTitleTxt">Browse meetings</h1>
<h2 class="mgSubTitleTxt">Cabinet</h2><p>{}</p>
<ul class="mgNonBulletTableList"><li class="mgTableEvenRow">
<a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId=12&amp;MId=345&amp;Ver=4">{}</a> -
Agenda</li></ul></div></body></html>"""


@pytest.fixture
def house(tmp_path):
    return House(
        Archive(tmp_path / "archive"), Landing(tmp_path / "landing"), tmp_path / "w.duckdb"
    )


class House:
    def __init__(self, archive, landing, path):
        self.archive, self.landing, self.path = archive, landing, path

    def crawl(self, night, *pages, council="kelverton", ended=True):
        """Archive the meeting list of each council as it stood on one night."""
        at = NOW + night * DAY
        with self.archive.writing(council, f"run-{night}") as writer:
            for number, page in enumerate(pages):
                answer = _answer(page, at + timedelta(seconds=number))
                writer.keep(answer, page_key="meeting_list:12")
            if ended:
                writer.close(_receipt(council, night, at), [])

    def load(self):
        batches = list(self.landing.land(self.archive, {"kelverton": "Kelverton"}))
        with connect(self.path) as con:
            create_raw_tables(con)
            return [load_batch(con, batch, loaded_at=NOW) for batch in batches]

    def rows(self, sql):
        with connect(self.path) as con:
            return con.execute(sql).fetchall()


def _answer(page, at):
    return Response(
        url="http://127.0.0.1/ieListMeetings.aspx?CommitteeId=12",
        status=200,
        reason="OK",
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        raw=page.encode(),
        fetched_at=at,
    )


def _receipt(council, night, at):
    return Crawl(
        council=council, run_id=f"run-{night}", command="nightly", started_at=at, ended_at=at,
        outcome="complete", requests=1, bytes_received=1,
    )  # fmt: skip


def test_a_page_lands_and_loads_with_its_provenance(house):
    house.crawl(0, LIST.format("", "15 Jan 2026 7:30 pm"))

    assert house.load() == [1]
    assert house.rows(
        "select council, page_key, fetched_at::date::text, meeting_id, held_on::text, listing "
        "from raw.listed_meetings"
    ) == [("kelverton", "meeting_list:12", "2026-11-20", 345, "2026-01-15", "Agenda")]
    assert house.rows("select requests from raw.crawls") == [(1,)]


def test_a_page_that_says_the_same_in_other_bytes_is_no_news(house):
    house.crawl(0, LIST.format("Session 1", "15 Jan 2026 7:30 pm"))
    house.crawl(1, LIST.format("Session 2", "15 Jan 2026 7:30 pm"))

    assert house.load() == [1, 0]
    assert house.rows("select count(*) from raw.listed_meetings") == [(1,)]


def test_what_a_page_said_before_is_kept_beside_what_it_says_now(house):
    for night, day in enumerate(["15 Jan 2026", "22 Jan 2026", "15 Jan 2026"]):
        house.crawl(night, LIST.format("", f"{day} 7:30 pm"))

    assert house.load() == [1, 1, 1]
    assert house.rows("select held_on::text from raw.listed_meetings order by fetched_at") == [
        ("2026-01-15",), ("2026-01-22",), ("2026-01-15",),
    ]  # fmt: skip


def test_loading_twice_loads_once(house):
    house.crawl(0, LIST.format("", "15 Jan 2026 7:30 pm"))
    house.load()
    (batch,) = house.landing.batches()

    with connect(house.path) as con:
        assert load_batch(con, batch, loaded_at=NOW) == 0
    assert house.rows("select count(*) from raw.listed_meetings") == [(1,)]


def test_a_load_that_fails_leaves_nothing_of_the_batch(house, monkeypatch):
    house.crawl(0, LIST.format("", "15 Jan 2026 7:30 pm"))
    (batch,) = house.landing.land(house.archive, {"kelverton": "Kelverton"})
    (next(batch.folder.glob("listed_meetings-*"))).write_bytes(b"cut off")
    with connect(house.path) as con:
        create_raw_tables(con)
        with pytest.raises(warehouse.duckdb.Error):
            load_batch(con, batch, loaded_at=NOW)

    assert house.rows("select count(*) from raw.pages") == [(0,)]
    assert house.rows("select count(*) from raw.batches") == [(0,)]


def test_a_page_that_cannot_be_read_says_why_until_it_can(house):
    good = LIST.format("", "15 Jan 2026 7:30 pm")
    house.crawl(0, good)
    house.crawl(1, good.replace('class="mg', 'class="renamed'))
    house.load()

    ((error, message),) = house.rows(
        "select error, error_message from raw.pages where error is not null"
    )
    assert error == "PageChangedError"
    assert "mg" in message
    assert house.rows("select count(*) from raw.listed_meetings") == [(1,)]

    house.crawl(2, good)
    house.load()

    assert house.rows("select count(*) from raw.pages where error is not null") == [(0,)]


def test_a_run_that_was_cut_off_lands_with_what_it_has(house):
    house.crawl(0, LIST.format("", "15 Jan 2026 7:30 pm"), ended=False)

    assert house.load() == [1]
    assert house.rows("select count(*) from raw.crawls") == [(0,)]


def test_a_landing_that_was_cut_off_begins_again(house):
    house.crawl(0, LIST.format("", "15 Jan 2026 7:30 pm"))
    half = house.landing.root / "kelverton" / ".run-0"
    half.mkdir(parents=True)
    (half / "pages-000000.parquet").write_bytes(b"half")

    assert house.landing.batches() == []
    assert house.load() == [1]


def test_many_pages_land_the_same_on_all_cores_as_on_one(house, tmp_path, monkeypatch):
    pages = [LIST.format(n, f"{n % 28 + 1} Jan 2026 7:30 pm") for n in range(40)]
    house.crawl(0, *pages)
    monkeypatch.setattr("orchestration.landing.CHUNK_PAGES", 8)
    monkeypatch.setattr("orchestration.landing.LEAST_PAGES_FOR_WORKERS", 40)
    with_workers = sum(house.load())
    rows = house.rows("select * from raw.listed_meetings order by all")

    other = House(house.archive, Landing(tmp_path / "other"), tmp_path / "other.duckdb")
    monkeypatch.setattr("orchestration.landing.LEAST_PAGES_FOR_WORKERS", 41)

    assert sum(other.load()) == with_workers
    assert other.rows("select * from raw.listed_meetings order by all") == rows


def test_a_council_that_is_replayed_is_forgotten_first(house):
    house.crawl(0, LIST.format("", "15 Jan 2026 7:30 pm"))
    house.load()

    with connect(house.path) as con:
        forget_council(con, "kelverton")
    house.landing.forget("kelverton")

    assert house.rows("select count(*) from raw.pages") == [(0,)]
    assert house.load() == [1]


def test_raw_tables_hold_the_fields_of_their_records_in_order(tmp_path):
    with connect(tmp_path / "w.duckdb") as con:
        create_raw_tables(con)
        found = {
            table: [name for name, *_ in con.execute(f"describe raw.{table}").fetchall()]
            for table in warehouse.raw_tables()
        }

    assert found == {table: list(spec) for table, spec in warehouse.raw_tables().items()}
    assert found["attendances"] == [
        "council", "page_key", "source_url", "fetched_at", "page_sha256",
        "meeting_id", "person_name", "person_id", "role", "attendance",
    ]  # fmt: skip
