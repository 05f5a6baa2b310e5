"""What the pages ask of the sample warehouse, and the pages themselves, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import frame
from dashboard.questions import changes, council, england, recommendations, trust
from dashboard.questions.recommendations import STANDINGS, Wanted
from dashboard.receipts import latest_receipts
from dashboard.snapshot import Snapshot
from dashboard.wording import DEFINITIONS
from orchestration.home import Home
from tests.dashboard.running import replace_snapshot
from tests.orchestration.homes import TestHome

pytestmark = pytest.mark.xdist_group("dashboard")
APP = Path(frame.__file__).with_name("app.py")
KINDS = list(council.KINDS)


@pytest.fixture
def snapshot(demo: TestHome) -> Snapshot:
    snapshot = Snapshot.in_folder(demo.root / "published")
    assert snapshot
    return snapshot


def found(snapshot: Snapshot, **wanted: object) -> list[dict[str, object]]:
    return recommendations.page_of(snapshot, Wanted(**wanted), limit=1000, offset=0)


def test_open_recommendations_come_first_then_the_newest(snapshot: Snapshot):
    rows = found(snapshot)

    order = [(row["standing"] != "open", -row["held_on"].toordinal()) for row in rows]
    assert order == sorted(order)
    assert rows[0]["standing"] == "open"
    assert sum(recommendations.how_many(snapshot, Wanted()).values()) == len(rows)


def test_what_was_answered_is_not_open_and_names_the_answer(snapshot: Snapshot, demo: TestHome):
    answered = demo.ask("select distinct recommendation_id from marts.fct_recommendation_responses")

    rows = found(snapshot, standings=["answered"])
    assert {(row["recommendation_id"],) for row in rows} == set(answered)
    assert all(row["response"] and row["answer_url"] for row in rows)


@pytest.mark.parametrize(
    ("wanted", "condition"),
    [
        ({"council_id": "kelverton"}, "council_id = 'kelverton'"),
        ({"committee_id": "aldermarch-305"}, "committee_id = 'aldermarch-305'"),
        ({"kinds": ["action", "noted"]}, "kind in ('action', 'noted')"),
        ({"statuses": ["lost"]}, "status = 'lost'"),
        ({"year": 2025}, "year(held_on) = 2025"),
        ({"is_substantive": True}, "is_substantive"),
    ],
)
def test_a_filter_finds_what_the_warehouse_holds(
    snapshot: Snapshot, demo: TestHome, wanted: dict[str, object], condition: str
):
    ((count,),) = demo.ask(f"select count(*) from marts.fct_recommendations where {condition}")

    assert len(found(snapshot, **wanted)) == count > 0


def test_every_word_must_stand_in_the_decision_or_its_items_title(snapshot: Snapshot):
    rows = found(snapshot, words="OFSTED care")

    assert rows
    for row in rows:
        assert all(
            word in row["text"].lower() or word in row["title"].lower()
            for word in ("ofsted", "care")
        )


@pytest.mark.parametrize(
    "words", ["'; drop table marts.fct_recommendations; --", "100%", "a_b", '"']
)
def test_what_was_typed_is_only_ever_searched_for(snapshot: Snapshot, words: str):
    found(snapshot, words=words)

    assert found(snapshot)


def test_the_evidence_of_each_recommendation_is_the_stretch_it_was_taken_from(snapshot: Snapshot):
    for row in found(snapshot):
        evidence = row["evidence_text"][row["evidence_start"] : row["evidence_end"]]
        assert "".join(evidence.split()) == "".join(row["text"].split())


def test_a_download_holds_all_that_was_found(snapshot: Snapshot):
    wanted = Wanted(kinds=["recommendation"], words="care")
    sql, parameters = recommendations.for_download(wanted)
    columns, rows = snapshot.stream(sql, **parameters)

    assert len(rows) == sum(recommendations.how_many(snapshot, wanted).values()) > 0
    assert {"text", "source_url", "standing"} < set(columns)


def test_a_timeline_holds_every_event_once_and_pages_do_not_overlap(
    snapshot: Snapshot, demo: TestHome
):
    ((events,),) = demo.ask(
        "select count(distinct inspection_event_id) from marts.fct_inspection_outcomes "
        "where council_id = 'aldermarch'"
    )
    size = council.timeline_size(snapshot, "aldermarch", KINDS)
    pages = [
        council.timeline(snapshot, "aldermarch", KINDS, limit=7, offset=offset)
        for offset in range(0, size, 7)
    ]
    things = [(thing["kind"], thing["thing_id"]) for page in pages for thing in page]

    assert len(things) == len(set(things)) == size
    assert len([kind for kind, _ in things if kind in ("inspection", "visit")]) == events


def test_no_visit_of_a_timeline_has_a_grade_of_childrens_services(snapshot: Snapshot):
    for row in [row for row in council.councils(snapshot) if row["has_minutes"]]:
        visits = council.timeline(snapshot, row["council_id"], ["visit"], limit=100, offset=0)
        assert [visit["grades"] for visit in visits if visit["grades"]] == []


def test_the_sample_contradiction_is_told_in_the_minutes_words(snapshot: Snapshot):
    (told,) = trust.disagreements(snapshot)

    assert (told["register_grade"], told["minuted_grade"]) == ("requires_improvement", "good")
    assert "care leavers" in told["evidence"]


def test_each_crawled_council_has_a_receipt_and_is_complete(snapshot: Snapshot, demo: TestHome):
    councils = {row["council_id"] for row in trust.completeness(snapshot)}

    assert {receipt.council for receipt in latest_receipts(Home(demo.root))} == councils
    assert trust.totals(snapshot)["unexplained"] == 0
    assert england.reading(snapshot)["councils_read"] == len(councils) == 5


def test_the_day_of_ofsteds_register_is_not_that_of_the_samples_own(snapshot: Snapshot):
    """The samples' register is read with their pages, long after Ofsted's."""
    read = england.reading(snapshot)["register_read_at"]

    assert read < min(row["newest_page_at"] for row in trust.completeness(snapshot))


def test_a_snapshot_that_takes_the_place_of_another_answers_the_next_question(tmp_path, demo):
    (tmp_path / "published").mkdir()
    published = tmp_path / "published" / "scrutiny.duckdb"
    published.write_bytes((demo.root / "published" / "scrutiny.duckdb").read_bytes())
    before = Snapshot.in_folder(published.parent)
    assert before
    held = before.ask("select count(*) as found from marts.fct_recommendations")
    replace_snapshot(tmp_path, "delete from marts.fct_recommendations")
    after = Snapshot.in_folder(published.parent)
    assert after

    assert after != before
    assert after.ask("select count(*) as found from marts.fct_recommendations") == [{"found": 0}]
    assert held != [{"found": 0}]


def test_nothing_changed_after_a_first_crawl(snapshot: Snapshot):
    assert changes.counts(snapshot) == []


@pytest.mark.parametrize("page", frame.PAGES)
def test_a_page_is_drawn_without_a_mishap(demo: TestHome, monkeypatch, page: str):
    monkeypatch.setenv("SCRUTINY_HOME", str(demo.root))
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.query_params["page"] = page
    app.run()

    assert list(app.exception) == []
    assert len(app.get("html")) >= 3


def test_before_anything_is_published_the_page_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("SCRUTINY_HOME", str(tmp_path / "empty"))
    app = AppTest.from_file(str(APP), default_timeout=60).run()

    assert list(app.exception) == []
    assert any("make demo" in drawn.proto.body for drawn in app.get("html"))
    assert not (tmp_path / "empty").exists()


def test_each_standing_has_its_definition():
    assert set(STANDINGS) <= set(DEFINITIONS)
