"""From the plain text of minutes to its blocks: paragraphs, list items and table cells.

Layout only: what is one paragraph, which marker a list item prints, where a table row has its
cells. A block's `text` has its white space squashed and its quotes and dashes made plain, so that
whoever reads it need not think of wrapped lines, padding or typography; `stretch` leads back to
the letter of the field it was cut from. What the words mean belongs to the modules beside this one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scrapers.minutes.decisions.markers import MARKER, MARKER_ALONE, MARKER_IN_CELL
from scrapers.minutes.decisions.plain import plain, shifts, squash
from scrapers.minutes.wraps import found_no_room, width_of_wraps

PARAGRAPH, ITEM, CELL = "paragraph", "item", "cell"


class Block(NamedTuple):
    kind: str  # paragraph, item, cell
    text: str  # squashed and plain, without the marker
    start: int  # offsets of the text in the field, marker excluded
    end: int
    marker: str | None = None  # as printed: "(i)", "2.", "•"
    depth: int = 0  # of a list item, by its indent
    row: int | None = None  # of a cell, counted over the field
    column: int | None = None
    # (place in text, offset in field) wherever squashing has shifted the text
    shifts: tuple[tuple[int, int], ...] = ()

    def offset(self, place: int) -> int:
        """Where in the field the character at `place` of the text stands."""
        index = bisect_right(self.shifts, place, key=lambda shift: shift[0]) - 1
        if index < 0:
            return self.start + place
        shifted_place, shifted_offset = self.shifts[index]
        return shifted_offset + place - shifted_place

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the field of `text[start:end]`, which must not be empty."""
        return self.offset(start), self.offset(end - 1) + 1


_CLOSING = "\"')\u2019\u201d"
_QUOTES = ('"', "\u201c")
_QUOTED_MARKER = re.compile(r"[\"\u201c]\((?:\d{1,2}|[ivx]{1,4}|[a-z])\)\s")
_CELL = re.compile(r"[^\t|]+")
# A line that stands for itself although nothing but its brevity says so: "RESOLVED", "Decision".
_LABEL_LINE = re.compile(
    r"(?:RESOLVED|Resolved|AGREED|Agreed|RECOMMENDED|Recommended|RECOMMENDATIONS?|Recommendations?"
    r"|NOTED|Noted|ACTIONS?|Actions?|DECISIONS?|Decisions?|Minutes|Background|Penderfynwyd)\W*$"
)
_OPENS_ANEW = re.compile(
    r"(?:That|RESOLVED|AGREED|RECOMMENDED|RECOMMENDATIONS?|NOTED|ACTION|DECISION|Resolved|Agreed"
    r"|Penderfynwyd)\b|(?:For|FOR|Against|AGAINST|Abst\w+|ABST\w+)(?: ?\(\d+\))? ?:"
)
# No line that was ended on purpose ends with these: "That the advice given by the".
_STOPS_SHORT = re.compile(
    r",$|(?<![;,.]) (?:and|or)$|(?<![\w-])(?:the|an?|of|for|in|by|with|at|from|be|is|was|were|as"
    r"|its|their|this)$"
)
_CELLS_AT_MOST = 40  # no table is wider: a line with more gaps is padded, not parted
_PAGE_NUMBER = re.compile(r"Page \d{1,4}(?: of \d{1,4})?$")
_LONGEST_MARKER = 12  # characters
_SHORTEST = 4  # characters that can mean anything: "None"
_WRAPPED_AT_MOST = 110  # wrapped lines are shorter than this, unwrapped paragraphs mostly longer
_WRAPPED_AT_LEAST = 60  # a line that had room for the next word was ended on purpose


