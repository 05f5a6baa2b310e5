"""Per council: last good crawl, what stands published, what is missing and why, what it cost."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from orchestration.holding import HeldBackError
from orchestration.home import Home
from orchestration.receipts import what_to_do
from orchestration.warehouse import connect
from scrapers.ledger import Crawl, CrawlFailure

# A meeting counts for the lag where it was seen without its minutes, and later with them.
_PUBLISHED = """
with meetings as (
    select council_id, count(*) as meetings from marts.fct_meetings group by 1
),
items as (
    select council_id, count(*) as items from marts.fct_agenda_items group by 1
),
completeness as (
    select
        council_id,
        sum(meetings_listed) as meetings_listed,
        sum(meetings_fetched) as meetings_fetched,
        sum(unexplained) as unexplained
    from marts.rpt_completeness
    group by 1
),
minuted as (
    select
        council_id,
        any_value(held_on) as held_on,
        min(valid_from) filter (where minutes_status = 'published') as minuted_at,
        min(valid_from) filter (where minutes_status <> 'published') as seen_before_at
    from history.fct_meeting_versions
    group by council_id, meeting_id
),
lags as (
    select
        council_id,
        median(date_diff('day', held_on, minuted_at::date)) as days_to_minutes
    from minuted
    where seen_before_at < minuted_at and held_on <= minuted_at::date
    group by 1
)
select *
from meetings
full join items using (council_id)
full join completeness using (council_id)
full join lags using (council_id)
"""


def council_states(home: Home) -> list[dict[str, Any]]:
    """What is known of every council that was ever archived, by slug."""
    published = _published(home)
    return [
        _state(home, slug) | _with_pending(published.get(slug, {}))
        for slug in sorted(home.archive.councils())
    ]


def describe(state: dict[str, Any]) -> Iterator[str]:
    """A council's state as lines of text."""
    yield (
        f"{state['council_id']}: {state['last_outcome']}, "
        f"last good crawl {state['last_good_crawl_at'] or 'never'}"
    )
    lag = state.get("days_to_minutes")
    yield (
        f"    {state.get('meetings') or 0} meetings, {state.get('items') or 0} items; "
        f"{state.get('meetings_fetched') or 0} of {state.get('meetings_listed') or 0} listed "
        f"meetings fetched, {state.get('pages_pending') or 0} pending, "
        f"{state.get('unexplained') or 0} unexplained; "
        f"{'-' if lag is None else lag} days from meeting to minutes"
    )
    gap = state["least_gap_seconds"]
    yield (
        f"    asked {state['requests']} times, {state['bytes_received']:,} bytes, "
        f"least gap {'-' if gap is None else f'{gap:.2f} s'}, robots {state['robots'] or '-'}"
    )
    for failure in state["failures"]:
        yield (
            f"    {failure['count']} × {failure['error']}: {failure['example']}"
            f" → {what_to_do(failure['error'])}"
        )


def _state(home: Home, slug: str) -> dict[str, Any]:
    runs = [home.archive.run(slug, run_id) for run_id in home.archive.run_ids(slug)]
    ended = [run for run in runs if run.crawl]
    last: Crawl | None = ended[-1].crawl if ended else None
    good = [run.crawl.ended_at for run in ended if run.crawl and run.crawl.outcome == "complete"]
    return {
        "council_id": slug,
        "last_outcome": last.outcome if last else "cut off",
        "last_good_crawl_at": max(good).isoformat(timespec="seconds") if good else None,
        "requests": last.requests if last else None,
        "requests_ever": sum(run.crawl.requests for run in ended if run.crawl),
        "bytes_received": last.bytes_received if last else 0,
        "least_gap_seconds": last.least_gap_seconds if last else None,
        "robots": last.robots if last else None,
        "failures": [
            *_held(home, slug),
            *_failures(last, ended[-1].failures if ended else []),
        ],
    }


def _held(home: Home, slug: str) -> list[dict[str, Any]]:
    """What was had and is not believed as yet."""
    held = home.holding.of(slug)
    name = HeldBackError.__name__
    return [{"error": name, "count": len(held.run_ids), "example": str(held)}] if held else []


def _with_pending(published: dict[str, Any]) -> dict[str, Any]:
    """With the meetings that lists name and no page of which was had yet."""
    if published.get("meetings_listed") is None:
        return published
    pending = published["meetings_listed"] - published["meetings_fetched"]
    return published | {"pages_pending": pending}


def _failures(last: Crawl | None, failures: list[CrawlFailure]) -> list[dict[str, Any]]:
    """What went wrong in the last crawl, by error, with one example of each."""
    counts = Counter(failure.error for failure in failures)
    examples = {failure.error: failure.error_message for failure in failures}
    if last and last.error and last.error not in counts:
        counts[last.error] = 1
        examples[last.error] = last.error_message or ""
    return [
        {"error": error, "count": count, "example": examples[error]}
        for error, count in counts.most_common()
    ]


def _published(home: Home) -> dict[str, dict[str, Any]]:
    snapshot = home.published / "scrutiny.duckdb"
    if not snapshot.exists():
        return {}
    with connect(snapshot, read_only=True) as con:
        found = con.execute(_PUBLISHED)
        names = [column[0] for column in found.description or []]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {row["council_id"]: {k: _plain(v) for k, v in row.items()} for row in rows}


def _plain(value: Any) -> Any:
    return int(value) if value is not None and not isinstance(value, str) else value
