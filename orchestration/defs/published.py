"""From `marts` to what BI tools read."""

from datetime import UTC, datetime

import dagster as dg

from orchestration.certificate import certificate, certificate_files
from orchestration.changes import change_files
from orchestration.defs import models
from orchestration.defs.resources import Writer
from orchestration.home import Home, new_run_id
from orchestration.plots import meetings_a_year
from orchestration.publish import publish
from orchestration.snapshot_file import SCHEMAS

MARTS = [key for key in models.models.keys if key.path[0] in SCHEMAS]


@dg.asset(deps=MARTS, group_name="published", kinds={"duckdb", "parquet"})
def published(home: dg.ResourceParam[Home], writer: Writer) -> dg.MaterializeResult:
    """One snapshot of all marts: DuckDB, Parquet, data package, certificate and feed.

    Whether to believe it: [what Ofsted says](/assets/marts/rpt_official_agreement),
    [what is missing](/assets/marts/rpt_completeness),
    [how each council stands](/assets/council_status).
    """
    now = datetime.now(UTC)
    certified = certificate_files(certificate(home.warehouse, at=now))
    beside = certified | change_files(home.warehouse, at=now)
    counts = publish(
        home.warehouse, home.published, snapshot_id=new_run_id(now), at=now, beside=beside
    )
    snapshot = home.published / "scrutiny.duckdb"
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": sum(counts.values()),
            "snapshot": dg.MetadataValue.path(str(snapshot)),
            "bytes": snapshot.stat().st_size,
            "meetings a year": dg.MetadataValue.md(meetings_a_year(snapshot)),
            # One figure each, so that Dagster plots them night by night.
            **{f"rows of {table}": count for table, count in sorted(counts.items())},
        }
    )
