"""From schema `raw` to `marts`: every dbt model, seed and test, each with its lineage."""

from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DbtCliResource, dbt_assets
from dagster_dbt.errors import DagsterDbtCliRuntimeError

from orchestration.dbt import dbt_project
from orchestration.defs.resources import Writer
from orchestration.home import Home
from orchestration.sampling import sample
from orchestration.warehouse import connect

project = dbt_project(Home.from_environment())
# Tables that people look at: the others are views, or steps on the way.
SAMPLED = {"marts", "history"}


@dbt_assets(manifest=project.manifest_path, project=project)
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
        yield from _with_rows(invocation.stream(), home)


def _with_rows(events: Iterable[Any], home: Home) -> Iterator[Any]:
    """Every event; models come last, in dbt's order, tables with row counts and their first rows.

    dbt holds the warehouse until it has ended.
    """
    built: list[dg.Output[Any]] = []
    try:
        for event in events:
            if isinstance(event, dg.Output):
                built.append(event)
            else:
                yield event
    except DagsterDbtCliRuntimeError:
        # A test failed: what was built was built.
        yield from built
        raise
    with connect(home.warehouse, read_only=True) as con:
        for output in built:
            yield _counted(output, con) if _schema(output) in SAMPLED else output


def _counted(output: dg.Output[Any], con: duckdb.DuckDBPyConnection) -> dg.Output[Any]:
    name = output.output_name.replace("__", ".", 1)
    (count,) = con.execute(f"select count(*) from {name}").fetchall()[0]
    rows = {"dagster/row_count": count, "sample": dg.MetadataValue.md(sample(con, name))}
    return output.with_metadata({**output.metadata, **rows})


def _schema(output: dg.Output[Any]) -> str:
    return output.output_name.partition("__")[0]
