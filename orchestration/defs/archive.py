"""From council sites, or from pages saved by hand, to the archive."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import dagster as dg
from pydantic import Field

from orchestration.crawling import Progress
from orchestration.executors import workers
from orchestration.hand_over import land
from orchestration.home import Home, new_run_id
from orchestration.keeping import keep, take
from orchestration.partitions import councils
from orchestration.patience import GRACE_SECONDS
from orchestration.receipts import as_metadata, in_one_line
from orchestration.sharing import Share, bring_in, dealt, part_of
from scrapers.ledger import Crawl

ARCHIVE = dg.AssetKey("archive")


class CrawlConfig(dg.Config):
    """What to bring in. Councils count where the run has no partitions of its own."""

    command: str = "nightly"  # or backfill
    councils: list[str] = Field(default_factory=list)
    run_id: str | None = None
    since: str | None = None  # YYYY-MM-DD, of meetings
    until: str | None = None
    attendances: bool = False  # of a backfill: attendance pages too
    documents: bool = False  # the files of items about inspections too
    folder: str | None = None  # pages saved by hand, in place of a crawl
    max_requests: int | None = None  # of the whole run
    patience_seconds: float = GRACE_SECONDS  # of a nightly, for slow sites after all others


@dg.op(out=dg.DynamicOut(Share))
def shares(
    context: dg.OpExecutionContext, config: CrawlConfig, home: dg.ResourceParam[Home]
) -> Iterator[dg.DynamicOutput[Share]]:
    """The councils asked for, dealt out among the workers there are."""
    has_partitions = context.has_partition_key or context.has_partition_key_range
    slugs = context.partition_keys if has_partitions else config.councils
    chosen = home.registry().chosen(slugs) if slugs else home.nightly_councils()
    hands = dealt(chosen, workers())
    settings = config.model_dump(exclude={"councils"})
    settings["run_id"] = config.run_id or new_run_id()
    for number, hand in enumerate(hands):
        share = Share(number=number, slugs=hand, **settings)
        most = part_of(config.max_requests, number, len(hands))
        yield dg.DynamicOutput(replace(share, max_requests=most), mapping_key=str(number))


@dg.op(out=dg.Out(dg.Nothing))
def share_of_councils(
    context: dg.OpExecutionContext,
    share: Share,
    home: dg.ResourceParam[Home],
    progress: dg.ResourceParam[Progress],
) -> None:
    """One worker's councils, crawled side by side, each reporting its own end."""
    troubled = []
    take(home, share.slugs)
    for crawl in bring_in(home, share, progress):
        progress.on_end(crawl)
        if crawl.outcome == "complete":
            _report(context, crawl)
        else:
            troubled.append(in_one_line(crawl))
            context.log.error(troubled[-1])
    if workers() > 1:
        # Reading is as heavy as crawling is slow: it too is done where the share is.
        registry = home.registry()
        names = {slug: registry.council(slug).name for slug in share.slugs}
        context.log.info(f"landed {sum(1 for _ in land(home, names))} batches")
    keep(home, share.slugs)
    if troubled:
        raise dg.Failure(f"{len(troubled)} of {len(share.slugs)} councils: " + "; ".join(troubled))


@dg.op(ins={"ended": dg.In(dg.Nothing)}, out=dg.Out(dg.Nothing, is_required=False))
def all_shares(context: dg.OpExecutionContext) -> Iterator[dg.Output[None]]:
    """Nothing more: which councils succeeded was told one by one; an output would mark them all."""
    yield from ()


def _to_ops(config: Any) -> dict[str, Any]:
    return {"shares": {"config": config}}


@dg.graph_asset(
    partitions_def=councils,
    backfill_policy=dg.BackfillPolicy.single_run(),
    config=dg.ConfigMapping(
        config_fn=_to_ops, config_schema=CrawlConfig.to_config_schema().as_field()
    ),
    group_name="archive",
    kinds={"python"},
)
def archive() -> None:
    """Every answer of a council's site, as received, in WARC files.

    Each partition is a council, with what its latest crawl cost the site. What failed, and why,
    says [how each council stands](/assets/council_status).
    """
    return all_shares(shares().map(share_of_councils).collect())


def _report(context: dg.OpExecutionContext, crawl: Crawl) -> None:
    context.log_event(
        dg.AssetMaterialization(
            asset_key=ARCHIVE, partition=crawl.council, metadata=as_metadata(crawl)
        )
    )
