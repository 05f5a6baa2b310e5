"""The lines of a page that was pasted as text, and what a line is by itself.

Which field a line belongs to is decided in `text_page`.
"""

import re
from dataclasses import dataclass

from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.labels import Section, section_of, split_size


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it."""

    text: str  # white space squashed
    start: int
    end: int
    gap: int  # blank lines above it


# The h1 of each kind of page, as it may begin or end the line of a pasted page.
_HEADINGS = {
    PageKind.AGENDA_ITEM: r"(?:.{0,60} - )?(?:agenda item|eitem (?:ar yr )?agenda)",
    PageKind.ISSUE_DETAILS: r"issue - (?:meetings|items at meetings.{0,300})",
    PageKind.DECISION_DETAILS: r"decision details|manylion y penderfyniad",
    PageKind.MEETING_DOCUMENTS: (
        r"(?:agenda|rhaglen)(?:,? (?:and |a )?(?:decisions|(?:draft )?minutes|ph?enderfyniadau|"
        r"ch?ofnodion))*\.?"
    ),
}
_FURNITURE = re.compile(
    r"view the (?:background to|decision for|declarations of interest for) .{0,200}"
    r"|share this .{0,80}|skip to .{0,80}|home|back to top|print(?: this)? page"
    r"|no\.? ?item|items|rhif\.? ?eitem|eitemau|- issue content|find out more about this issue"
    r"|related meeting|agenda frontsheet.{0,80}|agenda reports pack.{0,80}|printed .{0,80}"
    r"|attendance details",
    re.IGNORECASE,
)
_ENCLOSURE = re.compile(
    r",? item [\w./-]{1,15}\.?$|^restricted enclosure|view the reasons why document",
    re.IGNORECASE,
)
_RESTRICTED = re.compile(r"view the reasons why item .{0,60} is restricted", re.IGNORECASE)
# What agendas say of an item beforehand, never the name of an item.
_AGENDA_WORDING = re.compile(
    r"to (?:a(?:gree|pprove)|be|consider|confirm|determine|discuss|endorse|inform|note|provide|"
    r"receive|reflect|review|scrutinise|seek|share|update)\b|(?:joint )?reports? of the\b|"
    r"the [a-z' ]{3,120}\b(?:to|will|is asked to) "
    r"(?:give|introduce|present|provide|receive|submit)",
    re.IGNORECASE,
)


def lines_of(page: str) -> list[Line]:
    """Find the lines that say something; nbsp is white space here."""
    lines, gap, start = [], 0, 0
    for raw in page.splitlines(keepends=True):
        squashed = " ".join(raw.split())
        if squashed:
            lines.append(Line(squashed, start, start + len(raw.rstrip()), gap))
        gap = 0 if squashed else gap + 1
        start += len(raw)
    return lines


def stretch(page: str, lines: list[Line]) -> str | None:
    """Give the page from the first of these lines to the last, to the letter."""
    return page[lines[0].start : lines[-1].end] if lines else None


def label_of(line: Line) -> Section | None:
    """Say which section a line opens; without its colon "Minutes" may be the name of an item."""
    return section_of(line.text) if line.text.endswith(":") else None


def is_furniture(line: Line) -> bool:
    return bool(_FURNITURE.fullmatch(line.text) or _RESTRICTED.search(line.text))


def is_restriction(line: Line) -> bool:
    return bool(_RESTRICTED.search(line.text))


def without_furniture(lines: list[Line]) -> list[Line]:
    """Drop navigation at the head of a list of lines; in the midst it cannot be told from prose."""
    first = next((n for n, line in enumerate(lines) if not is_furniture(line)), len(lines))
    return lines[first:]


def is_document(line: Line) -> bool:
    """Tell the name of a listed file from a sentence that was left without its "Minutes:"."""
    if split_size(line.text)[1] or _ENCLOSURE.search(line.text):
        return True
    is_apart = line.gap >= 2  # where a heading was lost
    return not is_apart and len(line.text) <= 250 and not re.search(r"[.;:]$", line.text)


def is_agenda_wording(line: Line) -> bool:
    return bool(_AGENDA_WORDING.match(line.text))


def is_heading(line: Line, kind: PageKind) -> bool:
    return bool(re.fullmatch(_HEADINGS[kind], line.text, re.IGNORECASE))


def heading_kind(line: Line) -> PageKind | None:
    """Say which page this line is the h1 of."""
    return next((kind for kind in _HEADINGS if is_heading(line, kind)), None)


def below_heading(lines: list[Line], kind: PageKind) -> list[Line] | None:
    """Give what follows the page's h1, which pasting may have printed twice; None without one."""
    heads = [number for number, line in enumerate(lines[:20]) if is_heading(line, kind)]
    return lines[heads[-1] + 1 :] if heads else None
