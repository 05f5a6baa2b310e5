"""A page pasted by hand as plain text: its items, split by the labels ModernGov prints.

Fields are verbatim stretches of the page. Where labels were lost in pasting, what cannot be told
from minutes is minutes: there nothing is overlooked. Reading meaning is no matter of this module.
"""

from scrapers.errors import EmptyPageError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.text_decision import split_decision
from scrapers.moderngov.text_issue import is_group, split_issue
from scrapers.moderngov.text_item import build_item, split_title
from scrapers.moderngov.text_lines import Line, below_heading, heading_kind, label_of, lines_of
from scrapers.moderngov.text_meeting import opens_meeting, split_meeting
from scrapers.records import AgendaItem, Meeting


def parse_text_page(page: str, *, page_kind: str | None = None) -> list[Meeting | AgendaItem]:
    """Split a pasted page into its meeting, where it says one, and its items."""
    lines = lines_of(page)
    if not lines:
        raise EmptyPageError("the pasted page has no text")
    kind = page_kind or text_page_kind(lines)
    if kind == PageKind.MEETING_DOCUMENTS:
        return split_meeting(page, lines)
    if kind == PageKind.DECISION_DETAILS:
        return [split_decision(page, lines)]
    if any(is_group(line) for line in lines):
        return split_issue(page, lines)
    return [_item(page, lines)]


def text_page_kind(lines: list[Line]) -> PageKind:
    """Say what a pasted page is by its heading; without one it is taken for an agenda item."""
    kinds = (heading_kind(line) for line in lines[:20])
    if kind := next((kind for kind in kinds if kind), None):
        return kind
    return PageKind.MEETING_DOCUMENTS if opens_meeting(lines) else PageKind.AGENDA_ITEM


def _item(page: str, lines: list[Line]) -> AgendaItem:
    kinds = (PageKind.AGENDA_ITEM, PageKind.ISSUE_DETAILS)
    below = next((found for kind in kinds if (found := below_heading(lines, kind))), None)
    if below:
        return build_item(page, split_title(below), below)
    # Without its heading a page may have lost its title too: only with labels can one be told.
    is_labelled = any(label_of(line) and line is not lines[-1] for line in lines)
    return build_item(page, split_title(lines, is_certain=False) if is_labelled else None, lines)
