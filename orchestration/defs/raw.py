"""From landed batches to schema `raw`: the one step that writes there."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from inspect import getdoc

import dagster as dg
import duckdb

from orchestration import warehouse
from orchestration.defs.landing import AgainConfig
from orchestration.defs.resources import Writer
from orchestration.home import Home
from orchestration.loading import forget_council
from scrapers import records
from scrapers.ledger import Crawl, CrawlFailure, PageReading

TABLES = [table for table in warehouse.raw_tables() if table != "batches"]
LEDGERS = {"pages": PageReading, "crawls": Crawl, "crawl_failures": CrawlFailure}
DESCRIPTIONS = {
    "councils": "The registry in use.",
    "inspection_register": "Inspection registers beside the bundled one.",
    "official_outcomes": "What the statistics files of this home state, newest release first.",
    **{table: getdoc(record) for table, record in (records.TABLES | LEDGERS).items()},
}


# Somebody who looks into the live warehouse keeps everybody else out, for as long as that takes.
LOCKED = "Could not set lock"
MOST_TRIES, TRY_AGAIN_SECONDS = 5, 20.0


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            ["raw", table],
            deps=["official_statistics" if table == "official_outcomes" else "landing"],
            description=DESCRIPTIONS[table],
            group_name="raw",
            kinds={"duckdb"},
        )
        for table in TABLES
    ],
)
def raw(
    config: AgainConfig, home: dg.ResourceParam[Home], writer: Writer
) -> Iterator[dg.MaterializeResult]:
    """What pages say, each version of each page once."""
    registry = home.registry()
    register = registry.register_rows()
    official = [(o, file.source, file.fetched_at) for file, o in home.statistics.releases()]
    warehouse.set_aside_if_damaged(home.warehouse)
    with _opened(home) as con:
        warehouse.create_raw_tables(con)
        warehouse.replace_registry(con, registry.councils.values(), register)
        warehouse.replace_official_outcomes(con, official)
        for council in config.again:
            forget_council(con, council)
        home.holding.load(con, home.archive, home.landing.batches(), loaded_at=datetime.now(UTC))
        counts = warehouse.count_rows(con, TABLES)
    for table in TABLES:
        yield dg.MaterializeResult(
            asset_key=["raw", table], metadata={"dagster/row_count": counts[table]}
        )


@contextmanager
def _opened(home: Home) -> Generator[duckdb.DuckDBPyConnection]:
    """The warehouse to write in; the step is tried again where somebody has it open."""
    try:
        with warehouse.connect(home.warehouse) as con:
            yield con
    except duckdb.IOException as error:
        if LOCKED not in str(error):
            raise
        raise dg.RetryRequested(MOST_TRIES, TRY_AGAIN_SECONDS) from error
