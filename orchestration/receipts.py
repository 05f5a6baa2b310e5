"""A crawl's receipt for people: in one line, with what to do, and as Dagster's metadata."""

from typing import Any

from orchestration.holding import HeldBackError
from orchestration.home import HomeBusyError
from scrapers import errors
from scrapers.ledger import Crawl

# By error: what whoever is on call can do about it. `docs/running.md` says more of each.
WHAT_TO_DO = {
    errors.RobotsRefusedError: "its robots.txt refuses robots: save pages by hand, scrutiny import",
    errors.HostUnreachableError: "no answer: wait a night; if it lasts, scrutiny probe it",
    errors.OffSiteRedirectError: "it moved: scrutiny probe the new address, change the registry",
    errors.PageTooLargeError: "an answer passed the size limit: look at the page in a browser",
    errors.PageNotFoundError: "the page is gone: nothing, unless its list still names it",
    errors.PageBlockedError: "a firewall refused us: ask the council, or import saved pages",
    errors.SiteFailedError: "the site failed: wait a night; if it lasts, scrutiny probe it",
    errors.ScriptRedirectError: "the page sends browsers on by script: scrutiny probe its address",
    errors.EmptyPageError: "an empty answer: look at it in a browser; check `committees`",
    errors.PageChangedError: "the page has a new shape: mend its parser, then scrutiny replay",
    errors.ArchiveError: "the archive is damaged: restore the file it names",
    errors.CrawlStoppedError: "nothing: the same command goes on from there",
    errors.ScrapeError: "see docs/running.md",
    HeldBackError: "look at its newest pages; docs/running.md says how to take the loss as right",
    HomeBusyError: "nothing: the run that holds it brings its pages",
}
_BY_NAME = {error.__name__: advice for error, advice in WHAT_TO_DO.items()}
_PARTIAL = "some pages could not be had: scrutiny status says which and why"
_BUG = "a fault of ours: its trace is in Dagster's log of the run (scrutiny ui)"


def what_to_do(error: str | None) -> str:
    return _BY_NAME.get(error, _BUG) if error else _PARTIAL


def in_one_line(crawl: Crawl) -> str:
    """Name, how it ended, and in trouble: the reason and what to do."""
    seconds = (crawl.ended_at - crawl.started_at).total_seconds()
    told = f"{crawl.council}: {crawl.outcome}, {crawl.requests} requests in {seconds:.0f} s"
    if crawl.outcome == "complete":
        return told
    reason = f"{crawl.error}: {_flat(crawl.error_message)}" if crawl.error else "partly had"
    return f"{told}: {reason} → {what_to_do(crawl.error)}"


def as_metadata(crawl: Crawl) -> dict[str, Any]:
    """Figures, so that Dagster plots them night by night."""
    return {
        "requests": crawl.requests,
        "bytes": crawl.bytes_received,
        "seconds": (crawl.ended_at - crawl.started_at).total_seconds(),
        "least_gap_seconds": crawl.least_gap_seconds or 0.0,
        "robots": crawl.robots or "not asked",
        "command": crawl.command,
    }


def _flat(message: str | None) -> str:
    words = " ".join((message or "").split())
    return words if len(words) <= 300 else words[:299] + "…"
