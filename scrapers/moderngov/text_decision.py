"""A pasted "Decision details" page: one decision, with its purpose and its reasons."""

import re
from dataclasses import replace

from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.labels import is_body, read_sitting
from scrapers.moderngov.moments import date_in
from scrapers.moderngov.text_item import build_item, split_title, without_documents
from scrapers.moderngov.text_lines import Line, below_heading
from scrapers.records import AgendaItem

_FIELD = re.compile(
    r"(call-in deadline date|contact|current call-in count|date comes into force[^:]{0,40}|"
    r"date of decision|decided at meeting|decision due|decision maker|decision status|"
    r"decision type|effective from|is key decision\??|is subject to call[- ]?in\??|"
    r"lead (?:officer|member|director)|notice of decision|publication date|report author|"
    r"resolution status|wards? affected):\s*(.*)",
    re.IGNORECASE,
)


def split_decision(page: str, lines: list[Line]) -> AgendaItem:
    """Read the decision as the minutes of an item; its purpose is what was said beforehand."""
    below = below_heading(lines, PageKind.DECISION_DETAILS)
    fields = {
        found[1].lower(): found[2] for line in lines if (found := _FIELD.fullmatch(line.text))
    }
    title = split_title(below) if below else None
    body = _without_fields(title.rest if title else below or lines)
    if body and re.fullmatch(r"(?:purpose|pwrpas):", body[0].text, re.IGNORECASE):
        body = body[1:]
    item = build_item(page, None, body, fallback_title=title.title if title else "")
    sitting = read_sitting(fields.get("decided at meeting", ""))
    maker = fields.get("decision maker", "")
    return replace(
        item,
        committee_name=sitting.committee_name if sitting else maker if is_body(maker) else None,
        held_on=sitting.held_on if sitting else date_in(fields.get("date of decision", "")),
    )


def _without_fields(lines: list[Line]) -> list[Line]:
    """Drop the fields above and below the decision, and the documents at the end."""
    while lines and _FIELD.fullmatch(lines[0].text):
        lines = lines[1:]
    lines = without_documents(lines)
    while lines and _FIELD.fullmatch(lines[-1].text):
        lines = lines[:-1]
    return lines
