"""Tables in minutes: which cell is governed by the heading in another."""

from scrapers.minutes.decisions.blocks import CELL, Block

_WIDEST = 8  # columns looked at on either side
_BELOW = 20  # blocks looked at to see whether the heading has cells below it


def header_column(blocks: list[Block], index: int) -> int | None:
    """The column that a header cell heads, None where its text stands beside or below it."""
    block = blocks[index]
    if block.kind != CELL:
        return None
    row = [
        cell for cell in blocks[max(0, index - _WIDEST) : index + _WIDEST] if cell.row == block.row
    ]
    colons = {cell.text.endswith(":") for cell in row}
    is_short = all(len(cell.text.split()) <= 4 for cell in row)
    has_cells_below = any(
        cell.kind == CELL and cell.row != block.row and cell.column == block.column
        for cell in blocks[index + 1 : index + _BELOW]
    )
    is_header = len(row) > 1 and len(colons) == 1 and is_short and has_cells_below
    return block.column if is_header else None
