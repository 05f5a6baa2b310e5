"""From council sites, or from pages saved by hand, to the archive."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import dagster as dg
from pydantic import Field

from orchestration.crawling import Crawler, Progress
from orchestration.home import Home, new_run_id
from orchestration.importing import import_pages
from orchestration.partitions import councils
from orchestration.playing import samples_playing
from scrapers.ledger import Crawl
from scrapers.moderngov.plan import Plan


class CrawlConfig(dg.Config):
    """What to bring in. Councils count where the run has no partitions of its own."""

    command: str = "nightly"
    councils: list[str] = Field(default_factory=list)
    run_id: str | None = None
    since: str | None = None  # YYYY-MM-DD, of meetings
    until: str | None = None
    attendances: bool = False  # of a backfill: attendance pages too
    documents: bool = False  # the files of items about inspections too
    folder: str | None = None  # pages saved by hand, in place of a crawl


@dg.asset(
    partitions_def=councils,
    backfill_policy=dg.BackfillPolicy.single_run(),
    output_required=False,
    group_name="archive",
    kinds={"python"},
)
def archive(
    context: dg.AssetExecutionContext,
    config: CrawlConfig,
    home: dg.ResourceParam[Home],
    progress: dg.ResourceParam[Progress],
) -> Iterator[dg.Output[None]]:
    """Every answer of a council's site, as received, in WARC files."""
    has_partitions = context.has_partition_key or context.has_partition_key_range
    slugs = context.partition_keys if has_partitions else config.councils
    troubled = []
    for crawl in _bring_in(config, home, progress, slugs):
        progress.on_end(crawl)
        if crawl.outcome == "complete":
            _report(context, crawl)
        else:
            troubled.append(f"{crawl.council}: {crawl.outcome}: {crawl.error_message or ''}")
    if troubled:
        raise dg.Failure(f"{len(troubled)} of {len(slugs)} councils: " + "; ".join(troubled))
    # Which councils succeeded is told by the events above; an output would mark them all.
    yield from ()


def _bring_in(
    config: CrawlConfig, home: Home, progress: Progress, slugs: list[str]
) -> Iterator[Crawl]:
    now = datetime.now(UTC)
    run_id = config.run_id or new_run_id(now)
    with samples_playing(home) as registry:
        chosen = registry.chosen(slugs)
        if config.folder:
            yield from (import_pages(home, c, Path(config.folder), run_id) for c in chosen)
            return
        plan = Plan(
            command=config.command,
            now=now,
            since=date.fromisoformat(config.since) if config.since else date.min,
            until=date.fromisoformat(config.until) if config.until else date.max,
            attendances=config.attendances,
            documents=config.documents,
            chance=random.Random(run_id),
        )
        yield from Crawler(home, run_id, plan, progress).crawl(chosen)


def _report(context: dg.AssetExecutionContext, crawl: Crawl) -> None:
    context.log_event(
        dg.AssetMaterialization(
            asset_key=context.asset_key,
            partition=crawl.council,
            metadata={
                "requests": crawl.requests,
                "bytes": crawl.bytes_received,
                "least_gap_seconds": crawl.least_gap_seconds or 0.0,
                "robots": crawl.robots or "not asked",
            },
        )
    )
