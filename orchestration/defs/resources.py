"""What assets may ask for by name. The only module here with `@dg.definitions`."""

from collections.abc import Generator
from contextlib import contextmanager

import dagster as dg
from dagster_dbt import DbtCliResource

from orchestration.crawling import Progress
from orchestration.dbt import EXECUTABLE, FOLDER, dbt_project
from orchestration.home import Home


class Writer(dg.ConfigurableResource):
    """The right to write the warehouse, held from the first step of a build to its last."""

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Generator["Writer"]:
        with Home.from_environment().held("warehouse", wait=True):
            yield self


@dg.definitions
def resources() -> dg.Definitions:
    home = Home.from_environment()
    return dg.Definitions(
        resources={
            "home": home,
            "progress": Progress(),
            "writer": Writer(),
            "dbt": DbtCliResource(
                project_dir=dbt_project(home),
                profiles_dir=str(FOLDER),
                dbt_executable=EXECUTABLE,
            ),
        }
    )
