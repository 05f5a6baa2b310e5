"""Dunmarsh once had another system: meetings without a number, one with minutes on a page."""

from datetime import date

from scrapers.records import AgendaItem, Attendance, Committee, Document, ListedMeeting, Meeting
from tests.dbt_project.raw_rows import PageVersion

PANEL = "Social Care Panel"
HELD_ON = date(2005, 2, 8)


def older_pages() -> list[PageVersion]:
    meeting = {"committee_name": PANEL, "held_on": HELD_ON, "minutes_status": "published"}
    minutes = Document(
        title="Minutes", document_kind="minutes", document_url="https://dunmarsh.example/minutes"
    )
    return [
        _page("committee_list:list", Committee(committee_id=70, committee_name=f"The {PANEL}")),
        _page("meeting_list:70", _listed(HELD_ON, 376), _listed(date(2005, 3, 8), 377)),
        _page("legacy_meeting:376", Meeting(**meeting, is_whole=True), minutes),
        _page(
            "legacy_meeting:376/f/minutes.htm",
            Meeting(**meeting),
            AgendaItem(
                item_position=1,
                title="Minutes",
                committee_name=PANEL,
                held_on=HELD_ON,
                minutes_text="RESOLVED: That the report be noted.",
            ),
            minutes,
        ),
        # Saved by hand, it does not say the meeting's number, and there is none.
        _page(
            "meeting_attendance:saved/1",
            Meeting(committee_name=PANEL, held_on=HELD_ON),
            Attendance(person_name="Dara Quell", attendance="Present"),
        ),
        _page(
            "legacy_meeting:377",
            Meeting(**meeting | {"held_on": date(2005, 3, 8)}, is_whole=True),
            minutes,
        ),
    ]


def _listed(held_on: date, number: int) -> ListedMeeting:
    return ListedMeeting(
        committee_id=70,
        meeting_id=None,
        held_on=held_on,
        legacy_page=f"ceListDocuments.aspx?MeetingId={number}",
    )


def _page(key, *records):
    return PageVersion(council="dunmarsh", page_key=key, records=list(records))
