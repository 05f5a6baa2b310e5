"""The words ModernGov itself prints, in English and Welsh: headings, labels, link texts.

Pages are read by these words where their markup cannot be relied on. Councils' own prose is not
here.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrapers.moderngov.moments import after_time, printed_dates, time_in


class Section(StrEnum):
    """What follows a label inside an item."""

    DOCUMENTS = "documents"
    DECISION = "decision"
    MINUTES = "minutes"


_SECTIONS = {
    "minutes": Section.MINUTES,
    "cofnodion": Section.MINUTES,
    "decision": Section.DECISION,
    "decisions": Section.DECISION,
    "penderfyniad": Section.DECISION,
    "penderfyniadau": Section.DECISION,
    "additional documents": Section.DOCUMENTS,
    "supporting documents": Section.DOCUMENTS,
    "accompanying documents": Section.DOCUMENTS,
    "dogfennau ychwanegol": Section.DOCUMENTS,
    "dogfennau ategol": Section.DOCUMENTS,
}

# "...  view the full minutes text for item 59.", the last words of minutes that were cut.
_CUT = re.compile(
    r"\s*(?:\.\.\.|…)?\s*view the full minutes text(?: for item [^\s]{1,40})?\.?\s*$"
    r"|\s*(?:\.\.\.|…)\s*(?:gweld|darllen|dangos)\b[^\n]{1,120}$",
    re.IGNORECASE,
)
# "Title pdf icon PDF 94 KB"
_FILE_SIZE = re.compile(
    r"\s*(?:\b[a-z]{2,10} e?icon\b)?"
    r"\s*\b([A-Z]{2,5})\s+(\d{1,6}(?:\.\d{1,3})?)\s*(B|KB|MB|GB)\b\s*$",
    re.IGNORECASE,
)
# "Meeting: 22/11/2022 - Cabinet (Item 56)" opens on issue pages what one meeting made of the issue.
ISSUE_GROUP = re.compile(
    r"(?:Meeting|Cyfarfod):\s*(\d{1,2}/\d{1,2}/\d{4})\s+-\s+(.{1,200}?)"
    r"(?:\s*\((?:Item |Eitem )?([^)\s]{1,20})\))?$"
)
# "Moved from 13 January, Planning Committee", "CANCELLED - Cabinet", "Cabinet - POSTPONED"
_MOVED = re.compile(
    r"((?:(?:moved|rescheduled|postponed) from|symudwyd o) [^,]{1,60}),\s*(.+)", re.IGNORECASE
)
_OFF = r"(?:cancelled|postponed|(?:wedi['’]i )?(?:ganslo|gohirio)|canslwyd|gohiriwyd)"
_CALLED_OFF = re.compile(rf"^{_OFF}\s*[-\u2013,:]\s*|\s*[-\u2013,]\s*{_OFF}$", re.IGNORECASE)
_JOINTS = " -\u2013,"
_UNITS = {"b": 1, "kb": 1024, "mb": 1024**2, "gb": 1024**3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A committee's meeting on a day, as one heading names it."""

    committee_name: str | None
    held_on: date
    starts_at_local: str | None
    stated_status: str | None


def without_cut(text: str) -> tuple[str, bool]:
    """Take the link to the whole minutes off the end of a text; say whether it was there."""
    # The link is short; looking no further back keeps this quick on any text.
    at = max(0, len(text) - 400)
    cut = _CUT.search(text, at)
    return (text[: cut.start()], True) if cut else (text, False)


def section_of(label: str) -> Section | None:
    """Say which section a label opens: "Minutes:", "Dogfennau ychwanegol:"."""
    return _SECTIONS.get(" ".join(label.split()).rstrip(" :").lower())


def minutes_status_of(heading: str) -> str | None:
    """Read from a meeting's h1 whether its minutes are out: none, draft or published."""
    words = heading.lower()
    if re.search(r"\bc(?:h)?ofnodion\b|\bminutes\b", words):
        return "draft" if re.search(r"\b(?:draft|drafft|ddrafft)\b", words) else "published"
    is_known = re.match(r"(?:agenda|meeting|decisions|rhaglen|cyfarfod|penderfyniadau)\b", words)
    return "none" if is_known else None


def read_sitting(line: str) -> Sitting | None:
    """Read "Cabinet - Thursday 15 January 2026 7:30 pm, CANCELLED" and its many variants."""
    line = " ".join(line.split())
    dates = printed_dates(line)
    if not dates:
        return None
    printed = dates[-1]
    before = line[: printed.start].strip(_JOINTS)
    after = after_time(line[printed.end :]).strip(_JOINTS)
    starts_at = time_in(line[printed.end :])
    if not before:
        # Attendance pages put the date first: "Monday 5th February, 2018 6.15 pm, Council".
        return Sitting(
            committee_name=after or None,
            held_on=printed.day,
            starts_at_local=starts_at,
            stated_status=None,
        )
    committee_name, status = _without_status(before)
    statuses = [status, after]
    return Sitting(
        committee_name=committee_name,
        held_on=printed.day,
        starts_at_local=starts_at,
        stated_status=", ".join(status for status in statuses if status) or None,
    )


def _without_status(name: str) -> tuple[str, str]:
    """Take what a heading says of a meeting off the name of its committee, before it or behind."""
    if moved := _MOVED.match(name):
        return moved[2], moved[1]
    if called_off := _CALLED_OFF.search(name):
        return name[: called_off.start()] + name[called_off.end() :], called_off[0].strip(_JOINTS)
    return name, ""


def is_body(decision_maker: str) -> bool:
    """Tell a committee from an officer or member who decides alone."""
    bodies = r"\b(?:cabinet|council|committee|board|panel|executive|commission|assembly)\b"
    people = r"\b(?:officer|director|member|head|manager|leader|portfolio|councillor|chief)\b"
    return bool(re.search(bodies, decision_maker, re.I)) and not re.search(
        people, decision_maker, re.I
    )


def split_size(label: str) -> tuple[str, tuple[str, int] | None]:
    """Take "PDF 553 KB" off the end of a link: the type and the bytes, rounded as printed."""
    size = _FILE_SIZE.search(label) if label[-1:] in ("B", "b") else None
    if size is None:
        return label, None
    return label[: size.start()], (size[1].lower(), round(float(size[2]) * _UNITS[size[3].lower()]))
