"""From Ofsted's published statistics to the home: the official record, renewed when it is."""

from collections import Counter
from datetime import UTC, date, datetime

import dagster as dg

from orchestration.home import Home
from scrapers.errors import StatisticsError


class StatisticsConfig(dg.Config):
    """Which file to take; without one, that which the registry's [register] statistics names."""

    source: str | None = None  # an address or a path
    as_at: str | None = None  # YYYY-MM-DD, where the file does not say it


@dg.asset(group_name="register", kinds={"python"})
def official_statistics(
    config: StatisticsConfig, home: dg.ResourceParam[Home]
) -> dg.MaterializeResult[None]:
    """Ofsted's statistics of inspections and visits, as received; a file twice is kept once.

    They stand at [gov.uk](https://www.gov.uk/government/statistical-data-sets/childrens-social-care-data-in-england);
    what they change shows in [the agreement with them](/assets/marts/rpt_official_agreement).
    """
    source = config.source or home.registry().statistics
    if source is None:
        raise StatisticsError(
            "no statistics file is named: give one, or put its address or path into the "
            "registry as [register] statistics"
        )
    day = date.fromisoformat(config.as_at) if config.as_at else None
    file = home.statistics.add(source, as_at=day, now=datetime.now(UTC))
    outcomes = file.outcomes()
    kinds = Counter(outcome.event_type for outcome in outcomes)
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": len(outcomes),
            "source": file.source,
            "releases": ", ".join(sorted({f"{o.release_kind} {o.as_at}" for o in outcomes})),
            **{f"{kind}s": count for kind, count in kinds.items()},
        }
    )
