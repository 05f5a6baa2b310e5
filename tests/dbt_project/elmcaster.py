"""Elmcaster, whose minutes say little and whose items list letters and reports. Invented."""

from datetime import date

from scrapers.records import AgendaItem, Document, DocumentMention, DocumentText, Meeting
from tests.dbt_project.raw_rows import PageVersion

LETTER = (
    "Dear Director, this letter summarises the findings of the monitoring visit to Elmcaster on 11 "
    "and 12 June 2024. The last inspection, of February 2024, found overall effectiveness "
    "inadequate. The visit looked at the front door."
)
HISTORY = (
    "Ten years of inspections. An inspection of March 2011 was inadequate. A focused visit took "
    "place in May 2023. The inspection of February 2024 required improvement."
)
LOST = "A visit on 3 July 2024 was brief."


def elmcaster_pages() -> list[PageVersion]:
    return [
        meeting(400, date(2024, 9, 10), "report", 901, 902),
        meeting(401, date(2024, 7, 9), "appendix", 901),
        file(
            901,
            LETTER,
            said(LETTER, 1, "the monitoring visit to Elmcaster on 11 and 12 June 2024",
                 event_type="monitoring_visit", **days(date(2024, 6, 11), date(2024, 6, 12))),
            said(LETTER, 2, "of February 2024, found overall effectiveness inadequate",
                 grade="inadequate", judgement_area="overall_effectiveness",
                 **month(date(2024, 2, 1), date(2024, 2, 29))),
            said(LETTER, 3, "The visit looked at the front door", event_type="monitoring_visit"),
        ),
        file(
            902,
            HISTORY,
            said(HISTORY, 1, "An inspection of March 2011 was inadequate", regime="PRE_SIF",
                 grade="inadequate", judgement_area="overall_effectiveness",
                 **month(date(2011, 3, 1), date(2011, 3, 31))),
            said(HISTORY, 2, "A focused visit took place in May 2023", event_type="focused_visit",
                 **month(date(2023, 5, 1), date(2023, 5, 31))),
        ),
        file(903, LOST, said(LOST, 1, "A visit on 3 July 2024", event_type="annual_conversation",
                             **days(date(2024, 7, 3), date(2024, 7, 3)))),
    ]  # fmt: skip


def meeting(meeting_id: int, held_on: date, kind: str, *files: int) -> PageVersion:
    return PageVersion(
        council="elmcaster",
        page_key=f"meeting_documents:{meeting_id}",
        records=[
            Meeting(meeting_id=meeting_id, committee_id=40, committee_name="Children’s Board",
                    held_on=held_on, minutes_status="none", is_whole=True),
            AgendaItem(item_position=1, item_id=meeting_id * 10 + 1, meeting_id=meeting_id,
                       title="Ofsted update"),
            *(
                Document(title=f"File {number}", document_kind=kind, item_position=1,
                         meeting_id=meeting_id, attachment_id=number,
                         document_url=f"https://elmcaster.example/s{number}.pdf")
                for number in files
            ),
        ],
    )  # fmt: skip


def file(number: int, text: str, *mentions: DocumentMention) -> PageVersion:
    url = f"https://elmcaster.example/s{number}.pdf"
    words = DocumentText(document_url=url, attachment_id=number, page_count=2, text=text)
    return PageVersion(
        council="elmcaster", page_key=f"document:{number}", records=[words, *mentions]
    )


def said(text: str, position: int, evidence: str, **details: object) -> DocumentMention:
    start = text.index(evidence)
    found = {"regime": "ILACS", "event_type": "inspection", "occurrence": "occurred", **details}
    return DocumentMention(
        mention_position=position,
        evidence=evidence,
        evidence_start=start,
        evidence_end=start + len(evidence),
        **found,  # ty: ignore[invalid-argument-type]
    )


def days(first: date, last: date) -> dict[str, object]:
    return {"date_from": first, "date_to": last, "date_precision": "day"}


def month(first: date, last: date) -> dict[str, object]:
    return {"date_from": first, "date_to": last, "date_precision": "month"}
