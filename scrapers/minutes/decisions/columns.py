"""Cells under a header: what one decides, and who is to do it by when as its row says."""

from scrapers.minutes.decisions.blocks import CELL, Block
from scrapers.minutes.decisions.findings import Finding, Governor
from scrapers.minutes.decisions.reign import emitted
from scrapers.minutes.decisions.tables import beside


def is_of_header(governor: Governor | None, block: Block) -> bool:
    """ "Reason" in the row of headings that begins with "Decision"."""
    header = governor.header if governor else None
    return header is not None and block.kind == CELL and block.row == header.row


def decided_in_cell(governor: Governor, blocks: list[Block], index: int) -> list[Finding]:
    """What a cell under a header decides: nothing in the columns beside, nor in a log."""
    header, block = governor.header, blocks[index]
    if header is None or header.is_log or block.column != header.column:
        return []
    found = emitted(governor, block, 0, len(block.text), block.marker)
    for finding in found:
        finding.ordinal = finding.ordinal or beside(blocks, index, header.number)
        finding.owner = beside(blocks, index, header.owner)
        finding.due_text = beside(blocks, index, header.due)
    return found