def says_nothing(block: Block) -> bool:
    """Whether a block is a rule, an initial, an empty bullet or the number of a page."""
    text = block.text
    return len(text) < _SHORTEST or (text.startswith("Page") and bool(_PAGE_NUMBER.match(text)))


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text in reading order; markers printed on a line of their own rejoined."""
    return _with_indent_depth(_rejoin_markers(_raw_blocks(text)))


class _Line(NamedTuple):
    kind: str
    start: int
    end: int
    marker: str | None
    indent: int
    row: int | None = None
    column: int | None = None


def _raw_blocks(text: str) -> Iterator[tuple[Block, int]]:
    """Each block with its indent."""
    current: list[_Line] = []
    width = width_of_wraps(text)
    for line in _lines(text):
        if line is not None and current and _continues(text, current, line, width):
            current.append(line)
            continue
        if current:
            yield _block(text, current)
        current = [] if line is None else [line]
    if current:
        yield _block(text, current)


def _lines(text: str) -> Iterator[_Line | None]:
    """Lines and cells in order; None for an empty line."""
    offset = 0
    for row, raw in enumerate(text.splitlines(keepends=True)):
        words = raw.strip()
        if words:
            indent = raw.index(words[0])
            start = offset + indent
            end = start + len(words)
            if ("\t" in words or "|" in words) and _has_cells(words):
                yield from _cells(text, start, end, indent, row)
            else:
                body, marker = _parted(text, start, end)
                yield _Line(PARAGRAPH if marker is None else ITEM, body, end, marker, indent)
        else:
            yield None
        offset += len(raw)


def _has_cells(line: str) -> bool:
    return line.count("\t") + line.count("|") < _CELLS_AT_MOST


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    content = text[start:end]
    stripped = content.lstrip()
    start += len(content) - len(stripped)
    return start, start + len(stripped.rstrip())


def _cells(text: str, start: int, end: int, indent: int, row: int) -> Iterator[_Line]:
    spans = [
        _trimmed(text, m.start() + start, m.end() + start) for m in _CELL.finditer(text[start:end])
    ]
    spans = [span for span in spans if span[0] < span[1]]
    # "1.<tab>That the report be noted" is a list item as Word copies it, not a row of a table.
    if len(spans) == 2 and MARKER_IN_CELL.match(text[slice(*spans[0])]):
        yield _Line(ITEM, *spans[1], text[slice(*spans[0])], indent)
        return
    for column, (first, last) in enumerate(spans):
        body, marker = _parted(text, first, last)
        yield _Line(CELL, body, last, marker, indent, row, column)


def _parted(text: str, start: int, end: int) -> tuple[int, str | None]:
    """Where the words of a line begin, and the marker before them."""
    if text[start] in _QUOTES and _QUOTED_MARKER.match(text, start, end):
        start += 1
    # A marker is short, so a look at the head of the line is enough.
    found = MARKER.match(text, start, min(end, start + 40))
    if not found or not text[found.end() : end].strip():
        return start, None
    body, _ = _trimmed(text, found.end(), end)
    return body, found[0]


def _continues(text: str, current: list[_Line], line: _Line, width: int) -> bool:
    """Whether a line is the rest of the wrapped one above it."""
    if line.marker or line.kind == CELL or current[-1].kind == CELL:
        return False
    above, below = text[current[-1].start : current[-1].end], text[line.start : line.end]
    if (
        above.rstrip(_CLOSING).endswith((":", ".", "!", "?", ";", ":-"))
        or len(above) > 10 * _WRAPPED_AT_MOST
    ):
        return False
    if _LABEL_LINE.match(above) or _OPENS_ANEW.match(below):
        return False
    if MARKER_ALONE.match(above) or MARKER_ALONE.match(below):
        return False
    if below[0].islower() or _STOPS_SHORT.search(above, max(0, len(above) - 12)):
        return True
    if width:
        line_start = text.rfind("\n", 0, current[-1].start) + 1
        return found_no_room(current[-1].end - line_start, below, width)
    if len(current) > 1:  # wrapping is under way
        return len(above) <= _WRAPPED_AT_MOST
    # Wrapped, a line is as long as it can be: the next word would not have fitted.
    filled = len(above) + 1 + len(below.split(maxsplit=1)[0])
    return filled >= _WRAPPED_AT_LEAST and len(above) <= _WRAPPED_AT_MOST and not _is_title(above)


def _is_title(line: str) -> bool:
    """A heading capitalises its words: "Report of the Director of Children's Services"."""
    return all(word[0].isupper() for word in line.split() if len(word) > 3 and word[0].isalpha())


def _block(text: str, lines: list[_Line]) -> tuple[Block, int]:
    kind, start, end, marker, indent, row, column = lines[0]
    if len(lines) > 1:
        end = lines[-1].end
    raw = text[start:end]
    if not raw.isascii():
        raw = plain(raw)
    squashed = squash(raw)
    # As long as it was, it has lost nothing: so it is with most.
    shifted = () if len(squashed) == len(raw) else shifts(raw, start)
    return Block(kind, squashed, start, end, marker, 0, row, column, shifted), indent


def _rejoin_markers(blocks: Iterable[tuple[Block, int]]) -> list[tuple[Block, int]]:
    """Give a marker that fills a paragraph or cell to the block after it: "(a)", then the text."""
    joined: list[tuple[Block, int]] = []
    is_alone = False  # the last one: a marker without words of its own
    for placed in blocks:
        block = placed[0]
        if is_alone and _goes_with(block, joined[-1][0]):
            marker, indent = joined[-1]
            kind = CELL if block.kind == CELL else ITEM
            joined[-1] = block._replace(kind=kind, marker=marker.text), indent
            is_alone = False
            continue
        joined.append(placed)
        may_be_alone = block.marker is None and len(block.text) <= _LONGEST_MARKER
        is_alone = may_be_alone and MARKER_ALONE.match(block.text) is not None
    return joined


def _goes_with(block: Block, marker: Block) -> bool:
    is_bare = block.marker is None and not MARKER_ALONE.match(block.text)
    return is_bare and block.row == marker.row


def _with_indent_depth(blocks: list[tuple[Block, int]]) -> list[Block]:
    deep: list[Block] = []
    indents: list[int] = []
    for block, indent in blocks:
        if block.kind != ITEM:
            indents = []
        else:
            while indents and indents[-1] > indent:
                indents.pop()
            if not indents or indents[-1] < indent:
                indents.append(indent)
            if len(indents) > 1:
                block = block._replace(depth=len(indents) - 1)
        deep.append(block)
    return deep
