"""What assets may ask for by name. The only module here with `@dg.definitions`."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource
from dbt.version import installed
from packaging.version import Version

from orchestration.crawling import Progress
from orchestration.dbt import EXECUTABLE, FOLDER, dbt_project
from orchestration.home import Home


class Writer(dg.ConfigurableResource):
    """The right to write the warehouse, held from the first step of a build to its last."""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator["Writer"]:
        with Home.from_environment().held("warehouse", wait=True):
            yield self


class InstalledDbt(DbtCliResource):
    """dbt of this environment, of which nothing need be asked: each question takes a second or two.

    Its adapter would count rows; `models` counts them itself.
    """

    @cached_property
    def _cli_version(self) -> Version:
        return Version(installed.to_version_string(skip_matcher=True))

    def _initialize_dbt_core_adapter(self, args: Sequence[str]) -> Any:
        return None


@dg.definitions
def resources() -> dg.Definitions:
    home = Home.from_environment()
    return dg.Definitions(
        resources={
            "home": home,
            "progress": Progress(),
            "writer": Writer(),
            "dbt": InstalledDbt(
                project_dir=dbt_project(home),
                profiles_dir=str(FOLDER),
                dbt_executable=EXECUTABLE,
            ),
        }
    )
