"""A pasted "Issue - meetings" page: one item for each meeting the issue went to, newest first."""

from dataclasses import replace
from itertools import pairwise

from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.labels import ISSUE_GROUP
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.text_item import build_item, split_title
from scrapers.moderngov.text_lines import Line, below_heading
from scrapers.records import AgendaItem, Meeting


def is_group(line: Line) -> bool:
    """Tell "Meeting: 22/11/2022 - Cabinet (Item 56)", which opens what one meeting made of it."""
    return bool(ISSUE_GROUP.match(line.text))


def split_issue(page: str, lines: list[Line]) -> list[Meeting | AgendaItem]:
    """Split a page that has at least one such line."""
    starts = [number for number, line in enumerate(lines) if is_group(line)]
    head = below_heading(lines[: starts[0]], PageKind.ISSUE_DETAILS)
    issue_title = head[0].text if head else ""
    records: list[Meeting | AgendaItem] = []
    for position, (start, end) in enumerate(pairwise([*starts, len(lines)]), start=1):
        printed_on, committee_name, number = _group(lines[start])
        below = lines[start + 1 : end]
        item = build_item(
            page,
            split_title(below, stated_number=number),
            below,
            position=position,
            fallback_title=issue_title,
        )
        meeting = Meeting(committee_name=committee_name, held_on=date_in(printed_on))
        item = replace(
            item,
            item_number=item.item_number or number,
            committee_name=committee_name,
            held_on=meeting.held_on,
        )
        records += [meeting, item]
    return records


def _group(line: Line) -> tuple[str, str, str | None]:
    found = ISSUE_GROUP.match(line.text)
    return (found[1], found[2], found[3]) if found else ("", line.text, None)
