"""Councils whose pages change every night, at random: what an incremental build must follow.

Few numbers, names and days, so that pages often speak of the same thing, and of another one the
next night. Invented, as are the councils.
"""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from scrapers.records import (
    AgendaItem,
    Attendance,
    Committee,
    Document,
    DocumentMention,
    DocumentText,
    ListedMeeting,
    Meeting,
    Record,
)
from tests.dbt_project.raw_rows import PageVersion, decision, mention

NAMES = ["Cabinet", "Children’s Panel", "Children's Panel", "Scrutiny Board"]
DAYS = [date(2026, 9, 1) + timedelta(days=20 * number) for number in range(6)]
TEXTS = [
    None,
    "Noted.",
    "RESOLVED: That the plan be agreed. Inspectors came on 3 March 2023.",
    "The recommendation of the Scrutiny Board be accepted. The visit of 3 March 2023 went well.",
]
DECISIONS = ["That the plan be agreed", "The recommendation of the Scrutiny Board be accepted"]
VISIT = date(2023, 3, 3)


def changed_pages(chance: random.Random, council: str, at: datetime) -> Iterator[PageVersion]:
    """The pages of a council that say something else on one night."""
    for key, records in [
        ("committee_list:0", _committees(chance)),
        *((f"meeting_list:{number}", _listing(chance)) for number in (1, 2)),
        *((f"meeting_documents:{number}", _meeting(chance, number)) for number in range(1, 6)),
        *((f"agenda_item:{number}", _item_page(chance, number)) for number in range(1, 6)),
        *((f"meeting_attendance:{number}", _attendance(chance, number)) for number in (1, 2)),
        *((f"issue_details:{number}", _issue(chance)) for number in (1, 2)),
        ("text:pasted", _issue(chance)),
        *((f"document:{number}", _file(chance, number)) for number in (1, 2)),
    ]:
        if chance.random() < 0.35:
            error = "PageChangedError" if chance.random() < 0.1 else None
            yield PageVersion(
                council=council,
                page_key=key,
                fetched_at=at + timedelta(seconds=chance.randint(0, 999)),
                records=[] if error else records,
                error=error,
            )


def _committees(chance: random.Random) -> list[Record]:
    return [
        Committee(committee_id=number, committee_name=chance.choice(NAMES))
        for number in chance.sample((1, 2, 3), 2)
    ]


def _listing(chance: random.Random) -> list[Record]:
    return [
        ListedMeeting(
            committee_id=chance.randint(1, 3),
            meeting_id=number,
            held_on=chance.choice(DAYS),
            listing=chance.choice([None, "Agenda", "Agenda, Minutes", "CANCELLED"]),
        )
        for number in chance.sample(range(1, 8), chance.randint(0, 4))
    ]


def _meeting(chance: random.Random, number: int) -> list[Record]:
    numbered = chance.random() < 0.8
    meeting = Meeting(
        meeting_id=number,
        committee_id=chance.randint(1, 3) if numbered else None,
        committee_name=chance.choice(NAMES),
        held_on=chance.choice(DAYS),
        minutes_status=chance.choice(["none", "draft", "published"]),
        venue=chance.choice([None, "Guildhall"]),
        is_whole=True,
    )
    ids = chance.sample(range(1, 8), chance.randint(0, 4))
    items = [_item(chance, place, item_id, number) for place, item_id in enumerate(ids, 1)]
    return [meeting, *(record for item in items for record in _with_readings(chance, item))]


def _item_page(chance: random.Random, item_id: int) -> list[Record]:
    meeting_id = chance.choice([None, 1, 2, 3])
    return _with_readings(chance, _item(chance, 1, item_id, meeting_id))


def _issue(chance: random.Random) -> list[Record]:
    """Items of several meetings, known by name and day or by number."""
    records: list[Record] = []
    for place in range(1, chance.randint(1, 3) + 1):
        named = {"committee_name": chance.choice(NAMES), "held_on": chance.choice(DAYS)}
        item = _item(chance, place, None, chance.choice([None, 1, 2]), **named)
        records += _with_readings(chance, item)
    return records


def _item(
    chance: random.Random, place: int, item_id: int | None, meeting_id: int | None, **more: object
) -> AgendaItem:
    return AgendaItem(
        item_position=place,
        item_id=item_id,
        meeting_id=meeting_id,
        item_number=chance.choice([None, "1.", "2", "3"]),
        title=chance.choice(["Placements", "Fostering", "Ofsted"]),
        description=chance.choice([None, "To note the report."]),
        minutes_text=chance.choice(TEXTS),
        is_truncated=chance.random() < 0.2,
        issue_id=chance.choice([None, 5]),
        **more,  # ty: ignore[invalid-argument-type]
    )


def _with_readings(chance: random.Random, item: AgendaItem) -> list[Record]:
    text = item.minutes_text or ""
    records: list[Record] = [item]
    records += [decision(item, 1, words) for words in DECISIONS if words in text]
    if "3 March 2023" in text:
        records.append(
            mention(
                item, 1, "3 March 2023", event_type="monitoring_visit", date_precision="day",
                date_from=VISIT, date_to=VISIT, visit_number=chance.choice([None, 1, 2]),
            )
        )  # fmt: skip
    records += [
        Document(
            title=f"Report {number}",
            document_kind="report",
            item_position=chance.choice([item.item_position, None]),
            meeting_id=item.meeting_id,
            attachment_id=chance.choice([number, None]),
            document_url=f"https://files.example/s{number}.pdf",
        )
        for number in chance.sample((1, 2, 3), chance.randint(0, 2))
    ]
    return records


def _attendance(chance: random.Random, number: int) -> list[Record]:
    return [
        Attendance(
            meeting_id=number,
            person_name=name,
            attendance=chance.choice(["Present", "Apologies"]),
        )
        for name in chance.sample(["Cllr Oriel Penhaven", "Cllr Tamsin Rook"], 1)
    ]


def _file(chance: random.Random, number: int) -> list[Record]:
    text = f"A letter, {chance.randint(1, 3)}: the monitoring visit of 9 May 2024."
    stretch = "the monitoring visit of 9 May 2024"
    return [
        DocumentText(
            document_url=f"https://files.example/s{number}.pdf",
            attachment_id=number,
            page_count=1,
            text=text,
        ),
        DocumentMention(
            attachment_id=number, mention_position=1, regime="ILACS",
            event_type="monitoring_visit", occurrence="occurred", evidence=stretch,
            evidence_start=text.index(stretch), evidence_end=text.index(stretch) + len(stretch),
            date_from=date(2024, 5, 9), date_to=date(2024, 5, 9), date_precision="day",
        ),
    ]  # fmt: skip
