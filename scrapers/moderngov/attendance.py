"""`mgMeetingAttendance.aspx?ID=…`: who was expected at a meeting, and who came."""

import re

from scrapers import html
from scrapers.errors import EmptyPageError, PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.sittings import linked_committee, meeting_link, sitting_of
from scrapers.moderngov.urls import address_of, query_number
from scrapers.records import Attendance, Meeting, Record

TABLE = "table.mgStatsTable"
# What stands there until a clerk has noted who came.
_NOBODY = re.compile(
    r"\bno (?:attendance|attendees|expected attend\w+|members?)\b"
    r"|attendance .{0,40}not (?:yet )?been|\bdim presenoldeb\b",
    re.IGNORECASE,
)
# The words over the columns, in English and Welsh; the fourth column is for remarks.
_NAMES = ("attendee", "name", "mynychwr", "enw")
_ROLES = ("role", "rôl", "swydd")
_ATTENDANCES = ("attendance", "presenoldeb")


def parse_attendance(page: str, *, url: str) -> list[Record]:
    """Give the people in the order of the page, below the meeting where it has no number there."""
    tree = html.parse(page)
    root = tree.find(id="modgov") or tree
    meeting_id = _meeting_id(root, url)
    meeting = [_meeting(root, tree, url)] if meeting_id is None else []
    if html.first(root, "table") is None and _NOBODY.search(html.text(root)):
        return []
    table = html.one(root, TABLE)
    rows = [_cells(row) for row in html.each(table, "tr")]
    if not rows:
        raise PageChangedError(f"expected a head in {TABLE!r}, found no row: {url}")
    columns = [words.lower() for words in map(html.text, rows[0])]
    name, role, attendance = (_column(columns, of) for of in (_NAMES, _ROLES, _ATTENDANCES))
    people = [
        Attendance(
            meeting_id=meeting_id,
            person_name=html.text(row[name]),
            person_id=_person_id(row[name]),
            role=html.text(row[role]) or None,
            attendance=html.text(row[attendance]),
        )
        for row in rows[1:]
        if len(row) > max(name, role, attendance) and html.text(row[name])
    ]
    if not people:
        raise EmptyPageError(f"{TABLE!r} names nobody: {url}")
    return [*meeting, *people]


def _meeting(root: html.Tag, tree: html.Tag, url: str) -> Meeting:
    """Read "Monday 5th February, 2018 6.15 pm, Council", which a saved page says of itself."""
    sitting = sitting_of(root, tree)
    if sitting is None or sitting.committee_name is None:
        raise PageChangedError(f"the attendance page does not say its meeting: {url}")
    return Meeting(
        committee_id=linked_committee(root, url),
        committee_name=sitting.committee_name,
        held_on=sitting.held_on,
        starts_at_local=sitting.starts_at_local,
    )


def _cells(row: html.Tag) -> list[html.Tag]:
    return [c for c in row.contents if isinstance(c, html.Tag) and c.name in ("td", "th")]


def _column(columns: list[str], names: tuple[str, ...]) -> int:
    found = [number for number, column in enumerate(columns) if column.startswith(names)]
    if not found:
        raise PageChangedError(f"expected a column {names[0]!r} in {TABLE!r}, found {columns}")
    return found[0]


def _person_id(cell: html.Tag) -> int | None:
    link = html.first(cell, "a")
    return query_number(str(link.get("href") or ""), "UID") if link else None


def _meeting_id(root: html.Tag, url: str) -> int | None:
    address = address_of(url)
    if address and address.kind is PageKind.MEETING_ATTENDANCE:
        return int(address.id)
    link = meeting_link(root)
    return query_number(html.attribute(link, "href"), "MId", "MeetingId") if link else None
