"""Every table, column, type and word of the public contract stands in the warehouse as said."""

import json
import tomllib
from pathlib import Path

import duckdb
import pytest

CONTRACT = tomllib.loads(Path(__file__).with_name("contract.toml").read_text(encoding="utf-8"))
VOCABULARIES = [
    (table, column, words)
    for table, columns in CONTRACT["vocabularies"].items()
    for column, words in columns.items()
]


@pytest.fixture(scope="session")
def manifest(home: Path) -> dict:
    return json.loads((home / "dbt" / "target" / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("table", CONTRACT["tables"])
def test_a_table_has_its_columns_with_their_types(
    table: str, warehouse: duckdb.DuckDBPyConnection
) -> None:
    promised = CONTRACT["tables"][table]
    if table.startswith("fct_"):
        promised = promised | CONTRACT["provenance"]
    types = dict(
        warehouse.execute(
            "select column_name, data_type from duckdb_columns() "
            "where schema_name in ('marts', 'history') and table_name = ?",
            [table],
        ).fetchall()
    )

    assert {column: types.get(column) for column in promised} == promised


@pytest.mark.parametrize(("table", "column", "words"), VOCABULARIES)
def test_a_build_fails_on_any_word_outside_the_vocabulary(
    table: str, column: str, words: list[str], manifest: dict
) -> None:
    [tested] = [
        node["test_metadata"]["kwargs"]["vocabularies"][column]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test"
        and node.get("attached_node") == f"model.scrutiny.{table}"
        and node["test_metadata"]["name"] == "keeps_its_promises"
        and node["config"]["severity"].lower() == "error"
    ]

    assert sorted(tested) == sorted(words)


def test_every_column_of_the_marts_is_described_in_the_file_itself(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    undescribed = warehouse.execute(
        "select table_name, column_name from duckdb_columns() "
        "where schema_name in ('marts', 'history') and coalesce(comment, '') = ''"
    ).fetchall()

    assert undescribed == []


def test_every_table_of_the_marts_is_in_the_contract(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    tables = warehouse.execute(
        "select table_name, table_comment from information_schema.tables "
        "where table_schema in ('marts', 'history')"
    ).fetchall()

    assert {name for name, _ in tables} == set(CONTRACT["tables"])
    assert all(comment.startswith("One row per") for _, comment in tables)


def test_provenance_lacks_only_where_the_register_alone_speaks(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    facts = [table for table in CONTRACT["tables"] if table.startswith("fct_")]
    for table in facts:
        lacking = warehouse.execute(
            f"select * from {table} "
            "where council_id is null or source_url is null or fetched_at is null"
        ).fetchall()
        assert lacking == [], table
    unsourced = warehouse.execute(
        "select distinct sources from fct_inspection_outcomes where page_sha256 is null"
    ).fetchall()

    assert unsourced == [("register",)]
