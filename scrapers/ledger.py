"""What crawling and parsing say of themselves: which pages were read, how each crawl went.

These stand beside the records of `records.py` as raw tables, so that every gap has its reason.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """One version of one page, and whether it could be read."""

    council: str
    page_key: str  # "meeting_documents:3243"
    source_url: str
    fetched_at: datetime
    page_sha256: str
    page_kind: str
    content_sha256: str  # of the records: what the page says, whatever its bytes
    reader_version: str
    error: str | None = None
    error_message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """One council's part of one run: the politeness receipt, and how it ended."""

    council: str
    run_id: str
    command: str  # demo, nightly, backfill, import
    started_at: datetime
    ended_at: datetime
    outcome: str  # complete, failed, stopped
    requests: int
    bytes_received: int
    least_gap_seconds: float | None = None  # between two requests to the host; None before a second
    robots: str | None = None  # allowed, refused, absent
    error: str | None = None
    error_message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlFailure:
    """A page that was asked for and could not be had."""

    council: str
    run_id: str
    url: str
    failed_at: datetime
    error: str
    error_message: str
    page_key: str | None = None
