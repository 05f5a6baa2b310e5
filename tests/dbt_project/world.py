"""The registry, register and crawls of these tests. What pages say stands in a module per council.

Two real councils are in the registry for what the bundled register says of them; none of their
pages is.
"""

from datetime import UTC, datetime

REGISTRY: list[dict[str, object]] = [
    {"council": "aldermere", "council_name": "Aldermere"},
    {"council": "brackwater", "council_name": "Brackwater"},
    {"council": "dunmarsh", "council_name": "Dunmarsh"},
    {"council": "elmcaster", "council_name": "Elmcaster"},
    {"council": "herefordshire", "council_name": "Herefordshire, County of"},
    {"council": "barnsley-mbc", "council_name": "Barnsley", "gss_code": "E08000016"},
]

REGISTER: list[dict[str, str]] = [
    {
        "council_id": "aldermere", "regime": "ILACS", "event_type": "inspection",
        "started_on": "2022-07-18", "ended_on": "2022-07-29", "date_precision": "day",
        "published_on": "2022-09-21", "overall_effectiveness": "inadequate",
        "leaders_impact": "inadequate", "help_and_protection": "inadequate",
        "children_in_care_and_care_leavers": "requires_improvement",
        "source_url": "https://register.example/aldermere/2022",
    },
    *(
        {
            "council_id": "aldermere", "regime": "ILACS", "event_type": "monitoring_visit",
            "started_on": day, "date_precision": "day", "theme": "Front door",
            "source_url": f"https://register.example/aldermere/{day}",
        }
        for day in ("2023-06-28", "2023-09-26", "2024-02-21")
    ),
    {
        "council_id": "aldermere", "regime": "ILACS", "event_type": "inspection",
        "started_on": "2024-11-11", "ended_on": "2024-11-22", "date_precision": "day",
        "published_on": "2025-01-08", "overall_effectiveness": "requires_improvement",
        "leaders_impact": "good", "help_and_protection": "requires_improvement",
        "children_in_care": "requires_improvement", "care_leavers": "good",
        "source_url": "https://register.example/aldermere/2024",
    },
    {
        "council_id": "brackwater", "regime": "ILACS", "event_type": "inspection",
        "started_on": "2019-03-04", "ended_on": "2019-03-15", "date_precision": "day",
        "published_on": "2019-04-26", "overall_effectiveness": "good", "leaders_impact": "good",
        "help_and_protection": "good", "children_in_care_and_care_leavers": "outstanding",
        "source_url": "https://register.example/brackwater/2019",
    },
    {
        "council_id": "brackwater", "regime": "ILACS", "event_type": "inspection",
        "started_on": "2026-05-11", "ended_on": "2026-05-15", "date_precision": "day",
        "published_on": "2026-06-24", "leaders_impact": "good", "help_and_protection": "good",
        "children_in_care": "good", "care_leavers": "outstanding",
        "source_url": "https://register.example/brackwater/2026",
    },
    {
        "council_id": "elmcaster", "regime": "ILACS", "event_type": "inspection",
        "started_on": "2024-02-05", "ended_on": "2024-02-16", "date_precision": "day",
        "published_on": "2024-04-02", "overall_effectiveness": "requires_improvement",
        "leaders_impact": "requires_improvement", "help_and_protection": "requires_improvement",
        "children_in_care": "good", "care_leavers": "good",
        "source_url": "https://register.example/elmcaster/2024",
    },
    {
        "council_id": "brackwater", "regime": "JTAI", "event_type": "jtai",
        "published_on": "2023-07-18", "theme": "Serious youth violence",
        "source_url": "https://register.example/brackwater/jtai",
    },
]  # fmt: skip

# A release newer than the bundled ones: an inspection that the bundled register holds, and one
# that no register holds yet.
OFFICIAL_OUTCOMES: list[dict[str, object]] = [
    {
        "release_kind": "in_year", "as_at": "2027-03-31", "gss_code": "E06000019",
        "council_name": "Herefordshire, County of",
        "inspection_type": "ILACS Standard Inspection", "event_type": "inspection",
        "source_url": "https://register.example/herefordshire",
        "statistics_source": "https://register.example/statistics.ods",
        "fetched_at": datetime(2027, 8, 30, 9, 0, tzinfo=UTC), **stated,
    }
    for stated in (
        {
            "started_on": "2022-07-18", "published_on": "2022-09-21",
            "overall_effectiveness": "inadequate", "leaders_impact": "inadequate",
            "help_and_protection": "inadequate", "in_care": "inadequate",
        },
        {
            "started_on": "2026-10-05", "published_on": "2026-11-16", "leaders_impact": "good",
            "help_and_protection": "requires_improvement", "in_care": "good",
            "care_leavers": "outstanding",
        },
    )
]  # fmt: skip

CRAWLS: list[dict[str, object]] = [
    {
        "council": council, "run_id": "run-1", "command": "nightly",
        "started_at": datetime(2026, 11, 20, 2, 0, tzinfo=UTC),
        "ended_at": datetime(2026, 11, 20, 3, 0, tzinfo=UTC),
        "outcome": "complete", "requests": 40, "bytes_received": 1000000,
    }
    for council in ("aldermere", "brackwater", "dunmarsh")
]  # fmt: skip

CRAWL_FAILURES: list[dict[str, object]] = [
    {
        "council": "aldermere", "run_id": "run-1", "page_key": "meeting_documents:106",
        "url": "https://aldermere.example/meeting_documents/106",
        "failed_at": datetime(2026, 11, 20, 2, 30, tzinfo=UTC),
        "error": "PageBlockedError", "error_message": "a firewall refused us",
    }
]  # fmt: skip
