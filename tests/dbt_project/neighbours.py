"""Brackwater and Dunmarsh: where register and minutes differ, or minutes stand alone. Invented."""

from datetime import date

from scrapers.records import (
    AgendaItem,
    Committee,
    Document,
    InspectionMention,
    Meeting,
    Record,
)
from tests.dbt_project.raw_rows import PageVersion, mention

OVERALL = {"judgement_area": "overall_effectiveness"}
VISIT = {"event_type": "monitoring_visit"}


def brackwater_pages() -> list[PageVersion]:
    """A council inspected after overall effectiveness ended, whose minutes go on giving one."""
    item = AgendaItem(
        item_position=1,
        item_id=2001,
        meeting_id=200,
        title="Inspection outcomes",
        minutes_text=(
            "The inspection of May 2026 found the council good overall. The joint inspection of "
            "May 2023 was recalled. Youth justice was inspected in September 2022 and judged "
            "good. A further inspection in October 2026 found children in care good and the "
            "council good overall. The council was good in 2019, having been graded good. "
            "It was once graded outstanding for care. A report published 1 June 2011 was recalled."
        ),
    )
    may = months(date(2026, 5, 1), date(2026, 5, 31))
    october = months(date(2026, 10, 1), date(2026, 10, 31))
    return [
        meeting_page(
            "brackwater",
            200,
            date(2026, 11, 4),
            item,
            mention(item, 1, "good overall", grade="good", **OVERALL, **may),
            mention(
                item,
                2,
                "joint inspection of May 2023",
                regime="JTAI",
                event_type="jtai",
                **months(date(2023, 5, 1), date(2023, 5, 31)),
            ),
            mention(
                item,
                3,
                "Youth justice was inspected in September 2022 and judged good",
                regime="HMIP_YJ",
                grade="good",
                **OVERALL,
                **months(date(2022, 9, 1), date(2022, 9, 30)),
            ),
            mention(
                item,
                4,
                "children in care good",
                grade="good",
                judgement_area="children_in_care",
                **october,
            ),
            mention(item, 5, "the council good overall", grade="good", **OVERALL, **october),
            mention(
                item,
                6,
                "The council was good in 2019",
                grade="good",
                **OVERALL,
                date_from=date(2019, 1, 1),
                date_to=date(2019, 12, 31),
                date_precision="year",
            ),
            mention(
                item,
                7,
                "having been graded good",
                grade="good",
                judgement_area="leaders_impact",
            ),
            mention(
                item,
                8,
                "graded outstanding for care",
                grade="outstanding",
                judgement_area="children_in_care_and_care_leavers",
            ),
            mention(
                item,
                9,
                "A report published 1 June 2011",
                regime="PRE_SIF",
                date_as_stated="published 1 June 2011",
                date_from=date(2011, 6, 1),
                date_to=date(2011, 6, 1),
                date_precision="day",
            ),
        ),
    ]


def dunmarsh_pages() -> list[PageVersion]:
    """A council that no register holds: all that is known of it is minuted, twice."""
    february = months(date(2023, 2, 1), date(2023, 2, 28))
    pages = []
    for meeting_id, held_on, leaders in [
        (300, date(2023, 4, 18), "good"),
        (301, date(2023, 6, 20), "inadequate"),
    ]:
        item = AgendaItem(
            item_position=1,
            item_id=meeting_id * 10 + 1,
            meeting_id=meeting_id,
            title="Inspection of children’s services",
            minutes_text=(
                "Overall the council was inadequate in February 2023. "
                f"Leaders were judged {leaders}. Care as one judgement was inadequate. "
                "The fifth monitoring visit went well. "
                "A commissioner was appointed on 3 March 2023."
            ),
        )
        pages.append(
            meeting_page(
                "dunmarsh",
                meeting_id,
                held_on,
                item,
                mention(item, 1, "inadequate in February 2023", grade="inadequate", **OVERALL,
                        **february),
                mention(item, 2, f"Leaders were judged {leaders}", grade=leaders,
                        judgement_area="leaders_impact", **february),
                mention(item, 3, "Care as one judgement was inadequate", grade="inadequate",
                        judgement_area="children_in_care_and_care_leavers", **february),
                mention(item, 4, "The fifth monitoring visit", visit_number=5, **VISIT),
                mention(item, 5, "A commissioner was appointed on 3 March 2023",
                        regime="DFE_INTERVENTION", event_type="adviser_or_commissioner",
                        date_from=date(2023, 3, 3), date_to=date(2023, 3, 3),
                        date_precision="day"),
            )
        )  # fmt: skip
    return pages


def months(date_from: date, date_to: date) -> dict[str, object]:
    return {"date_from": date_from, "date_to": date_to, "date_precision": "month"}


def pages_with_one_number() -> list[PageVersion]:
    """Brackwater's item 301 and its meeting 301 list one file."""
    report = {"title": "Annual report", "attachment_id": 55}
    item = AgendaItem(item_position=1, item_id=301, meeting_id=300, title="Annual report")
    meetings = {
        300: [item, Document(**report, item_position=1, meeting_id=300)],
        301: [Document(**report, meeting_id=301)],
    }
    return [
        PageVersion(
            council="brackwater",
            page_key=f"meeting_documents:{number}",
            records=[Meeting(meeting_id=number, committee_id=1, is_whole=True), *records],
        )
        for number, records in meetings.items()
    ]


def meeting_page(
    council: str, meeting_id: int, held_on: date, item: AgendaItem, *mentions: InspectionMention
) -> PageVersion:
    records: list[Record] = [
        Committee(committee_id=1, committee_name="Children’s Panel"),
        Meeting(
            meeting_id=meeting_id,
            committee_id=1,
            held_on=held_on,
            minutes_status="published",
            is_whole=True,
        ),
        item,
        *mentions,
    ]
    return PageVersion(council=council, page_key=f"meeting_documents:{meeting_id}", records=records)
