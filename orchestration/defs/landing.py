"""From the archive to Parquet: what every archived page says."""

from collections import Counter

import dagster as dg
from pydantic import Field

from orchestration.hand_over import land
from orchestration.home import Home
from orchestration.keeping import forget_batches, keep, take


class AgainConfig(dg.Config):
    """Councils whose whole archive is to be read again."""

    again: list[str] = Field(default_factory=list)


@dg.asset(deps=["archive"], group_name="landing", kinds={"python", "parquet"})
def landing(config: AgainConfig, home: dg.ResourceParam[Home]) -> dg.MaterializeResult:
    """One batch of records per archived run and council."""
    registry = home.registry()
    names = {slug: council.name for slug, council in registry.councils.items()}
    take(home, names)
    for council in config.again:
        with home.held(council), home.held(f"landing-{council}", wait=True):
            home.landing.forget(council)
            forget_batches(council)
    landed = Counter(batch.council for batch in land(home, names))
    keep(home, names)
    return dg.MaterializeResult(metadata={"batches": landed.total(), "councils": len(landed)})
