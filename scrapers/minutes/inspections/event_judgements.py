"""The judgements of one event, out of all its references: one grade per area, or none."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from scrapers.minutes.inspections.judgement_areas import areas_of_regime
from scrapers.minutes.inspections.judgements import OVERALL, SAME, Judgement
from scrapers.minutes.inspections.told_events import Event, Reference

_WITHOUT_GRADES = ("JTAI", "AREA_SEND", "LOCAL_AREA_SEND_2016", "DFE_INTERVENTION")
_REACH = 500  # characters from "remained inadequate" to the inspection before


class Graded(NamedTuple):
    """An area's grade with the reference that states it; `start` where its evidence begins."""

    reference: Reference
    area: str | None = None
    grade: str | None = None
    start: int | None = None


def graded_areas(
    event: Event, others: Sequence[Event], *, regime: str, on: date | None
) -> Iterator[Graded]:
    """The areas that the page gives a grade for; an area with two different grades gets none."""
    if regime in _WITHOUT_GRADES or event.first.event_type not in ("inspection", "revisit"):
        return
    grades: dict[str, Graded] = {}
    told: str | None = None
    contradicted: set[str] = set()
    for reference, judgement in _asserted(event):
        if judgement.grade != SAME:
            told = judgement.grade
        elif judgement.area is None or told is None:
            continue
        if told == "adequate" and regime != "PRE_SIF":
            continue
        for area in areas_of_regime(judgement.area or OVERALL, regime=regime, on=on):
            known = grades.setdefault(area, Graded(reference, area, told))
            if known.grade != told:
                contradicted.add(area)
    if not grades and event.is_previous and (unchanged := _unchanged(event, others)):
        grades[OVERALL] = unchanged
    yield from (one for area, one in grades.items() if area not in contradicted)


def _asserted(event: Event) -> list[tuple[Reference, Judgement]]:
    ordered = sorted(event.references, key=lambda one: one.place)
    return [(reference, judgement) for reference in ordered for judgement in reference.judgements]


def _unchanged(event: Event, others: Sequence[Event]) -> Graded | None:
    """ "The previous inspection in 2014 gave the same judgement", "remained inadequate since"."""
    is_same = any(judgement.grade == SAME for _, judgement in _asserted(event))
    for other in others:
        if other is event or other.is_previous or other.first.subject_council:
            continue
        for reference, judgement in _asserted(other):
            if judgement.grade == SAME or judgement.area not in (None, OVERALL):
                continue
            last = event.first
            gap = last.sentence.start - reference.sentence.start
            is_near = reference.field_name == last.field_name and 0 <= gap <= _REACH
            if is_near and (is_same or judgement.is_kept):
                return Graded(last, OVERALL, judgement.grade, reference.sentence.start)
    return None
