"""What the certificate says of the invented world and of Ofsted's own releases."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.certificate import NAME, _cell, agreement_before, certificate, certificate_files
from orchestration.defs.checks import agreement_holds
from orchestration.defs.resources import Writer
from orchestration.home import Home

NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def found(home: Path) -> dict:
    return certificate(Home(home).warehouse, at=NOW)


def test_every_fact_of_ofsteds_releases_agrees_or_is_explained(found: dict) -> None:
    official = found["official"]

    assert official["facts"] == 3378
    assert official["agreed"] == 3372
    assert [row for row in official["disagreements"] if not row["explanation"]] == []


def test_the_docs_explain_every_difference(warehouse: duckdb.DuckDBPyConnection) -> None:
    page = (Path(__file__).parents[2] / "docs" / "register.md").read_text(encoding="utf-8")
    lines = [line.split(" | ") for line in page.splitlines() if line.startswith("| year to")]
    explained = {(cells[1].rpartition(" (")[0], *cells[3:6]) for cells in lines}

    differing = warehouse.execute(
        "select council_name, fact, official_value, warehouse_value "
        "from rpt_official_agreement where not is_agreed"
    ).fetchall()

    assert explained == set(differing)
    assert all(len(cells[6]) > 20 for cells in lines)


def test_the_whole_history_of_inspections_agrees_without_exception(found: dict) -> None:
    history = [row for row in found["official"]["by_fact"] if row["release_kind"] != "in_year"]

    assert {row["fact"]: row["facts"] for row in history}["event"] == 271
    assert [row for row in history if row["facts"] != row["agreed"]] == []


def test_every_contradiction_is_listed_with_both_sources(found: dict) -> None:
    listed = {
        (row["council_name"], row["started_on"], row["judgement_area"])
        for row in found["minutes"]["contradictions"]
    }

    assert ("Aldermere", "2022-07-18", "help_and_protection") in listed
    assert found["minutes"]["contradicted"] == len(listed)
    for row in found["minutes"]["contradictions"]:
        assert row["source_url"].startswith("https://")
        assert row["register_source_url"].startswith("https://register.example/")
        assert row["evidence"]


def test_every_mention_is_linked_or_says_why_not(found: dict) -> None:
    mentions = found["mentions"]

    assert mentions["linked"] + sum(mentions["unlinked"].values()) == mentions["read"]
    assert mentions["linked"] > 10
    assert mentions["unlinked"]["of another council"] == 1


def test_the_page_tells_what_the_figures_tell(found: dict) -> None:
    files = certificate_files(found)

    assert json.loads(files[NAME]) == found
    assert "3372 of 3378 facts agree" in files["accuracy.md"]
    assert "| Aldermere |" in files["accuracy.md"]


@pytest.mark.parametrize(("before", "passes"), [(None, True), (0.9, True), (0.999999, False)])
def test_a_publish_that_would_agree_less_than_the_last_does_not_happen(
    before: float | None, passes: bool, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "warehouse").symlink_to(home / "warehouse", target_is_directory=True)
    (tmp_path / "published").mkdir()
    if before is not None:
        standing = json.dumps({"official": {"agreement": before}})
        (tmp_path / "published" / NAME).write_text(standing, encoding="utf-8")

    result = agreement_holds(home=Home(tmp_path), writer=Writer())

    assert agreement_before(tmp_path / "published") == before
    assert result.passed is passes


@given(st.text())
def test_no_words_of_a_page_break_the_table(words: str) -> None:
    cell = _cell(words)

    assert "\n" not in cell
    assert re.search(r"(?<!\\)(\\\\)*\|", cell) is None
