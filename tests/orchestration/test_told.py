"""What people read of a run: receipts, advice, forecasts, rows as Markdown, checks."""

import base64
import inspect
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.dbt_tests import told
from orchestration.forecast import Forecast, duration
from orchestration.plots import meetings_a_year
from orchestration.receipts import WHAT_TO_DO, in_one_line, what_to_do
from orchestration.sampling import cell, markdown_table, sample
from orchestration.soundness import FACTS, doubled, keys_told_twice, unexplained_gaps
from orchestration.status import describe
from scrapers import errors
from scrapers.ledger import Crawl

AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
# They end a command before it crawls, or a build.
ONES_OF_THE_CALL = {"RegistryError", "UnknownCouncilError", "TakedownError", "StatisticsError"}
# Of a home and of a build: no page brings them.
ONES_OF_OURS = {"HomeBusyError", "HeldBackError"}


def receipt(**facts):
    whole = {
        "council": "kelverton", "run_id": "r", "command": "nightly", "started_at": AT,
        "ended_at": AT + timedelta(seconds=12), "outcome": "complete", "requests": 7,
        "bytes_received": 1,
    }  # fmt: skip
    return Crawl(**whole | facts)


def test_every_error_of_a_crawl_comes_with_what_to_do():
    kinds = {
        name for name, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.ScrapeError)
    }  # fmt: skip

    assert kinds - ONES_OF_THE_CALL == {error.__name__ for error in WHAT_TO_DO} - ONES_OF_OURS


def test_every_error_stands_in_the_guide_for_who_is_on_call():
    guide = Path("docs/running.md").read_text(encoding="utf-8")

    assert [error.__name__ for error in WHAT_TO_DO if f"`{error.__name__}`" not in guide] == []


def test_trouble_is_one_line_with_the_reason_and_what_to_do():
    failed = receipt(outcome="failed", error="PageBlockedError", error_message="a page:\n  403")

    assert in_one_line(receipt()) == "kelverton: complete, 7 requests in 12 s"
    assert in_one_line(failed) == (
        "kelverton: failed, 7 requests in 12 s: PageBlockedError: a page: 403 → "
        f"{what_to_do('PageBlockedError')}"
    )
    assert "Dagster's log" in in_one_line(receipt(outcome="failed", error="KeyError"))


def test_a_forecast_goes_by_what_was_asked_for_not_by_what_was_passed_over():
    clock = iter([0.0, 0.0, 1.0, 11.0, 21.0])
    forecast = Forecast(2, clock=lambda: next(clock))

    forecast.came("kelverton", 0.0)
    forecast.came("kelverton", 0.5)  # all of it archived already
    forecast.asked("kelverton")
    forecast.came("kelverton", 0.6)
    forecast.asked("kelverton")
    forecast.came("kelverton", 0.7)

    assert forecast.seconds_left() == pytest.approx(30)
    assert forecast.in_words() == "0 of 2 councils, 2 requests, about 30 s left"


def test_nothing_is_forecast_before_anything_came():
    forecast = Forecast(3)
    forecast.asked("kelverton")
    forecast.end("ravelston")

    assert forecast.in_words() == "1 of 3 councils, 1 requests"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 s"), (29, "29 s"), (90, "2 min"), (3600, "1 h 00 min"), (40_000, "11 h 07 min")],
)
def test_a_duration_is_told_as_people_do(seconds, words):
    assert duration(seconds) == words


@given(st.text())
def test_a_cell_is_one_line_without_markup(text):
    shown = cell(text)

    assert "\n" not in shown
    assert "<" not in shown
    assert "|" not in shown.replace("\\|", "")


def test_a_table_has_its_names_a_rule_and_its_rows():
    assert markdown_table(["a", "b"], [[1, "<b>|</b>"], [None, "x"]]).splitlines() == [
        "| a | b |", "| --- | --- |", r"| 1 | &lt;b&gt;\|&lt;/b&gt; |", "|  | x |",
    ]  # fmt: skip


def _warehouse(path, items, *, repeated=(), gaps=()):
    with duckdb.connect(str(path)) as con:
        con.execute("create schema marts")
        con.execute("create schema raw")
        for table, key in FACTS.items():
            con.execute(f"create table marts.{table} (council_id varchar, {key} varchar)")
        for council, count in items.items():
            con.execute(
                "insert into marts.fct_agenda_items select ?, ? || i from range(?) as t(i)",
                [council, council, count],
            )
        for key in repeated:
            con.execute("insert into marts.fct_meetings values ('kelverton', ?)", [key])
        con.execute(
            "create table raw.crawls as select 'kelverton' as council, 'nightly' as command, "
            "'complete' as outcome, 'r' as run_id, now() as started_at"
        )
        con.execute(
            "create table marts.rpt_completeness "
            "(council_id varchar, unexplained bigint, meetings_listed bigint)"
        )
        con.executemany("insert into marts.rpt_completeness values (?, ?, 10)", [["x", 9], *gaps])
    return path


