"""From the archive to Parquet: what every archived page says."""

from collections import Counter

import dagster as dg
from pydantic import Field

from orchestration.home import Home
from scrapers.withholding import Takedown


class AgainConfig(dg.Config):
    """Councils whose whole archive is to be read again."""

    again: list[str] = Field(default_factory=list)


@dg.asset(deps=["archive"], group_name="landing", kinds={"python", "parquet"})
def landing(config: AgainConfig, home: dg.ResourceParam[Home]) -> dg.MaterializeResult:
    """One batch of records per archived run and council."""
    registry = home.registry()
    for council in config.again:
        home.landing.forget(council)
    names = {slug: council.name for slug, council in registry.councils.items()}
    takedown = Takedown.read(home.takedown)
    landed = Counter(batch.council for batch in home.landing.land(home.archive, names, takedown))
    return dg.MaterializeResult(
        metadata={"batches": landed.total(), "councils": dict(sorted(landed.items()))}
    )
