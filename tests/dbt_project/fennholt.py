"""Fennholt over three nights, and what a crawl of each found. Invented, as are its pages."""

from datetime import UTC, date, datetime

from scrapers.records import AgendaItem, Document, ListedMeeting, Meeting, Record
from tests.dbt_project.raw_rows import PageVersion

NIGHTS = [datetime(2026, 11, night, 2, 15, tzinfo=UTC) for night in (1, 2, 3)]


def fennholt_pages() -> list[PageVersion]:
    """The second night changes nothing but the venue; the third, all that can change."""
    return [
        listed(0, "Agenda", "Agenda", None, None),
        listed(2, "Agenda, Minutes", "CANCELLED", "Agenda", None),
        meeting(0, 700, date(2026, 10, 20), "none", item(700, 1, "Placements"), venue="Guildhall"),
        meeting(1, 700, date(2026, 10, 20), "none", item(700, 1, "Placements"), venue="Library"),
        meeting(
            2,
            700,
            date(2026, 10, 20),
            "published",
            item(700, 1, "Placements", minutes="The report was noted."),
            report(700, 1, 9001),
            venue="Library",
        ),
        meeting(
            0,
            701,
            date(2026, 11, 24),
            "none",
            item(701, 1, "Front door", description="To consider the figures."),
            item(701, 2, "Any other business"),
            report(701, 1, 9002),
        ),
        meeting(
            2,
            701,
            date(2026, 11, 24),
            "none",
            item(701, 1, "Front door", description="To consider the corrected figures."),
            report(701, 1, 9003),
        ),
        meeting(2, 702, date(2026, 12, 8), "none", item(702, 1, "Budget"), report(702, 1, 9004)),
    ]


def listed(night: int, *listings: str | None) -> PageVersion:
    days = [date(2026, 10, 20), date(2026, 11, 24), date(2026, 12, 8), date(2027, 1, 19)]
    if night:
        days[3] = date(2027, 1, 26)
    return version(
        night,
        "meeting_list:70",
        *(
            ListedMeeting(committee_id=70, meeting_id=700 + place, held_on=day, listing=listing)
            for place, (day, listing) in enumerate(zip(days, listings, strict=True))
        ),
    )


def meeting(
    night: int, number: int, held_on: date, minutes: str, *records: Record, venue: str = "Guildhall"
) -> PageVersion:
    return version(
        night,
        f"meeting_documents:{number}",
        Meeting(
            meeting_id=number,
            committee_id=70,
            committee_name="Children’s Scrutiny Committee",
            held_on=held_on,
            venue=venue,
            minutes_status=minutes,
            is_whole=True,
        ),
        *records,
    )


def item(
    meeting_id: int, position: int, title: str, description: str = "", minutes: str | None = None
) -> AgendaItem:
    return AgendaItem(
        item_position=position,
        item_id=meeting_id * 10 + position,
        meeting_id=meeting_id,
        title=title,
        description=description or None,
        minutes_text=minutes,
    )


def report(meeting_id: int, position: int, attachment_id: int) -> Document:
    return Document(
        title=f"Report {attachment_id}",
        document_kind="report",
        item_position=position,
        meeting_id=meeting_id,
        attachment_id=attachment_id,
        document_url=f"https://fennholt.example/s{attachment_id}.pdf",
    )


def version(night: int, page_key: str, *records: Record) -> PageVersion:
    return PageVersion(
        council="fennholt", page_key=page_key, records=list(records), fetched_at=NIGHTS[night]
    )
