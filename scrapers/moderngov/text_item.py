"""One item of a pasted page: its title, what the agenda said, and its minutes.

Which lines make up an item is decided in `text_page`.
"""

import re
from dataclasses import dataclass

from scrapers.moderngov.labels import Section, read_sitting, split_size, without_cut
from scrapers.moderngov.text_lines import (
    Line,
    is_agenda_wording,
    is_document,
    is_restriction,
    label_of,
    stretch,
    without_furniture,
)
from scrapers.records import AgendaItem

_OF_MEETING = re.compile(r"Meeting of (.{1,300}?)(?:\s*\(Item ([^)\s]{1,20})\))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """All below the title of an item."""

    description: str | None
    minutes_text: str | None
    is_truncated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    number: str | None
    title: str
    rest: list[Line]


def build_item(
    page: str,
    title: Title | None,
    lines: list[Line],
    *,
    position: int = 1,
    fallback_title: str = "",
) -> AgendaItem:
    """Make the item of a title and what stands below it, or of all `lines` where it has none."""
    below = title.rest if title else lines
    rest = without_furniture(below)
    number = title.number if title else None
    sitting = None
    if rest and (of_meeting := _OF_MEETING.match(rest[0].text)):
        # "Meeting of Cabinet, Tuesday 27 January 2026 7.00 pm (Item 5.)" stands below the title.
        sitting, number, rest = read_sitting(of_meeting[1]), of_meeting[2], rest[1:]
    body = split_body(page, rest)
    return AgendaItem(
        item_position=position,
        title=title.title if title else fallback_title,
        item_number=number,
        committee_name=sitting.committee_name if sitting else None,
        held_on=sitting.held_on if sitting else None,
        description=body.description,
        minutes_text=body.minutes_text,
        is_truncated=body.is_truncated,
        is_restricted=any(is_restriction(line) for line in below[:5]),
    )


def split_title(
    lines: list[Line], *, stated_number: str | None = None, is_certain: bool = True
) -> Title | None:
    """Take the title off the head of an item; None where the page has lost it.

    It is certain that a title should stand there where the page has kept its own heading.
    """
    lines = without_furniture(lines)
    if not lines or label_of(lines[0]) or _is_prose(lines[0], is_certain=is_certain):
        return None
    title, size = split_size(lines[0].text)
    number = stated_number
    # "56 Improvement Update pdf icon PDF 237 KB" on issue pages; "10 minutes" is no item 10.
    printed = re.match(r"([A-Z]{0,5}/?\d[\w./-]{0,12})\s+(?=\S)", title)
    if (
        printed
        and (size or stated_number)
        and printed[1].strip(".") == ((stated_number or printed[1]).strip("."))
    ):
        number, title = printed[1], title[printed.end() :]
    return Title(number=number, title=title, rest=lines[1:])


def split_body(page: str, lines: list[Line]) -> Body:
    """Divide what stands below a title into what was said beforehand and what was minuted."""
    lines, is_truncated = _without_cut(without_furniture(lines))
    is_labelled = [label_of(line) in (Section.DECISION, Section.MINUTES) for line in lines]
    if any(is_labelled):
        first = is_labelled.index(True)
        before, after = lines[:first], without_documents(lines[first:])
        # The label "Minutes:" is left out; "Decision:" stays, for it is not the same thing.
        after = after[1:] if label_of(after[0]) is Section.MINUTES else after
        before = without_documents(before)
    else:
        before, after = _split_unlabelled(lines)
    minutes_text = stretch(page, after)
    return Body(
        description=stretch(page, before),
        minutes_text=without_cut(minutes_text)[0] or None if minutes_text else None,
        is_truncated=is_truncated,
    )


def _is_prose(line: Line, *, is_certain: bool) -> bool:
    is_sentence = line.text.endswith((".", ":", ";"))
    if len(line.text) > 400 or (is_agenda_wording(line) and (is_sentence or not is_certain)):
        return True
    # Where two blank lines stand above, a heading was lost, and this may be what came after it.
    is_after_gap = line.gap >= 2 and len(line.text) > 120
    return is_sentence and (is_after_gap or not is_certain)


def _without_cut(lines: list[Line]) -> tuple[list[Line], bool]:
    """Drop what follows the link to the whole minutes; its own words are dropped later."""
    for number, line in enumerate(lines):
        if without_cut(line.text)[1]:
            return lines[: number + 1], True
    return lines, False


def without_documents(lines: list[Line]) -> list[Line]:
    """Drop a section of documents from the end; keep it if sentences follow its label."""
    for number in range(len(lines) - 1, -1, -1):
        if label_of(lines[number]) is Section.DOCUMENTS:
            files = lines[number + 1 :]
            return lines[:number] if all(is_document(line) for line in files) else lines
    return lines


def _split_unlabelled(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Split an item whose "Minutes:" was lost in pasting."""
    for number, line in enumerate(lines):
        if label_of(line) is Section.DOCUMENTS:
            after = lines[number + 1 :]
            while after and is_document(after[0]):
                after = after[1:]
            if after:
                return lines[:number], after
            lines = lines[:number]
            break
    if not lines or (lines[0].gap >= 2 and not is_agenda_wording(lines[0])):
        return [], lines
    # A lost heading leaves its blank lines behind, two or more together.
    for number, line in enumerate(lines):
        if number and line.gap >= 2:
            return lines[:number], lines[number:]
    return (lines, []) if len(lines) <= 2 and is_agenda_wording(lines[0]) else ([], lines)
