"""Tables in minutes: which cells are governed by the heading in another, and what stands beside."""

import re
from dataclasses import dataclass

from scrapers.minutes.decisions.blocks import CELL, Block

_WIDEST = 8  # columns looked at on either side
_BELOW = 20  # blocks looked at to see whether the heading has cells below it
_OWNER = re.compile(r"(?:owner|lead|by whom|who|(?:responsible |lead )?officer)\b", re.IGNORECASE)
_DUE = re.compile(
    r"(?:by when|when|deadline|due|date|time ?(?:scale|frame)|target)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:decision |resolution |action |minute )?(?:no\.?|number|ref\w*)\b", re.IGNORECASE
)
_FOLLOWED_UP = re.compile(r"(?:status|progress|updates?|response|outcome|rag)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """A row of headings, one of which governs the cells below it."""

    row: int | None
    column: int | None  # of the cells governed
    number: int | None  # the column under which a decision is filed
    owner: int | None  # columns that say who is to act, and by when
    due: int | None
    is_log: bool  # what is followed up was decided earlier: "Action | Update"


def header_at(blocks: list[Block], index: int) -> Header | None:
    """The header that a cell belongs to, None where its text stands beside or below it."""
    block = blocks[index]
    if block.kind != CELL:
        return None
    row = _row_of(blocks, index)
    colons = {cell.text.endswith(":") for cell in row}
    is_short = all(len(cell.text.split()) <= 4 for cell in row)
    has_cells_below = any(
        cell.kind == CELL and cell.row != block.row and cell.column == block.column
        for cell in blocks[index + 1 : index + _BELOW]
    )
    if len(row) < 2 or len(colons) > 1 or not is_short or not has_cells_below:
        return None
    return Header(
        row=block.row,
        column=block.column,
        number=_headed(row, _NUMBER),
        owner=_headed(row, _OWNER),
        due=_headed(row, _DUE),
        is_log=_headed(row, _FOLLOWED_UP) is not None,
    )


def beside(blocks: list[Block], index: int, column: int | None) -> str | None:
    """What stands in another column of a cell's row."""
    if column is None:
        return None
    return next((cell.text for cell in _row_of(blocks, index) if cell.column == column), None)


def _row_of(blocks: list[Block], index: int) -> list[Block]:
    around = blocks[max(0, index - _WIDEST) : index + _WIDEST]
    return [cell for cell in around if cell.row == blocks[index].row]


def _headed(row: list[Block], heading: re.Pattern[str]) -> int | None:
    return next((cell.column for cell in row if heading.match(cell.text)), None)
