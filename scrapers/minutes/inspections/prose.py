"""Text as the reader reads it: even in its characters, cut into sentences, offsets untouched.

Everything here keeps length, so that a place in a sentence is a place in the page's own text.
What a sentence means belongs elsewhere.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scrapers.minutes.wraps import found_no_room, width_of_wraps

# One character for one character: only so do offsets into the plain text hold in the original.
# The last three rows are for speed alone: what is all ASCII is read in half the time, and to every
# wording these signs are what stands for them here.
_BULLET = "\x7f"
_EVEN = {
    " ": "\u00a0\u2007\u202f",
    "'": "\u2018\u2019\u201a\u02bc`",
    '"': "\u201c\u201d\u201e",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212",
    "\n": "\r\x0b\x0c\u2028\u2029",
    "I": "\u0130",  # the only letter that grows in lower case
    _BULLET: "\u2022",
    "*": "\u00b7\u25aa\u25e6",  # smaller bullets
    "$": "\u00a3\u20ac",  # pounds and euros
}
_UNEVEN = tuple((one, even) for even, uneven in _EVEN.items() for one in uneven)
_UNEVEN_IN_ASCII = tuple((one, even) for one, even in _UNEVEN if one.isascii())
_LONGEST_SENTENCE = 1200  # beyond it a text is no prose, and patterns must stay cheap

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_LIST_MARKER = re.compile(r"[ \t]*(?:[\x7f*o-]|\(?[0-9]{1,3}[.)]|\(?[a-zA-Z]{1,4}[.)])[ \t]")
_RUNS_ON = re.compile(
    r"(?:,|\b(?:of|the|a|an|and|in|on|by|to|for|with|from|at|as|that|was|were|or|Local"
    r"|be|been|being|is|are|has|had|have|its|their|our|this|which|who|than|since|following"
    r"|rated|graded|judged|found|deemed))[ \t]*$"
)
_IN_TABLE = re.compile(r"\t| \| ")
_CUT_DATE = re.compile(
    r"\d(?:st|nd|rd|th)?[ \t]*\n[ \t]*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b"
)
_FULL_STOP = re.compile(r"[.!?]['\")\]]{0,2}\s+(?=['\"(\[]?[A-Z0-9\x7f])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:Cllrs?|Mrs?|Ms|Dr|St|[Nn]o|Nos|Rev|Prof|Hon|vs|e\.g|i\.e|[A-Z]|\d{1,3})\.$"
)


class Sentence(NamedTuple):
    """A sentence, a heading, a list item or a table row; `text` has no line breaks left."""

    text: str
    start: int
    paragraph: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def plain(text: str) -> str:
    """The text with quotes, dashes, spaces and line ends made even, no longer and no shorter."""
    for uneven, even in _UNEVEN_IN_ASCII if text.isascii() else _UNEVEN:
        text = text.replace(uneven, even)
    return text


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a plain text, in order."""
    width = width_of_wraps(text)
    for paragraph, (start, end) in enumerate(_between(text, 0, len(text), _BLANK_LINES)):
        for unit_start, unit_end in _units(text, start, end, width):
            unit = text[unit_start:unit_end].replace("\n", " ")
            first = 0
            for last in _stops(unit):
                words = unit[first:last].lstrip()
                if words:
                    yield Sentence(words.rstrip(), unit_start + last - len(words), paragraph)
                first = last


def _between(text: str, start: int, end: int, gap: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for found in gap.finditer(text, start, end):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < end:
        yield start, end


def _units(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Lines, with those put together that a hard wrap has cut."""
    unit_start = start
    line_start = start
    while line_start < end:
        line_end = text.find("\n", line_start, end)
        if line_end < 0:
            break
        if not _is_wrapped(text, line_start, line_end, end, width):
            yield unit_start, line_end
            unit_start = line_end + 1
        line_start = line_end + 1
    if unit_start < end:
        yield unit_start, end


def _is_wrapped(text: str, line_start: int, line_end: int, end: int, width: int) -> bool:
    following = text[line_end + 1 : min(end, line_end + 60)]
    if (
        not following.strip()
        or _IN_TABLE.search(following.split("\n")[0])
        or _LIST_MARKER.match(following)
    ):
        return False
    line = text[max(line_start, line_end - 60) : line_end]
    if _IN_TABLE.search(line) or line.rstrip().endswith((".", ":", ";", "!", "?")):
        return False
    if following.lstrip()[0].islower() or _RUNS_ON.search(line):
        return True
    if found_no_room(line_end - line_start, following, width):
        return True
    return _CUT_DATE.search(text, max(line_start, line_end - 8), line_end + 20) is not None


def _stops(unit: str) -> list[int]:
    """Where the sentences of a unit end."""
    ends: list[int] = []
    start = 0
    for stop in _FULL_STOP.finditer(unit):
        place, end = stop.span()
        if not _ABBREVIATED.search(unit, max(start, place - 8), place + 1):
            ends.append(end)
            start = end
    ends.append(len(unit))
    return ends if len(unit) <= _LONGEST_SENTENCE else _with_cuts(unit, ends)


def _with_cuts(unit: str, ends: list[int]) -> list[int]:
    return [
        place for start, end in pairwise([0, *ends]) for place in (*_cuts(unit, start, end), end)
    ]


def _cuts(unit: str, start: int, end: int) -> list[int]:
    """Where a sentence is cut that is too long to be one."""
    cuts: list[int] = []
    while end - start > _LONGEST_SENTENCE:
        cut = unit.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        start = cut if cut > start else start + _LONGEST_SENTENCE
        cuts.append(start)
    return cuts
