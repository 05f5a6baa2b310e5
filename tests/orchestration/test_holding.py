"""New pages that would take away much of a council wait, and everybody else's are loaded."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from orchestration.holding import Held, Holding
from orchestration.landing import Landing
from orchestration.loading import forget_council
from orchestration.warehouse import connect, create_raw_tables
from scrapers.archive import Archive
from scrapers.ledger import Crawl, CrawlFailure
from scrapers.moderngov.history import MOST_DOUBTS, History
from scrapers.response import Response
from scrapers.samples import pages
from scrapers.samples.loading import load_stories

NOW = datetime(2026, 11, 20, 2, 15, tzinfo=UTC)
STORY = load_stories()["carrowbrook"]
MEETING = next(meeting for meeting in STORY.meetings if len(meeting.items) > 3)
KEY = f"meeting_documents:{MEETING.id}"
URL = f"http://127.0.0.1/ieListDocuments.aspx?MId={MEETING.id}"
WHOLE = pages.meeting_documents(STORY, {"mid": str(MEETING.id)}) or ""
ROW = re.compile(r"<tr[ >](?:(?!<tr[ >]).)*?AI\d+.*?</tr>", re.DOTALL)
EMPTIED = WHOLE[: ROW.search(WHOLE).end()] + ROW.sub("", WHOLE[ROW.search(WHOLE).end() :])
LONG = WHOLE.replace(
    "</table>",
    "".join(ROW.search(WHOLE)[0].replace("AI", f"AI9{n}") for n in range(50)) + "</table>",
    1,
)


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


class House:
    def __init__(self, root):
        self.archive, self.landing = Archive(root / "archive"), Landing(root / "landing")
        self.holding, self.path = Holding(root / "held"), root / "w.duckdb"

    def night(self, number, *, failures=0, **pages_of):
        """Crawl a page of each council, land and load; give what is held back then."""
        at = NOW + timedelta(days=number)
        for council, page in pages_of.items():
            with self.archive.writing(council, f"run-{number}") as writer:
                writer.keep(_answer(page, at), page_key=KEY)
                writer.close(_receipt(council, number, at), [_failure(council, number)] * failures)
        return self.load()

    def load(self, again=()):
        list(self.landing.land(self.archive, {"bury": "Bury", "kelverton": "Kelverton"}))
        with connect(self.path) as con:
            create_raw_tables(con)
            for council in again:
                forget_council(con, council)
            self.holding.load(con, self.archive, self.landing.batches(), loaded_at=NOW)
        return [(held.council, held.run_ids) for held in self.holding.all()]

    def items(self, council):
        """How many items the newest version of the page has."""
        with connect(self.path) as con:
            return con.execute(
                "select count(*) from raw.agenda_items where council = $1 and fetched_at = "
                "(select max(fetched_at) from raw.pages where council = $1)",
                [council],
            ).fetchall()[0][0]


def _answer(page, at):
    return Response(
        url=URL, status=200, reason="OK", headers=(("Content-Type", "text/html"),),
        raw=page.encode(), fetched_at=at,
    )  # fmt: skip


def _receipt(council, night, at):
    return Crawl(
        council=council, run_id=f"run-{night}", command="nightly", started_at=at, ended_at=at,
        outcome="complete", requests=1, bytes_received=1,
    )  # fmt: skip


def _failure(council, night):
    return CrawlFailure(
        council=council, run_id=f"run-{night}", url="http://127.0.0.1/", failed_at=NOW,
        error="SiteFailedError", error_message="status 503", page_key="agenda_item:7",
    )  # fmt: skip


def test_a_council_that_would_lose_much_keeps_its_rows_and_the_others_are_loaded(house):
    house.night(1, bury=WHOLE, kelverton=EMPTIED)

    assert house.night(2, bury=EMPTIED, kelverton=WHOLE) == [("bury", ("run-2",))]
    assert house.items("bury") == house.items("kelverton") == len(MEETING.items)
    assert house.holding.of("bury") == Held("bury", ("run-2",), len(MEETING.items), 1)


def test_what_waits_is_loaded_once_the_site_has_recovered(house):
    house.night(1, bury=WHOLE)
    house.night(2, bury=EMPTIED)

    assert house.night(3, bury=EMPTIED) == [("bury", ("run-2", "run-3"))]
    assert house.night(4, bury=WHOLE) == []
    with connect(house.path) as con:
        assert con.execute("select count(*) from raw.batches").fetchall() == [(4,)]
    assert house.items("bury") == len(MEETING.items)


def test_what_a_bad_night_added_may_go_again(house):
    house.night(1, bury=WHOLE)
    house.night(2, bury=LONG, failures=1)
    assert house.items("bury") > 50

    assert house.night(3, bury=WHOLE) == []
    assert house.items("bury") == len(MEETING.items)


def test_a_replay_holds_back_the_same_again_until_the_note_is_gone(house):
    house.night(1, bury=WHOLE)
    house.night(2, bury=EMPTIED)

    assert house.load(again=["bury"]) == [("bury", ("run-2",))]
    assert house.items("bury") == len(MEETING.items)
    (house.holding.root / "bury.json").unlink()
    assert house.load(again=["bury"]) == []
    assert house.items("bury") == 1


def test_pages_that_are_held_back_are_asked_for_again_for_some_nights(house):
    house.night(1, bury=WHOLE)
    house.night(2, bury=EMPTIED)
    history = History.of(house.archive, "bury", held=house.holding.run_ids("bury"))

    assert history.is_doubtful(history.last_good(KEY))
    for night in range(3, 2 + MOST_DOUBTS):
        house.night(night, bury=EMPTIED)
    history = History.of(house.archive, "bury", held=house.holding.run_ids("bury"))
    assert not history.is_doubtful(history.last_good(KEY))
