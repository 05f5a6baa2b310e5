"""From schema `raw` to `marts`: every dbt model, seed and test, each with its lineage."""

from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

from orchestration.dbt import dbt_project
from orchestration.defs.resources import Writer
from orchestration.home import Home

project = dbt_project(Home.from_environment())


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
        yield from invocation.stream()
