"""Which references of an item mean the same event.

An item speaks of an inspection many times: by its date, as "the recent inspection", "the December
inspection", by the month its report came out. References are put together where kind, regime,
number and date allow it; a reference that says "previous" is never the present one.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import date, timedelta

from scrapers.minutes.inspections.regimes import CHILDRENS_SERVICES, SEND, VAGUE
from scrapers.minutes.inspections.told_events import Event, Reference

_LONGEST_TO_PUBLICATION = timedelta(days=214)  # the longest on Ofsted's register
_UNDATED = 0
_OF_MANY = "SCCIF_CHILDRENS_HOME"
_MOST_AT_HAND = 60  # an item speaks of a handful of events; more keeps long texts quick
_LOOKS_BACK = re.compile(r"\b(?:then|at that time|at the time|that inspection)\b")
_OF_TODAY = re.compile(r"\b(?:now|[Cc]urrent(?:ly)?|[Ll]atest|[Rr]ecent|[Tt]his time)\b")
_FAMILY = {
    "ILACS": CHILDRENS_SERVICES,
    "SIF": CHILDRENS_SERVICES,
    "PRE_SIF": CHILDRENS_SERVICES,
    "AREA_SEND": SEND,
    "LOCAL_AREA_SEND_2016": SEND,
}


class _Known:
    """Events found so far, at hand by the years they lie in and the places that speak of them."""

    def __init__(self) -> None:
        self.all: list[Event] = []
        self._spoken: list[tuple[int, int]] = []  # place and number of the event, in reading order
        self._of_year: dict[int, list[Event]] = {}

    def add(self, event: Event, reference: Reference) -> None:
        if not event.references:
            event.number = len(self.all)
            self.all.append(event)
        event.add(reference)
        insort(self._spoken, (reference.place, event.number))
        for year in _years(reference):
            of_year = self._of_year.setdefault(year, [])
            if not of_year or of_year[-1] is not event:
                of_year.append(event)

    def near(self, reference: Reference) -> list[Event]:
        if len(self.all) <= _MOST_AT_HAND:
            return self.all
        if reference.dated is None or reference.visit_number is not None:
            here = bisect_left(self._spoken, (reference.place, 0))
            around = self._spoken[max(0, here - _MOST_AT_HAND) : here + _MOST_AT_HAND]
            return [self.all[number] for number in sorted({number for _, number in around})]
        start = reference.dated[0].year
        near = [e for year in range(start - 1, start + 2) for e in self._of_year.get(year, ())]
        return near + self._of_year.get(_UNDATED, [])


def events(references: Iterable[Reference]) -> list[Event]:
    """The events that an item speaks of, in the order of their first reference."""
    known = _Known()
    by_key: dict[tuple[object, ...], Event] = {}
    # The surest first: what has a date decides what the undated means.
    for reference in sorted(references, key=lambda one: (_sureness(one), one.place)):
        key = _key(reference)
        event = by_key.get(key) or _matching(reference, known.near(reference)) or Event()
        known.add(event, reference)
        by_key[key] = event
    return sorted(known.all, key=lambda event: event.places[0])


def _years(reference: Reference) -> list[int]:
    dated = reference.dated
    if dated is None:
        return [_UNDATED]
    return list(range(dated[0].year, dated[1].year + 1))


def _key(one: Reference) -> tuple[object, ...]:
    dated = one.dated
    if dated is None and one.visit_number is None:
        return ("undated", one.place)
    return (
        one.event_type,
        one.family,
        dated,
        one.is_published_date,
        one.is_named_by_date,
        one.visit_number,
        one.is_previous,
        one.is_to_come,
        one.subject_council,
    )


def _sureness(one: Reference) -> int:
    dated = one.dated
    if dated and not one.is_published_date:
        return {"day": 0, "month": 2 if one.is_named_by_date else 1, "quarter": 3}.get(
            one.stated.precision if one.stated else "", 4
        )
    if one.visit_number:
        return 5
    return 6 if dated else 7


def _matching(reference: Reference, found: list[Event]) -> Event | None:
    fitting = [event for event in found if _is_kindred(event, reference)]
    dated = reference.dated
    if dated is None and reference.visit_number is None:
        return _meant(reference, fitting)
    alike = next((event for event in fitting if _is_dated_like(event, reference)), None)
    if alike or dated or reference.is_to_come:
        return alike
    # "This was the fourth visit" after a visit with a date and no number: the same.
    unnumbered = [event for event in fitting if event.ranges and event.visit_number is None]
    return _meant(reference, unnumbered) if reference.visit_number else None


def _is_kindred(event: Event, reference: Reference) -> bool:
    first = event.first
    one, other = event.family, reference.family
    if _FAMILY.get(one, one) != _FAMILY.get(other, other) or (
        one != other and one not in VAGUE and other not in VAGUE
    ):
        return False
    if first.subject_council != reference.subject_council:
        return False
    if first.is_to_come != reference.is_to_come and not (first.dated and reference.dated):
        return False
    if event.visit_number and reference.visit_number:
        return event.visit_number == reference.visit_number and (
            first.event_type == reference.event_type
        )
    if first.event_type != reference.event_type:
        # "The SEND re-inspection" is afterwards "the inspection".
        return {first.event_type, reference.event_type} == {"revisit", "inspection"} and (
            reference.dated is None
        )
    return True


def _is_dated_like(event: Event, reference: Reference) -> bool:
    same_number = bool(reference.visit_number) and event.visit_number == reference.visit_number
    if reference.dated is None:
        return same_number
    start, end = reference.dated
    if not event.ranges:
        return same_number or event.is_previous == reference.is_previous
    if event.family == _OF_MANY and event.is_graded_otherwise(reference.judgements):
        return False  # a council has one inspection in a year, its homes have many
    for first, last in event.ranges:
        if start <= last and first <= end:
            return True
        # The month of publication is often an inspection's name.
        may_be_published = reference.is_published_date or (
            reference.is_named_by_date
            and reference.stated is not None
            and reference.stated.precision == "month"
        )
        if may_be_published and last < start <= last + _LONGEST_TO_PUBLICATION:
            return True
    return False


def _goes_on(event: Event, reference: Reference, others: Iterable[Event]) -> bool:
    """Whether the paragraph told of the event and since of no other."""
    told = bisect_left(event.told, (reference.place,))
    if not told or _OF_TODAY.search(reference.sentence.text):
        return False
    place, *here = event.told[told - 1]
    return here == [reference.field_name, reference.sentence.paragraph] and all(
        other.last_place_before(reference.place) < place for other in others
    )


def _meant(reference: Reference, fitting: list[Event]) -> Event | None:
    """The event an undated reference means: the one last spoken of, not a previous one."""
    fitting = [
        event
        for event in fitting
        if event.is_previous == reference.is_previous
        and not event.is_graded_otherwise(reference.judgements)
    ]
    before = [event for event in fitting if event.last_place_before(reference.place) >= 0]
    if before:
        last = max(before, key=lambda event: event.last_place_before(reference.place))
        # After "the first since 2018" it goes on about the present inspection.
        present = max(before, key=lambda event: (event.first.dated or (date.min, date.min))[0])
        if last.first.dated is None or present is last:
            return last
        others = [event for event in before if event is not last]
        is_of_last = _LOOKS_BACK.search(reference.sentence.text) or _goes_on(
            last, reference, others
        )
        return last if is_of_last else present
    return next(iter(fitting), None)
