"""What an agenda item says about inspections: one mention per event and judgement area.

The reader itself: it takes the item's texts through `references` and `same_event` and states what
came of them, each fact with the sentence it stands in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.council_names import canonical_name
from scrapers.minutes.inspections.dates import StatedDate, stated_dates
from scrapers.minutes.inspections.elliptic_visits import VisitTalk
from scrapers.minutes.inspections.elsewhere import Elsewhere
from scrapers.minutes.inspections.event_judgements import Graded, graded_areas
from scrapers.minutes.inspections.event_regimes import about_when, regime_of_event
from scrapers.minutes.inspections.focus import STANDING
from scrapers.minutes.inspections.interventions import names_trust
from scrapers.minutes.inspections.prose import plain, sentences
from scrapers.minutes.inspections.references import Reading
from scrapers.minutes.inspections.regimes import CARE, NOT_OURS, VAGUE
from scrapers.minutes.inspections.same_event import events
from scrapers.minutes.inspections.stems import OFSTED, OURS, WORTH_READING, has_any
from scrapers.minutes.inspections.subjects import names_some_council
from scrapers.minutes.inspections.told_events import Event, Reference
from scrapers.minutes.inspections.topics import is_ofsteds, topic_of
from scrapers.minutes.inspections.years import YearContext
from scrapers.records import AgendaItem, InspectionMention

_OURS = Caseless(
    r"\bofsted\b|\bchildren|\bdfe\b|department (?:for|of) education|young people|\bsend\b"
)
_SERVICES = Caseless(r"\bchildren'?s (?:services|social care)\b")
_RISKS = Caseless(r"\brisks?\b(?! of)")
_MONITORING = Caseless(r"monitoring visits?\b")


def read_inspection_mentions(item: AgendaItem, *, council_name: str) -> list[InspectionMention]:
    """What the item says about inspections, every fact once, in the order of its text."""
    council_name = canonical_name(council_name)
    stated = {
        "title": item.title,
        "description": item.description,
        "minutes_text": item.minutes_text,
    }
    texts = {name: text for name, text in stated.items() if text}
    lowered = "\n".join(texts.values()).lower()
    if not has_any(lowered, WORTH_READING):
        return []
    plain_texts = {name: plain(text) for name, text in texts.items()}
    # Where the meeting's day is known, the years that its text names are not asked for.
    known = () if item.held_on else tuple(_known_dates(plain_texts.values()))
    years = YearContext(item.held_on, known)
    told = _settled(list(_references(plain_texts, lowered, years, council_name)))
    references = list(_without_anothers_dates(told))
    if not references:
        return []
    found = events(references)
    facts = _distinct(fact for event in found for fact in _facts(event, found, years, council_name))
    fields = list(stated)
    facts.sort(key=lambda one: (fields.index(one.field_name), one.start))
    return [_mention(fact, item.item_position, n, texts) for n, fact in enumerate(facts, 1)]


def _known_dates(texts: Iterable[str]) -> Iterator[StatedDate]:
    for text in texts:
        yield from (one for one in stated_dates(text) if one.date_from)


def _references(
    texts: Mapping[str, str], lowered: str, years: YearContext, council_name: str
) -> Iterator[Reference]:
    reading = Reading(
        council_name=council_name,
        elsewhere=Elsewhere(
            council_name,
            names_others=any(
                names_some_council(text, besides=council_name) for text in texts.values()
            ),
        ),
        topic=topic_of(texts),
        is_ofsted=has_any(lowered, OFSTED) and any(map(is_ofsteds, texts.values())),
        is_ours=has_any(lowered, OURS) and any(map(_OURS.search, texts.values())),
        visits=VisitTalk(
            is_of_visits=any(
                _MONITORING.search(text) for name, text in texts.items() if name != "minutes_text"
            )
        ),
        is_titled=_SERVICES.search(texts.get("title", "")) is not None,
        of_trust=any(map(names_trust, texts.values())),
        is_of_risks=_RISKS.search(texts.get("title", "")) is not None,
        years=years,
    )
    for name, text in texts.items():
        for sentence in sentences(text):
            yield from reading.references(name, sentence)


def _settled(references: Sequence[Reference]) -> list[Reference]:
    """The references with every standing rating given to an inspection, named or not.

    "The council is judged inadequate" speaks of the inspection that the item names; where it names
    visits only, of the one these follow; else of none that could be told.
    """
    inspected = {
        one.subject_council
        for one in references
        if one.family in CARE and one.event_type not in (STANDING, "annual_conversation")
    }
    return [
        _of_its_event(one, has_event=one.subject_council in inspected)
        if one.event_type == STANDING
        else one
        for one in references
    ]


def _without_anothers_dates(references: Sequence[Reference]) -> Iterator[Reference]:
    """ "Good, up from the inadequate given in the report of August 2016": that was not good."""
    of_previous = {
        (one.sentence, one.stated) for one in references if one.is_previous and one.judgements
    }
    for one in references:
        is_anothers = one.judgements and (one.sentence, one.stated) in of_previous
        yield one._replace(stated=None) if is_anothers and not one.is_previous else one


def _of_its_event(one: Reference, *, has_event: bool) -> Reference:
    is_told = has_event or one.family not in VAGUE
    family = one.family if is_told else "OFSTED_CS_UNSPECIFIED"
    return one._replace(event_type="inspection", family=family)


class _Fact(NamedTuple):
    """What is to be mentioned: an event, a grade of it, and where in a field that is said."""

    event: Event
    regime: str
    graded: Graded
    start: int

    @property
    def field_name(self) -> str:
        return self.graded.reference.field_name

    @property
    def visit_number(self) -> int | None:
        is_counted = self.event.first.event_type == "monitoring_visit"
        return self.event.visit_number if is_counted else None


def _facts(
    event: Event, found: Sequence[Event], years: YearContext, council_name: str
) -> Iterator[_Fact]:
    first = event.first
    if event.family == NOT_OURS or not any(one.is_sure for one in event.references):
        return
    on = about_when(event, found, years)
    regime = regime_of_event(event, on, council_name=council_name)
    graded = list(graded_areas(event, found, regime=regime, on=on))
    if event.is_previous and first.stated is None:
        return  # an inspection before the last one: when, nobody says
    says_nothing = not (graded or first.stated)
    if says_nothing and (first.subject_council or regime == "OFSTED_CS_UNSPECIFIED"):
        return
    area = "lscb" if regime == "LSCB_REVIEW" else None
    for one in graded or [Graded(_fullest(event), area)]:
        start = one.reference.sentence.start if one.start is None else one.start
        yield _Fact(event, regime, one, start)


def _distinct(facts: Iterable[_Fact]) -> list[_Fact]:
    """Each fact once, where two events without dates cannot be told apart."""
    told: dict[tuple[object, ...], _Fact] = {}
    for fact in facts:
        first = fact.event.first
        stated = first.stated
        key = (
            *(fact.regime, first.event_type, fact.visit_number, first.is_to_come),
            *((stated.date_from, stated.date_to) if stated else (None, None)),
            *(fact.graded.area, fact.graded.grade, first.subject_council),
        )
        told.setdefault(key, fact)
    return list(told.values())


def _mention(
    fact: _Fact, item_position: int, mention_position: int, texts: Mapping[str, str]
) -> InspectionMention:
    first = fact.event.first
    stated = first.stated
    end = fact.graded.reference.sentence.end
    return InspectionMention(
        item_position=item_position,
        mention_position=mention_position,
        regime=fact.regime,
        event_type=first.event_type,
        occurrence="scheduled" if first.is_to_come else "occurred",
        evidence=texts[fact.field_name][fact.start : end],
        evidence_field=fact.field_name,
        evidence_start=fact.start,
        evidence_end=end,
        judgement_area=fact.graded.area,
        grade=fact.graded.grade,
        date_as_stated=_as_stated(first),
        date_from=stated.date_from if stated else None,
        date_to=stated.date_to if stated else None,
        date_precision=stated.precision if first.dated and stated else None,
        visit_number=fact.visit_number,
        is_own_council=first.subject_council is None,
        subject_council=first.subject_council,
    )


def _fullest(event: Event) -> Reference:
    return next((one for one in event.references if one.is_sure), event.first)


def _as_stated(reference: Reference) -> str | None:
    if reference.stated is None:
        return None
    published = "published " if reference.is_published_date else ""
    return published + reference.stated.as_stated
