"""What an item tells of events: the places that speak of one, and the event that they mean."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from scrapers.minutes.inspections.dates import StatedDate
from scrapers.minutes.inspections.judgements import OVERALL, SAME, Judgement
from scrapers.minutes.inspections.prose import Sentence
from scrapers.minutes.inspections.regimes import VAGUE


class Reference(NamedTuple):
    """One place of an item that speaks of an event."""

    field_name: str
    sentence: Sentence
    said_at: int  # where in the sentence it is spoken of
    event_type: str
    family: str
    stated: StatedDate | None = None
    is_published_date: bool = False
    is_named_by_date: bool = False
    visit_number: int | None = None
    is_previous: bool = False
    is_to_come: bool = False
    is_telling: bool = False  # its sentence tells of this dated event and of no other
    is_sure: bool = False  # says by itself that there was such an event
    subject_council: str | None = None
    judgements: tuple[Judgement, ...] = ()
    place: int = 0  # among all references of the item, in order

    @property
    def dated(self) -> tuple[date, date] | None:
        stated = self.stated
        if stated is None or stated.date_from is None or stated.date_to is None:
            return None
        return stated.date_from, stated.date_to


@dataclass(slots=True)
class Event:
    """The references that mean one event, the surest first."""

    references: list[Reference] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    told: list[tuple[int, str, int]] = field(default_factory=list)  # by place: field, paragraph
    ranges: list[tuple[date, date]] = field(default_factory=list)  # as dated, not as published
    visit_number: int | None = None
    family: str = ""
    is_previous: bool = False
    number: int = 0

    @property
    def first(self) -> Reference:
        return self.references[0]

    def add(self, reference: Reference) -> None:
        if not self.references:
            self.family = reference.family
            self.is_previous = reference.is_previous
        self.references.append(reference)
        insort(self.places, reference.place)
        if reference.is_telling:
            field_name, paragraph = reference.field_name, reference.sentence.paragraph
            insort(self.told, (reference.place, field_name, paragraph))
        dated = reference.dated
        if dated and not reference.is_published_date:
            self.is_previous = self.is_previous and reference.is_previous
            if dated not in self.ranges:
                self.ranges.append(dated)
        if self.family in VAGUE:
            self.family = reference.family
        self.visit_number = self.visit_number or reference.visit_number

    def has_grade(self, grade: str) -> bool:
        return any(one.grade == grade for one in self.judgements)

    def was_on(self, day: date) -> bool:
        return any(start <= day <= end for start, end in self.ranges)

    @property
    def judgements(self) -> list[Judgement]:
        return [one for reference in self.references for one in reference.judgements]

    def is_graded_otherwise(self, judgements: Iterable[Judgement]) -> bool:
        """Whether it gave an area another grade than these, so that they must be another's."""
        return any(
            (one.area or OVERALL) == (other.area or OVERALL) and one.grade != other.grade
            for one in judgements
            for other in self.judgements
            if SAME not in (one.grade, other.grade)
        )

    def last_place_before(self, place: int) -> int:
        """Where the event was last spoken of before a place; -1 where it was not yet."""
        earlier = bisect_left(self.places, place)
        return self.places[earlier - 1] if earlier else -1
