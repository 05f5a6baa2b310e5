"""From schema `raw` to `marts`: every dbt model, seed and test, each with its lineage."""

from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DbtCliResource, dbt_assets
from dagster_dbt.errors import DagsterDbtCliRuntimeError

from orchestration.dbt import dbt_project
from orchestration.dbt_tests import Told
from orchestration.defs.resources import Writer
from orchestration.home import Home
from orchestration.sampling import sample
from orchestration.warehouse import connect

project = dbt_project(Home.from_environment())
# Tables that people look at: the others are views, or steps on the way.
SAMPLED = {"marts", "history"}


@dbt_assets(manifest=project.manifest_path, project=project, dagster_dbt_translator=Told())
def models(
    context: dg.AssetExecutionContext,
    dbt: DbtCliResource,
    home: dg.ResourceParam[Home],
    writer: Writer,
) -> Iterator[Any]:
    # Unit tests try the rules on made-up rows; they belong to `make test`, not to every night.
    command = ["build", "--exclude-resource-type", "unit_test"]
    # dbt's hundreds of lines belong in its log; what fails comes up as the error of this step.
    home.dbt_logs.mkdir(parents=True, exist_ok=True)
    console = home.dbt_logs / "console.log"
    with console.open("w", encoding="utf-8") as file, redirect_stdout(file):
        invocation = dbt.cli(command, context=context, target_path=home.dbt_target)
        yield from _with_rows(invocation.stream(), context, home)


def _with_rows(
    events: Iterable[Any], context: dg.AssetExecutionContext, home: Home
) -> Iterator[Any]:
    """Every event; sampled tables come last, with row counts and their first rows.

    dbt holds the warehouse until it has ended. Dagster wants models in dbt's order, so what is
    made of a table that waits waits with it.
    """
    upstream = context.assets_def.asset_deps
    waiting: dict[dg.AssetKey, dg.Output[Any]] = {}
    try:
        for event in events:
            if isinstance(event, dg.Output):
                key = context.asset_key_for_output(event.output_name)
                if key.path[0] in SAMPLED or not waiting.keys().isdisjoint(upstream[key]):
                    waiting[key] = event
                    continue
            yield event
    except DagsterDbtCliRuntimeError:
        # A test failed: what was built was built.
        yield from waiting.values()
        raise
    with connect(home.warehouse, read_only=True) as con:
        for key, output in waiting.items():
            yield _counted(output, con, ".".join(key.path)) if key.path[0] in SAMPLED else output


def _counted(output: dg.Output[Any], con: duckdb.DuckDBPyConnection, table: str) -> dg.Output[Any]:
    (count,) = con.execute(f"select count(*) from {table}").fetchall()[0]
    rows = {"dagster/row_count": count, "sample": dg.MetadataValue.md(sample(con, table))}
    return output.with_metadata({**output.metadata, **rows})
