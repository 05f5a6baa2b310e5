"""Mentions as lines that a test can hold: what a passage tells of inspections, and whose."""

import re
from datetime import date

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem

AREAS = {
    "overall_effectiveness": "overall",
    "leaders_impact": "leaders",
    "leadership_management_governance": "leadership",
    "help_and_protection": "help",
    "children_in_care": "care",
    "care_leavers": "leavers",
    "children_in_care_and_care_leavers": "both",
    "adoption_performance": "adoption",
    "lscb": "board",
}
# A line that gives the council itself a grade for its services for children.
GRADED = re.compile(
    r"^(?:ILACS|SIF|PRE_SIF|OFSTED_CS_UNSPECIFIED) "
    r"(?!.* of ).* (?:outstanding|good|requires_improvement|inadequate)$"
)


def told(text, *, title="Children's Services", held_on="2023-03-01"):
    """Regime, kind, number, first day, area and grade of each mention, in a line of its own."""
    day = date.fromisoformat(held_on) if held_on else None
    item = AgendaItem(item_position=1, title=title, minutes_text=text, held_on=day)
    return {_line(one) for one in read_inspection_mentions(item, council_name="Wexcombe")}


def _line(one):
    event = f"{one.regime} {one.event_type} {one.visit_number or '-'} {one.date_from or '-'}"
    grade = f" {AREAS[one.judgement_area]} {one.grade}" if one.grade else ""
    return event + grade + ("" if one.is_own_council else f" of {one.subject_council}")
