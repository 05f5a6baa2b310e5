"""Each question in `analyses/` is short, names its consumer, and is answered by the marts."""

import re
from datetime import date
from pathlib import Path

import duckdb
import jinja2
import pytest
import yaml

PROJECT = Path(__file__).parents[2] / "dbt_project"
QUESTIONS = sorted((PROJECT / "analyses").glob("*.sql"))
EXPOSURES = yaml.safe_load((PROJECT / "models/_exposures.yml").read_text(encoding="utf-8"))
LONGEST = 15  # lines, below the question itself


def answer(warehouse: duckdb.DuckDBPyConnection, question: str) -> list[dict]:
    text = (PROJECT / "analyses" / f"{question}.sql").read_text(encoding="utf-8")
    query = jinja2.Template(text).render(ref=lambda model: model)
    found = warehouse.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_there_are_twenty() -> None:
    assert len(QUESTIONS) == 20


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_one_short_query_that_runs(
    path: Path, warehouse: duckdb.DuckDBPyConnection
) -> None:
    question, *lines = path.read_text(encoding="utf-8").splitlines()

    assert re.fullmatch(r"-- .+\?", question)
    assert len([line for line in lines if line]) <= LONGEST
    assert isinstance(answer(warehouse, path.stem), list)


@pytest.mark.parametrize("exposure", EXPOSURES["exposures"], ids=lambda each: each["name"])
def test_an_exposure_depends_on_what_its_questions_read(exposure: dict) -> None:
    asked = [
        path for path in QUESTIONS if path.stem.startswith(exposure["config"]["meta"]["questions"])
    ]
    read = {
        model
        for path in asked
        for model in re.findall(r"ref\('(\w+)'\)", path.read_text(encoding="utf-8"))
    }

    assert len(asked) >= 2
    assert {f"ref('{model}')" for model in read} == set(exposure["depends_on"])


def test_every_question_belongs_to_a_consumer() -> None:
    consumers = tuple(each["config"]["meta"]["questions"] for each in EXPOSURES["exposures"])

    assert [path.stem for path in QUESTIONS if not path.stem.startswith(consumers)] == []


def test_who_is_inadequate_now_since_when_and_on_which_visit(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    councils = {row["council_name"]: row for row in answer(warehouse, "dfe_inadequate_now")}

    assert councils["Dunmarsh"]["inadequate_since"] == date(2023, 2, 1)
    assert "Aldermere" not in councils
    assert "Brackwater" not in councils
    assert "Barnsley" not in councils


def test_the_transition_matrix_counts_every_step_once(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = answer(warehouse, "dfe_grade_transitions")
    counted = sum(value for row in rows for key, value in row.items() if key != "previous_grade")
    moved = warehouse.execute(
        "select count(*) from marts.fct_inspection_outcomes where movement in "
        "('improved', 'same', 'declined') and judgement_area = 'overall_effectiveness' "
        "and regime in ('SIF', 'ILACS')"
    ).fetchone()

    assert moved == (counted,)
    assert counted > 100


def test_days_to_first_scrutiny_are_told_visit_by_visit(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    [inspection] = [
        row
        for row in answer(warehouse, "ofsted_days_to_first_scrutiny")
        if (row["council_name"], row["started_on"]) == ("Aldermere", date(2022, 7, 18))
    ]

    assert inspection["first_minuted_on"] == date(2022, 10, 5)
    assert inspection["days_to_first_scrutiny"] == 14


def test_contradictions_quote_both_sides(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = answer(warehouse, "ofsted_minutes_contradict_register")
    pairs = {(row["register_grade"], row["minuted_grade"]) for row in rows}

    assert ("inadequate", "requires_improvement") in pairs
    assert all(row["evidence"] for row in rows)
    assert all(one != other for one, other in pairs if one)
