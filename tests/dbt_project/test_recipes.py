"""The recipes of docs/recipes.md, run as they stand; Spark answers what DuckDB answers."""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import duckdb
import jinja2
import pytest

from orchestration.publish import publish

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
BLOCKS = dict(
    re.findall(
        r"^## ([^\n]+)\n(?:(?!^## ).)*?```python\n(.*?)```",
        (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8"),
        re.DOTALL | re.MULTILINE,
    )
)
QUESTIONS = [
    "dfe_inadequate_now",
    "ofsted_days_to_first_scrutiny",
    "researcher_recommendations_a_year",
]
needs_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or shutil.which("java") is None,
    reason="PySpark or Java is not installed",
)


@pytest.fixture(scope="module")
def published(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    publish(home / "warehouse" / "scrutiny.duckdb", folder, snapshot_id="1", at=NOW)
    return folder


def follow(recipe: str, published: Path) -> dict[str, object]:
    """Run a block as it stands, but on this snapshot; return what it named."""
    names: dict[str, object] = {}
    exec(BLOCKS[recipe].replace("data/published", str(published)), names)
    return names


def test_duckdb_reads_the_file(published: Path) -> None:
    answer = follow("DuckDB", published)["answer"]

    assert isinstance(answer, list)
    assert ("Aldermere", "inadequate") in {(name, grade) for name, _, grade in answer}


def test_the_past_is_asked_of_the_file(published: Path) -> None:
    answer = follow("What a page said on a past day", published)["answer"]

    assert answer == [("aldermere-1002", "Older wording", None)]


@pytest.mark.skipif(find_spec("pandas") is None, reason="pandas is not installed")
def test_pandas_reads_parquet(published: Path) -> None:
    answer = follow("pandas", published)["answer"]

    assert answer["Aldermere", "inadequate"] >= 3  # ty: ignore[not-subscriptable]


@pytest.fixture(scope="module")
def spark(published: Path) -> Iterator[dict[str, object]]:
    names = follow("Spark", published)
    yield names
    names["spark"].stop()  # ty: ignore[unresolved-attribute]


@needs_spark
@pytest.mark.parametrize("question", QUESTIONS)
def test_spark_answers_what_duckdb_answers(
    question: str, spark: dict[str, object], published: Path
) -> None:
    text = (ROOT / "dbt_project/analyses" / f"{question}.sql").read_text(encoding="utf-8")
    query = jinja2.Template(text).render(ref=lambda model: model)
    with duckdb.connect(str(published / "scrutiny.duckdb"), read_only=True) as con:
        con.execute("set search_path = 'marts,history'")
        expected = con.execute(query).fetchall()

    found = spark["spark"].sql(query).collect()  # ty: ignore[unresolved-attribute]
    assert expected
    assert [tuple(row) for row in found] == expected


@pytest.mark.skipif(find_spec("frictionless") is None, reason="frictionless is not installed")
def test_the_data_package_is_one(published: Path) -> None:
    from frictionless import Package

    descriptor = json.loads((published / "datapackage.json").read_text(encoding="utf-8"))
    report = Package.validate_descriptor(descriptor)

    assert report.valid, report.flatten()
    assert len(descriptor["resources"]) > 20