def test_a_council_that_doubled_is_named_and_one_that_is_new_is_not(tmp_path):
    (tmp_path / "published").mkdir()
    _warehouse(tmp_path / "published/scrutiny.duckdb", {"kelverton": 10, "ravelston": 10})
    now = {"kelverton": 21, "ravelston": 20, "elmsbridge": 5}
    warehouse = _warehouse(tmp_path / "w.duckdb", now)

    assert doubled(warehouse, tmp_path / "published") == {"kelverton": (10, 21)}
    assert doubled(warehouse, tmp_path / "nowhere") == {}


def test_a_key_that_stands_twice_is_found(tmp_path):
    warehouse = _warehouse(tmp_path / "w.duckdb", {}, repeated=["m-1", "m-1", "m-2"])

    assert keys_told_twice(warehouse) == {"fct_meetings": 1}


def test_gaps_count_where_a_nightly_was_whole(tmp_path):
    warehouse = _warehouse(tmp_path / "w.duckdb", {}, gaps=[["kelverton", 2]])

    assert unexplained_gaps(warehouse) == ({"kelverton": 2}, 10)


def test_a_sample_shows_a_few_rows(tmp_path):
    warehouse = _warehouse(tmp_path / "w.duckdb", {"kelverton": 10})
    with duckdb.connect(str(warehouse), read_only=True) as con:
        lines = sample(con, "marts.fct_agenda_items").splitlines()

    assert lines[0] == "| council_id | agenda_item_id |"
    assert len(lines) == 2 + 5


def test_the_state_of_a_council_says_what_is_pending_what_failed_and_what_to_do():
    state = {
        "council_id": "kelverton", "last_outcome": "failed", "last_good_crawl_at": None,
        "meetings": 3, "items": 9, "meetings_listed": 5, "meetings_fetched": 3,
        "pages_pending": 2, "unexplained": 0, "days_to_minutes": 41, "requests": 4,
        "bytes_received": 12_345, "least_gap_seconds": 1.004, "robots": "allowed",
        "failures": [{"error": "PageBlockedError", "count": 3, "example": "x: status 403"}],
    }  # fmt: skip

    lines = list(describe(state))

    assert lines[0] == "kelverton: failed, last good crawl never"
    assert "3 of 5 listed meetings fetched, 2 pending, 0 unexplained; 41 days" in lines[1]
    assert "asked 4 times" in lines[2]
    assert lines[3] == (
        f"    3 × PageBlockedError: x: status 403 → {what_to_do('PageBlockedError')}"
    )


@pytest.mark.parametrize("minutes", ["'published'", "null"])
def test_the_meetings_of_a_snapshot_are_drawn_whatever_is_known_of_their_minutes(tmp_path, minutes):
    snapshot = tmp_path / "scrutiny.duckdb"
    with duckdb.connect(str(snapshot)) as con:
        con.execute("create schema marts")
        con.execute(
            "create table marts.fct_meetings as select date '2024-03-05' as held_on, "
            f"'held' as meeting_status, {minutes}::varchar as minutes_status"
        )

    picture = re.fullmatch(r"!\[.+\]\(data:image/png;base64,(.+)\)", meetings_a_year(snapshot))
    assert picture
    assert base64.b64decode(picture[1]).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("not_null", {"column_name": "held_on"}, "`held_on` is never empty."),
        (
            "relationships",
            {"column_name": "held_on", "to": "ref('dim_dates')"},
            "`held_on` leads to a row of `dim_dates`.",
        ),
        (
            "accepted_values",
            {"column_name": "kind", "values": ["action", "noted"]},
            "`kind` holds no word but `action`, `noted`.",
        ),
        (
            "keeps_its_promises",
            {"unique_columns": ["grade"], "vocabularies": {"kind": ["noted"]}},
            "- `grade` is told once.\n- `kind` holds no word but `noted`.",
        ),
    ],
)
def test_a_test_of_dbt_says_what_it_holds(name, asked, said):
    test = {"config": {"severity": "warn"}, "test_metadata": {"name": name, "kwargs": asked}}

    assert told(test).startswith(f"{said}\n\nA warning")
