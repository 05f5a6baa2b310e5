"""How each council stands, as a page of Dagster."""

import dagster as dg

from orchestration.home import Home
from orchestration.sampling import markdown_table
from orchestration.status import council_states

COLUMNS = {
    "council_id": "council",
    "last_outcome": "last crawl",
    "last_good_crawl_at": "last good crawl",
    "meetings": "meetings",
    "items": "items",
    "pages_pending": "pages pending",
    "unexplained": "unexplained",
    "days_to_minutes": "days to minutes",
    "requests": "requests",
}


@dg.asset(deps=["published"], group_name="published", kinds={"python"})
def council_status(home: dg.ResourceParam[Home]) -> dg.MaterializeResult:
    """What `scrutiny status` prints: per council the last good crawl, what is pending, what failed.

    Its newest materialization holds the tables; docs/running.md says what to do about each failure.
    What each crawl cost the site stands at the partitions of [archive](/assets/archive).
    """
    states = council_states(home)
    failures = [
        (state["council_id"], failure["error"], failure["count"], failure["example"])
        for state in states
        for failure in state["failures"]
    ]
    rows = [[_told(column, state.get(column)) for column in COLUMNS] for state in states]
    lags = [s["days_to_minutes"] for s in states if s.get("days_to_minutes") is not None]
    return dg.MaterializeResult(
        metadata={
            "councils": dg.MetadataValue.md(markdown_table(list(COLUMNS.values()), rows)),
            "failures": dg.MetadataValue.md(
                markdown_table(["council", "error", "count", "example"], failures)
            ),
            "councils_in_trouble": sum(state["last_outcome"] != "complete" for state in states),
            "pages_pending": sum(state.get("pages_pending") or 0 for state in states),
            "unexplained": sum(state.get("unexplained") or 0 for state in states),
            "requests": sum(state["requests"] or 0 for state in states),
            "longest_days_to_minutes": max(lags, default=0),
        }
    )


def _told(column: str, value: object) -> object:
    if value is None:
        return "–"
    # To the minute, in UTC as everywhere.
    return str(value)[:16].replace("T", " ") if column == "last_good_crawl_at" else value
