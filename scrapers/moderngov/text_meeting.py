"""A pasted page of a whole meeting: its heading and its numbered items."""

import re
from dataclasses import replace
from itertools import pairwise

from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.labels import Sitting, minutes_status_of, read_sitting, without_cut
from scrapers.moderngov.text_item import build_item, split_title
from scrapers.moderngov.text_lines import Line, is_heading, label_of, stretch, without_furniture
from scrapers.records import AgendaItem, Meeting

_NUMBER = re.compile(r"[A-Z]{0,5}/?\d[\d./]{0,12}[a-z]?\.?")


def opens_meeting(lines: list[Line]) -> bool:
    """Tell a page whose h1 was lost by the committee, day and hour in its first lines."""
    sittings = [_sitting(lines, number) for number in range(len(lines[:3]))]
    return any(sitting and sitting.committee_name for sitting in sittings)


def split_meeting(page: str, lines: list[Line]) -> list[Meeting | AgendaItem]:
    """Give the meeting, then its items; all of it as one item where none can be told apart."""
    heading = next(
        (line.text for line in lines[:20] if is_heading(line, PageKind.MEETING_DOCUMENTS)), None
    )
    numbered = _numbered(lines)
    head = lines[: numbered[0]] if numbered else lines[:12]
    sitting = next((found for n in range(len(head[:8])) if (found := _sitting(head, n))), None)
    venue = next((line.text[6:].strip() for line in head if line.text.startswith("Venue:")), None)
    meeting = Meeting(
        committee_name=sitting.committee_name if sitting else None,
        held_on=sitting.held_on if sitting else None,
        starts_at_local=sitting.starts_at_local if sitting else None,
        venue=venue or None,
        heading=heading,
        stated_status=sitting.stated_status if sitting else None,
        minutes_status=minutes_status_of(heading) if heading else None,
    )
    if not numbered:
        return [meeting, _unnumbered(page, lines, meeting)]
    items = [
        replace(
            build_item(page, split_title(lines[start + 1 : end]), lines[start + 1 : end]),
            item_position=position,
            item_number=lines[start].text,
            committee_name=meeting.committee_name,
            held_on=meeting.held_on,
        )
        for position, (start, end) in enumerate(pairwise([*numbered, len(lines)]), start=1)
    ]
    return [meeting, *items]


def _sitting(head: list[Line], number: int) -> Sitting | None:
    """Read committee and date from one line, or the date with the committee on the line above."""
    sitting = read_sitting(head[number].text) if len(head[number].text) <= 200 else None
    # A meeting's heading has the hour; "Minutes of the meeting held on 6 January 2021" has not.
    if sitting is None or sitting.starts_at_local is None:
        return None
    if sitting.committee_name or number == 0:
        return sitting
    above = head[number - 1]
    is_name = not is_heading(above, PageKind.MEETING_DOCUMENTS)
    return replace(sitting, committee_name=above.text) if is_name else sitting


def _numbered(lines: list[Line]) -> list[int]:
    """Find the lines that are an item's number: rising, each above a title."""
    found: list[int] = []
    for number, line in enumerate(lines[:-1]):
        if not _NUMBER.fullmatch(line.text):
            continue
        is_rising = not found or _last_number(line.text) > _last_number(lines[found[-1]].text)
        below = lines[number + 1]
        is_above_title = len(below.text) <= 250 and not below.text.endswith((".", ";", ","))
        if is_rising and is_above_title and not label_of(below):
            found.append(number)
    return found


def _last_number(printed: str) -> tuple[int, str]:
    # "SC/85" is 85; "7a" comes after "7".
    last = re.findall(r"(\d+)([a-z]?)", printed)[-1]
    return int(last[0]), last[1]


def _unnumbered(page: str, lines: list[Line], meeting: Meeting) -> AgendaItem:
    heads = [
        number
        for number, line in enumerate(lines[:8])
        if is_heading(line, PageKind.MEETING_DOCUMENTS)
        or _sitting(lines, number)
        or line.text == meeting.committee_name
        or line.text.startswith("Venue:")
    ]
    below = without_furniture(lines[heads[-1] + 1 :] if heads else lines)
    return AgendaItem(
        item_position=1,
        title="",
        committee_name=meeting.committee_name,
        held_on=meeting.held_on,
        minutes_text=stretch(page, below),
        is_truncated=any(without_cut(line.text)[1] for line in below),
    )
