"""dbt's tests as checks of Dagster's pages: what each holds, and what to do when it fails.

What a test of its own file holds is its first comment; what a model promises is read off the test.
"""

import re
from collections.abc import Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DbtProject

_COMMENT = re.compile(r"(?:--.*\n)+")
_NAME = re.compile(r"'(\w+)'")  # ref('dim_dates')
_ERROR = (
    "If it fails, nothing is published and the last snapshot stands. The rows that break it are "
    "found by its SQL, below `dbt/target/compiled/` of the home: run it on the warehouse, then "
    "mend the model or the parser. `docs/running.md` says more."
)
_WARNING = "A warning: it holds nothing up. Its SQL below `dbt/target/compiled/` finds the rows."


class Told(DagsterDbtTranslator):
    """Models as Dagster has them, and tests with words."""

    def get_asset_check_spec(
        self,
        asset_spec: dg.AssetSpec,
        manifest: Mapping[str, Any],
        unique_id: str,
        project: DbtProject | None,
    ) -> dg.AssetCheckSpec | None:
        spec = super().get_asset_check_spec(asset_spec, manifest, unique_id, project)
        if spec is None:
            return None
        return dg.AssetCheckSpec(
            name=spec.name,
            asset=spec.asset_key,
            description=told(manifest["nodes"][unique_id]),
            additional_deps=spec.additional_deps,
            metadata=spec.metadata,
            blocking=spec.blocking,
        )


def told(test: Mapping[str, Any]) -> str:
    """What the test holds, in a sentence or a list, and what to do when it fails."""
    is_warning = test["config"].get("severity", "error").lower() == "warn"
    return f"{_held(test)}\n\n{_WARNING if is_warning else _ERROR}"


def _held(test: Mapping[str, Any]) -> str:
    generic = test.get("test_metadata")
    if not generic:
        comment = _COMMENT.match(test["raw_code"])
        return " ".join(line.strip("- ") for line in comment[0].splitlines()) if comment else ""
    asked = generic["kwargs"]
    match generic["name"]:
        case "keeps_its_promises":
            return "\n".join(f"- {promise}" for promise in _promises(asked))
        case "relationships":
            (table,) = _NAME.findall(asked["to"])
            return f"`{asked['column_name']}` leads to a row of `{table}`."
        case "not_null":
            return f"`{asked['column_name']}` is never empty."
        case "accepted_values":
            return f"`{asked['column_name']}` holds no word but {_words(asked['values'])}."
        case name:
            return f"{name.replace('_', ' ').capitalize()}."


def _promises(asked: Mapping[str, Any]) -> list[str]:
    unique = [f"`{column}` is told once." for column in asked.get("unique_columns", [])]
    led = [
        f"`{column}` leads to a row of `{table}`."
        for column, table in asked.get("references", {}).items()
    ]
    worded = [
        f"`{column}` holds no word but {_words(words)}."
        for column, words in asked.get("vocabularies", {}).items()
    ]
    return unique + led + worded


def _words(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
