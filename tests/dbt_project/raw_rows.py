"""Put invented pages into schema `raw`, as the loader would, for tests of the dbt project.

What the invented councils minuted stands in `world.py`, not here.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

import duckdb

from scrapers.records import TABLES, AgendaItem, Decision, InspectionMention, Record

TABLE_OF = {record: table for table, record in TABLES.items()}


@dataclass(frozen=True, kw_only=True)
class PageVersion:
    """One version of one page: what it says, or the error that reading it gave."""

    council: str
    page_key: str
    records: list[Record] = field(default_factory=list)
    fetched_at: datetime = datetime(2026, 11, 1, 3, 0, tzinfo=UTC)
    error: str | None = None

    @property
    def page_sha256(self) -> str:
        return f"{self.council}/{self.page_key}/{self.fetched_at:%Y%m%d}"

    @property
    def source_url(self) -> str:
        return f"https://{self.council}.example/{self.page_key.replace(':', '/')}"


def insert_page(con: duckdb.DuckDBPyConnection, page: PageVersion) -> None:
    provenance = {
        "council": page.council,
        "page_key": page.page_key,
        "source_url": page.source_url,
        "fetched_at": page.fetched_at,
        "page_sha256": page.page_sha256,
    }
    reading = {
        "page_kind": page.page_key.split(":")[0],
        "content_sha256": page.page_sha256,
        "reader_version": "test",
        "error": page.error,
        "error_message": page.error,
    }
    insert_row(con, "pages", provenance | reading)
    for record in page.records:
        insert_row(con, TABLE_OF[type(record)], provenance | asdict(record))


def insert_row(con: duckdb.DuckDBPyConnection, table: str, row: Mapping[str, object]) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    con.execute(f"insert into raw.{table} ({names}) values ({marks})", list(row.values()))


def decision(item: AgendaItem, position: int, text: str, **details: str | int | bool) -> Decision:
    """A decision that stands word for word in the minutes of `item`."""
    start = (item.minutes_text or "").index(text)
    found = {"kind": "resolution", "status": "adopted", **details}
    return Decision(
        item_position=item.item_position,
        decision_position=position,
        text=text,
        evidence_field="minutes_text",
        evidence_start=start,
        evidence_end=start + len(text),
        **found,  # ty: ignore[invalid-argument-type]
    )


def mention(item: AgendaItem, position: int, evidence: str, **details: object) -> InspectionMention:
    """A mention whose evidence stands word for word in the minutes of `item`."""
    start = (item.minutes_text or "").index(evidence)
    found = {
        "regime": "ILACS",
        "event_type": "inspection",
        "occurrence": "occurred",
        **details,
    }
    return InspectionMention(
        item_position=item.item_position,
        mention_position=position,
        evidence=evidence,
        evidence_field="minutes_text",
        evidence_start=start,
        evidence_end=start + len(evidence),
        **found,  # ty: ignore[invalid-argument-type]
    )
