"""From `marts` to what BI tools read."""

from datetime import UTC, datetime

import dagster as dg

from orchestration.certificate import certificate, certificate_files
from orchestration.defs.models import models
from orchestration.defs.resources import Writer
from orchestration.home import Home, new_run_id
from orchestration.publish import publish

MARTS = [key for key in models.keys if key.path[0] == "marts"]


@dg.asset(deps=MARTS, group_name="published", kinds={"duckdb", "parquet"}, pool="warehouse")
def published(home: dg.ResourceParam[Home], writer: Writer) -> dg.MaterializeResult:
    """One snapshot of all marts: a DuckDB file, Parquet files, a data package, a certificate."""
    now = datetime.now(UTC)
    beside = certificate_files(certificate(home.warehouse, at=now))
    counts = publish(
        home.warehouse, home.published, snapshot_id=new_run_id(now), at=now, beside=beside
    )
    return dg.MaterializeResult(metadata={"rows": counts, "snapshot": str(home.published)})
