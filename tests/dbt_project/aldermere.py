"""Aldermere: every way to print one meeting and its items. Its visits are in `aldermere_visits`.

Invented, as are its people. What must come of these pages is said in the tests beside this file.
"""

from datetime import UTC, date, datetime

from scrapers.records import (
    AgendaItem,
    Attendance,
    Committee,
    Document,
    ListedMeeting,
    Meeting,
    Record,
)
from tests.dbt_project.raw_rows import PageVersion, decision, mention

EARLIER = datetime(2026, 10, 1, 3, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
CHILDREN = "Children & Young People’s Scrutiny Committee"

INTERVENTION = {"regime": "DFE_INTERVENTION", "event_type": "improvement_notice"}
NOTICE = INTERVENTION | {
    "date_from": date(2021, 5, 1),
    "date_to": date(2021, 5, 31),
    "date_precision": "month",
}


def page(key: str, *records: Record, **version: object) -> PageVersion:
    return PageVersion(council="aldermere", page_key=key, records=list(records), **version)  # ty: ignore[invalid-argument-type]


def whole(meeting_id: int, held_on: date, minutes: str | None = "published") -> Meeting:
    return Meeting(
        meeting_id=meeting_id,
        committee_id=10,
        committee_name=CHILDREN,
        held_on=held_on,
        heading="Agenda and minutes",
        minutes_status=minutes,
        is_whole=True,
        venue="Town Hall",
    )


def item(meeting_id: int, position: int, item_id: int, title: str, **more: object) -> AgendaItem:
    return AgendaItem(
        item_position=position,
        item_id=item_id,
        meeting_id=meeting_id,
        title=title,
        **more,  # ty: ignore[invalid-argument-type]
    )


def aldermere_pages() -> list[PageVersion]:
    full = item(
        100,
        1,
        1002,
        "Ofsted inspection",
        description="To consider the outcome.",
        minutes_text=(
            "The Director reported the inspection of July 2022. Overall effectiveness was judged "
            "inadequate, the impact of leaders inadequate, and help and protection requires "
            "improvement. Brackwater had been judged good. An improvement notice came in May 2021."
            "\n\nRESOLVED: That the improvement plan come back in January."
        ),
    )
    july = {"date_from": date(2022, 7, 1), "date_to": date(2022, 7, 31), "date_precision": "month"}
    pasted = AgendaItem(
        item_position=1,
        title="Care leavers’ offer",
        minutes_text="It was agreed that the offer be published.",
    )
    return [
        page(
            "committee_list:0",
            Committee(committee_id=10, committee_name=CHILDREN),
            Committee(committee_id=20, committee_name="Planning Committee"),
        ),
        page(
            "meeting_list:10",
            *(
                ListedMeeting(
                    committee_id=10,
                    meeting_id=number,
                    held_on=held_on,
                    listing=listing,
                    starts_at_local="18:30",
                )
                for number, held_on, listing in [
                    (100, date(2022, 10, 5), "Agenda, Minutes"),
                    (101, date(2023, 7, 12), "Agenda, Minutes"),
                    (102, date(2023, 10, 10), "Agenda, Draft minutes"),
                    (103, date(2024, 3, 5), "CANCELLED"),
                    (104, date(2026, 12, 8), None),
                    (105, date(2024, 3, 12), "Agenda"),
                    (106, date(2024, 3, 19), "Agenda"),
                    (107, date(2024, 3, 26), "Agenda, Minutes"),
                ]
            ),
        ),
        page(
            "meeting_documents:100",
            whole(100, date(2022, 10, 5)),
            item(100, 1, 1001, "Apologies", item_number="1."),
            item(
                100,
                2,
                1002,
                "Ofsted inspection",
                item_number="2.",
                is_truncated=True,
                minutes_text="The Director reported the inspection of July 2022. Overall …",
            ),
            item(100, 3, 1003, "Exempt report", item_number="3.", is_restricted=True),
            item(100, 4, 1004, "Work programme", item_number="4."),
            mention(
                item(100, 2, 1002, "", minutes_text="The Director reported the inspection of July"),
                1,
                "the inspection of July",
                **july,
            ),
            Document(
                title="Report",
                document_kind="report",
                item_position=2,
                meeting_id=100,
                attachment_id=501,
                document_url="https://aldermere.example/s501.pdf",
            ),
            Document(
                title="Agenda frontsheet",
                document_kind="agenda_frontsheet",
                meeting_id=100,
                document_url="https://aldermere.example/g100.pdf",
            ),
        ),
        page(
            "agenda_item:1002",
            Meeting(meeting_id=100),
            full,
            decision(full, 1, "That the improvement plan come back in January."),
            mention(
                full,
                1,
                "Overall effectiveness was judged inadequate",
                grade="inadequate",
                judgement_area="overall_effectiveness",
                **july,
            ),
            mention(
                full,
                2,
                "help and protection requires improvement",
                grade="requires_improvement",
                judgement_area="help_and_protection",
                **july,
            ),
            mention(
                full,
                3,
                "Brackwater had been judged good",
                grade="good",
                judgement_area="overall_effectiveness",
                is_own_council=False,
                subject_council="Brackwater",
                **july,
            ),
            mention(full, 4, "An improvement notice came in May 2021", **NOTICE),
            Document(
                title="Report",
                document_kind="report",
                item_position=1,
                attachment_id=501,
                document_url="https://aldermere.example/s501.pdf",
            ),
            Document(
                title="Appendix",
                document_kind="appendix",
                item_position=1,
                attachment_id=502,
                document_url="https://aldermere.example/s502.pdf",
            ),
        ),
        page("agenda_item:1002", item(100, 1, 1002, "Older wording"), fetched_at=EARLIER),
        page("agenda_item:1002", fetched_at=LATER, error="PageChangedError"),
        page(
            "issue_details:55",
            Meeting(meeting_id=100, held_on=date(2022, 10, 5)),
            AgendaItem(
                item_position=1,
                title="Ofsted inspection",
                item_number="2",
                meeting_id=100,
                issue_id=55,
            ),
        ),
        page(
            "text:pasted-issue",
            Meeting(
                committee_name="Children and Young Peoples Scrutiny Committee",
                held_on=date(2022, 10, 5),
            ),
            AgendaItem(
                item_position=1,
                title="Ofsted inspection",
                item_number="Item 2",
                committee_name="Children and Young Peoples Scrutiny Committee",
                held_on=date(2022, 10, 5),
            ),
        ),
        page(
            "text:pasted-board",
            Meeting(committee_name="Corporate Parenting Board", held_on=date(2023, 1, 17)),
            AgendaItem(
                item_position=1,
                title="Virtual school",
                item_number="5",
                committee_name="Corporate Parenting Board",
                held_on=date(2023, 1, 17),
            ),
        ),
        page(
            "text:pasted-item",
            pasted,
            decision(pasted, 1, "the offer be published", kind="agreement"),
        ),
        page(
            "meeting_documents:105",
            whole(105, date(2024, 3, 12), "none"),
            item(105, 1, 1051, "Late report"),
        ),
        page(
            "meeting_attendance:100",
            Attendance(
                meeting_id=100,
                person_id=7,
                person_name="Cllr Oriel Penhaven",
                role="Chair",
                attendance="Present, as expected",
            ),
            Attendance(
                meeting_id=100,
                person_id=8,
                person_name="Cllr Tamsin Rook",
                attendance="Apologies, sent representative",
            ),
        ),
    ]
