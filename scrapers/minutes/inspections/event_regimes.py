"""Under which regime an event was, which its day decides; and about when an undated one was."""

from collections.abc import Sequence
from datetime import date, timedelta

from scrapers.minutes.inspections.council_names import is_welsh
from scrapers.minutes.inspections.interventions import DFE
from scrapers.minutes.inspections.regimes import CHILDRENS_SERVICES, VAGUE, regime_in_force
from scrapers.minutes.inspections.told_events import Event
from scrapers.minutes.inspections.years import YearContext

_RECENT = timedelta(days=90)  # an undated inspection lies about so long before the meeting
_TO_PUBLICATION = timedelta(days=42)  # median, from Ofsted's register
_CYCLE = timedelta(days=4 * 365)  # from one inspection of a council to the next


def about_when(event: Event, found: Sequence[Event], years: YearContext) -> date | None:
    """About when the event was, for telling the regime; never published as its date."""
    first = event.first
    if first.stated and first.stated.date_from:
        return first.stated.date_from - (
            _TO_PUBLICATION if first.is_published_date else timedelta(0)
        )
    if years.day is None or years.day.year < 2000:
        return None
    if event.is_previous:
        return years.day - _CYCLE
    if years.held_on is None and any(
        one.was_on(years.day) and one.is_graded_otherwise(event.judgements) for one in found
    ):
        return years.day + _CYCLE  # the latest day that the text names is an earlier inspection's
    return years.day - _RECENT


def regime_of_event(event: Event, on: date | None, *, council_name: str) -> str:
    """The regime of an event that was about that day; `on` is None where nothing tells it."""
    regime = _regime(event, on, council_name)
    if regime == "PRE_SIF" and event.has_grade("requires_improvement"):
        return "SIF"  # which brought the grade
    return regime


def _regime(event: Event, on: date | None, council_name: str) -> str:
    family = event.family
    if family in VAGUE and is_welsh(event.first.subject_council or council_name):
        return "CIW"
    if family == DFE or (family not in VAGUE and family != "ILACS"):
        return family
    if family == "ILACS":
        # "The last ILACS inspection, in 2015" was none: the name came in 2018.
        in_force = regime_in_force(
            CHILDRENS_SERVICES, event.first.dated and on, council_name=council_name
        )
        return in_force if in_force in ("SIF", "PRE_SIF") else "ILACS"
    if on is None and event.first.event_type == "monitoring_visit":
        return "ILACS"
    return regime_in_force(family, on, council_name=council_name)
