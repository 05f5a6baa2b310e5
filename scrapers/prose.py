"""Lays minutes out as plain text: the one form in which readers get them, whatever the markup.

Paragraphs are parted by a blank line. List items have a line each, behind a marker, nested ones two
spaces further in. Table rows have a line each, cells parted by a tab. Markers that a clerk typed
stay as printed. What tags are is for `scrapers.html`, what the text means is for the readers.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
    "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_LISTS = {"ul", "ol"}
_CELLS = {"td", "th"}
_LINE_END = "\0"
_BULLET = "• "
# Glued to its text, as in "(i)That" and "·That", a marker would not be seen as one.
_GLUED = re.compile(r"^([·•▪]|\((?:[ivxlc]{1,6}|[a-z]|\d{1,2})\))(?=[A-Z])", re.MULTILINE)
_PRINTED = re.compile(r"(?:[·•▪\u2013-]|\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,2})[.)])\s")


@dataclass(slots=True)
class _List:
    kind: str  # "ul", or the type of an "ol": 1, a, A, i, I
    count: int


@dataclass(slots=True)
class _Column:
    """A text in the making: the minutes themselves, or one cell of a table in them."""

    inline: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    marker: str | None = None  # of the list item that has said nothing yet
    is_tight: bool = False  # whether the next line follows without a blank one


class ProseWriter:
    """Is told of tags and words in the order of the page, and gives the text at the end."""

    def __init__(self) -> None:
        self._columns = [_Column()]
        self._rows: list[list[str]] = []

    def words(self, words: str) -> None:
        inline = self._columns[-1].inline
        if inline or not words.isspace():  # blanks before the words of a paragraph say nothing
            inline.append(words)

    def line_end(self) -> None:
        self._columns[-1].inline.append(_LINE_END)

    def open(self, name: str, attributes: Mapping[str, object]) -> None:
        column = self._columns[-1]
        _flush(column)
        if name in _LISTS:
            start = str(attributes.get("start") or "1")
            count = int(start) - 1 if re.fullmatch(r"[0-9]{1,6}", start) else 0
            column.lists.append(_List(_list_kind(name, attributes), count))
        elif name == "li" and column.lists:
            column.lists[-1].count += 1
            column.marker = _marker(column.lists[-1])
        elif name == "tr":
            self._rows.append([])
        elif name in _CELLS and self._rows:
            self._columns.append(_Column())

    def close(self, name: str) -> None:
        column = self._columns[-1]
        _flush(column)
        if name == "li":
            column.marker = None
        elif name in _LISTS:
            column.lists.pop()
            column.is_tight = column.is_tight and bool(column.lists)
        elif name in _CELLS and self._rows:
            self._columns.pop()
            self._rows[-1].append("".join(column.text))
        elif name == "tr":
            _put_row(column, self._rows.pop())
        elif name == "table":
            column.is_tight = False

    def finish(self) -> str | None:
        _flush(self._columns[0])
        return "".join(self._columns[0].text) or None


def _flush(column: _Column) -> None:
    """Close the paragraph at hand."""
    if not column.inline:
        return
    words = "".join(column.inline)
    column.inline.clear()
    if _LINE_END in words:
        lines = [" ".join(line.split()) for line in words.split(_LINE_END)]
        words = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    else:
        words = " ".join(words.split())
    _put(column, words, is_tight_after=bool(column.lists))


def _put_row(column: _Column, cells: list[str]) -> None:
    # A cell of several paragraphs cannot stand in one line: such tables only place text.
    row = "\t".join(cells).strip("\t")
    is_line = "\n" not in row
    column.is_tight = column.is_tight and is_line
    _put(column, row, is_tight_after=is_line)


def _put(column: _Column, words: str, *, is_tight_after: bool) -> None:
    if not words:
        return
    words = _GLUED.sub(r"\1 ", words)
    if column.lists:
        indent = "  " * (len(column.lists) - 1)
        # A second paragraph of an item stands under the words of the first.
        marker = "  " if column.marker is None else column.marker
        if marker == _BULLET and _PRINTED.match(words):
            marker = ""
        words = indent + marker + words.replace("\n", f"\n{indent}  ")
        column.marker = None
    if column.text:
        column.text.append("\n" if column.is_tight else "\n\n")
    column.text.append(words)
    column.is_tight = is_tight_after


def _list_kind(name: str, attributes: Mapping[str, object]) -> str:
    if name == "ul":
        return "ul"
    style = str(attributes.get("style") or "").lower()
    for word, kind in (("alpha", "a"), ("roman", "i")):
        if word in style:
            return kind.upper() if f"upper-{word}" in style else kind
    return str(attributes.get("type") or "1")


def _marker(of: _List) -> str:
    match of.kind:
        case "ul":
            return _BULLET
        case "a" | "A" if 0 < of.count <= 26:
            letter = chr(ord("a") + of.count - 1)
            return f"{letter.upper() if of.kind == 'A' else letter}. "
        case "i" | "I" if 0 < of.count < 50:
            numeral = _roman(of.count)
            return f"{numeral.upper() if of.kind == 'I' else numeral}. "
    return f"{of.count}. "


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    numerals = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return ("", "x", "xx", "xxx", "xl")[tens] + numerals[ones]
