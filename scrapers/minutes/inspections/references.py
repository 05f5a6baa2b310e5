"""What each sentence of an item says of events: its references, with dates and judgements bound.

Sentences are read in order, for "the inspection" and "the overall judgement" mean what was last
spoken of. Which references mean the same event belongs in `same_event`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scrapers.minutes.inspections.dates import StatedDate
from scrapers.minutes.inspections.elliptic_visits import VisitTalk
from scrapers.minutes.inspections.elsewhere import Elsewhere
from scrapers.minutes.inspections.event_dates import SentenceDate, dates_of, sentence_dates
from scrapers.minutes.inspections.events import VISITS, EventPhrase, event_phrases
from scrapers.minutes.inspections.focus import STANDING, Focus
from scrapers.minutes.inspections.grade_tables import GradeTable
from scrapers.minutes.inspections.inspected import is_of_neighbours
from scrapers.minutes.inspections.inspection_talk import InspectionTalk
from scrapers.minutes.inspections.interventions import intervention_phrases
from scrapers.minutes.inspections.judgement_bearers import (
    GRADED_APART,
    bearer,
    date_beside,
    is_of_each,
)
from scrapers.minutes.inspections.judgements import Judgement
from scrapers.minutes.inspections.prose import Sentence
from scrapers.minutes.inspections.ratings import of_same_before, of_table, rated
from scrapers.minutes.inspections.regimes import CHILDRENS_SERVICES
from scrapers.minutes.inspections.standing import family_of_standing
from scrapers.minutes.inspections.stems import EVENT, GRADE, INTERVENTION, NEIGHBOUR, has_any
from scrapers.minutes.inspections.sure_events import is_aside, is_bare_inspection, is_sure_event
from scrapers.minutes.inspections.told_events import Reference
from scrapers.minutes.inspections.topics import Topic, may_be
from scrapers.minutes.inspections.visit_judgements import is_found_by_visit, is_lasting
from scrapers.minutes.inspections.years import YearContext


@dataclass(slots=True)
class Reading:
    """What reading an item carries from one sentence to the next."""

    council_name: str
    elsewhere: Elsewhere
    topic: Topic
    is_ofsted: bool
    is_ours: bool  # speaks of children's services or of their ministry
    is_titled: bool  # has children's services in its title
    of_trust: bool  # names a children's trust
    is_of_risks: bool  # has risks in its title: what is judged there is what might be
    visits: VisitTalk
    years: YearContext
    focus: Focus = field(default_factory=Focus)
    last_dated: StatedDate | None = None
    place: int = 0
    count: int = 0
    talk: InspectionTalk = field(default_factory=InspectionTalk)
    table: GradeTable = field(default_factory=GradeTable)

    def references(self, field_name: str, sentence: Sentence) -> Iterable[Reference]:
        """The references of the next sentence."""
        self.count += 1
        text = sentence.text
        grades = self.table.read(text)
        if grades is not None:
            topic = self._topic(field_name, sentence)
            return self._in_order(of_table(field_name, sentence, grades, topic))
        lowered = text.lower()
        phrases = self._phrases(field_name, sentence, lowered)
        is_graded = has_any(lowered, GRADE)
        stated: list[Reference] = []
        if phrases or is_graded:
            stated = self._stated(field_name, sentence, phrases, is_graded=is_graded)
        if field_name != "title":
            self.elsewhere.note(text, at=self.count)
        return self._in_order(stated) if stated else ()

    def _stated(
        self,
        field_name: str,
        sentence: Sentence,
        phrases: Sequence[EventPhrase],
        *,
        is_graded: bool,
    ) -> list[Reference]:
        """What a sentence states of the events that its phrases and its grades speak of."""
        text = sentence.text
        other = self.elsewhere.other(text)
        of_inspection = self.talk.goes_on(phrases, at=self.count)
        asserted: list[Judgement] = []
        if is_graded:
            is_apart = bool(phrases) and all(one.family in GRADED_APART for one in phrases)
            asserted = self.elsewhere.asserted(
                text, other, at=self.count, is_apart=is_apart, of_inspection=of_inspection
            )
        if asserted:
            self.talk.judged(at=self.count)
        if not phrases and not asserted:
            return []
        dates = [self._in_full(one, phrases) for one in sentence_dates(text, phrases)]
        if self.is_of_risks and not dates:
            asserted = []
        own: list[Reference] = []
        first_of: list[int] = []  # for each phrase, where its references begin
        for place, phrase in enumerate(phrases):
            first_of.append(len(own))
            own += [
                self._reference(
                    field_name,
                    sentence,
                    phrase,
                    date,
                    self.elsewhere.of_event(text, phrase) or other,
                )
                for date in dates_of(text, place, phrase, dates)
            ]
        first_of.append(len(own))
        for judgement in asserted:
            place = bearer(text, judgement, phrases, dates)
            if place is None:
                own += self._standing(field_name, sentence, judgement, dates, phrases, other)
                continue
            bearers = range(first_of[place], first_of[place + 1])
            if len(bearers) > 1 and not is_of_each(text, asserted):
                continue
            for one in bearers:
                if not own[one].is_to_come:
                    borne = (*own[one].judgements, judgement)
                    own[one] = own[one]._replace(judgements=borne, is_sure=True)
        # "Judged good, which was the outcome of the inspection of 2019 too": 2019's comes after.
        own.sort(key=lambda one: one.said_at)
        own += of_same_before(field_name, sentence, asserted, dates, other)
        if sum(one.stated is not None for one in own) > 1:
            own = [one._replace(is_telling=False) for one in own]
        return own

    def _in_order(self, references: Iterable[Reference]) -> Iterator[Reference]:
        for reference in references:
            self.place += 1
            self.focus.remember(reference)
            yield reference._replace(place=self.place)

    def _phrases(self, field_name: str, sentence: Sentence, lowered: str) -> list[EventPhrase]:
        text = sentence.text
        found: list[EventPhrase] = []
        if has_any(lowered, EVENT):
            topic = self._topic(field_name, sentence)
            found = event_phrases(
                text, topic=topic, is_ofsted=self.is_ofsted, council_name=self.council_name
            )
            if has_any(lowered, NEIGHBOUR):
                found = [one for one in found if not is_of_neighbours(text, one.start, one.end)]
            if self.focus.last_kind in VISITS:
                found = [one for one in found if not is_bare_inspection(text, one)]
        if self.visits.hears(text, lowered, at=self.count):
            found += self.visits.phrases(text, last_kind=self.focus.last_kind, besides=found)
        if self.is_ours and has_any(lowered, INTERVENTION):
            found += intervention_phrases(text, is_ofsted=self.is_ofsted, of_trust=self.of_trust)
        return sorted(found, key=lambda phrase: phrase.start) if found else found

    def _topic(self, field_name: str, sentence: Sentence) -> str:
        """What "the inspection" is of: the last one of the same paragraph, else the item's."""
        focus = self.focus.own
        here = (field_name, sentence.paragraph)
        is_focused = focus and (focus.field_name, focus.sentence.paragraph) == here
        topic = focus.family if focus and is_focused else self.topic.at(field_name, sentence.start)
        return topic if may_be(topic, sentence.text) else CHILDRENS_SERVICES

    def _in_full(self, one: SentenceDate, phrases: Sequence[EventPhrase]) -> SentenceDate:
        is_to_come = one.phrase is not None and phrases[one.phrase].is_to_come
        stated = self.years.dated_in_full(one.stated, is_to_come=is_to_come, before=self.last_dated)
        if stated.date_to:
            self.last_dated = stated
        return one if stated is one.stated else one._replace(stated=stated)

    def _reference(
        self,
        field_name: str,
        sentence: Sentence,
        phrase: EventPhrase,
        date: SentenceDate | None,
        other: str | None,
    ) -> Reference:
        stated = date.stated if date else None
        held_on = self.years.held_on
        is_to_come = phrase.is_to_come
        if stated and stated.date_from and stated.date_to and held_on:
            # The calendar knows better than the tense.
            is_to_come = stated.date_from > held_on or (is_to_come and stated.date_to >= held_on)
        return Reference(
            field_name=field_name,
            sentence=sentence,
            said_at=phrase.start,
            event_type=phrase.event_type,
            family=phrase.family,
            stated=stated,
            is_published_date=bool(date and date.is_published),
            is_named_by_date=bool(date and date.is_name),
            visit_number=phrase.visit_number,
            is_previous=phrase.is_previous,
            is_to_come=is_to_come,
            is_telling=stated is not None and not is_aside(sentence.text, phrase),
            is_sure=is_sure_event(
                sentence.text, phrase, stated, is_to_come=is_to_come, is_ofsted=self.is_ofsted
            ),
            subject_council=other,
        )

    def _standing(
        self,
        field_name: str,
        sentence: Sentence,
        judgement: Judgement,
        dates: Sequence[SentenceDate],
        phrases: Sequence[EventPhrase],
        other: str | None,
    ) -> Iterator[Reference]:
        """A judgement that no event phrase of its sentence bears."""
        text = sentence.text
        beside = date_beside(text, judgement, dates, phrases)
        focus = self.focus.of(other)
        family = family_of_standing(
            text,
            judgement,
            is_dated=beside is not None,
            topic=self._topic(field_name, sentence),
            focus=focus.family if focus else None,
            is_ofsted=self.is_ofsted,
            is_ours=self.is_ours,
            is_titled=self.is_titled,
        )
        if family is None or (judgement.is_previous and beside is None):
            return  # "previously inadequate": when, nobody says
        is_of_visit = any(one.event_type in VISITS for one in phrases) or (
            self.focus.last_kind in VISITS
        )
        if is_found_by_visit(text, judgement) or (
            beside is None and is_of_visit and not is_lasting(text, judgement)
        ):
            return  # what a visit found is no judgement
        yield rated(
            field_name,
            sentence,
            judgement,
            family,
            beside.stated if beside else None,
            other=other,
            is_published_date=bool(beside and beside.is_published),
            event_type="inspection" if beside or family in GRADED_APART else STANDING,
        )
