"""Whether sentences are about another council, or about something else that is graded.

Named, or still meant some sentences later: what is asserted there is no judgement of the item's
own council.
"""

from collections import deque
from dataclasses import dataclass, field

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.council_names import names_of
from scrapers.minutes.inspections.events import EventPhrase
from scrapers.minutes.inspections.inspected import is_about_neighbours, is_about_something_else
from scrapers.minutes.inspections.judgements import Judgement, judgements
from scrapers.minutes.inspections.stems import NEIGHBOUR, SOMETHING_ELSE, has_any
from scrapers.minutes.inspections.subjects import (
    council_of_event,
    is_of_unnamed_others,
    names_other_council,
    other_council,
)

_OWN_COUNCIL = Caseless(
    r"\b(?:the council|this council|our|we|us|children'?s (?:services|social care)|ilacs)\b"
)
_OF_WHAT_STANDS_BEFORE = Caseless(r"\W*(?:where|whose|which|who)\b")
_REACH = 3  # sentences that go on about another council without naming it


@dataclass(slots=True)
class Elsewhere:
    """Which council the sentences of an item are about, one after the other."""

    council_name: str
    names_others: bool  # whether the item has the name of another council somewhere
    # the number and the text of the sentences read before
    _before: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=_REACH))
    _went_on_at: int = 0  # the number of the last sentence that went on about something else

    def other(self, text: str) -> str | None:
        """The other council that a sentence makes its subject."""
        return other_council(text, council_name=self.council_name) if self.names_others else None

    def of_event(self, text: str, phrase: EventPhrase) -> str | None:
        """The other council that was inspected by the words of the phrase themselves."""
        if not self.names_others:
            return None
        return council_of_event(text, phrase.end, council_name=self.council_name)

    def asserted(
        self, text: str, other: str | None, *, at: int, is_apart: bool, of_inspection: bool
    ) -> list[Judgement]:
        """The judgements of a sentence that are of its subject, the other council or the own.

        `is_apart` is whether only homes and the like were inspected, which have names of their own;
        `of_inspection` whether one of the services is spoken of.
        """
        names = (*names_of(self.council_name), *(names_of(other) if other else ()))
        found = judgements(text, names=names, is_apart=is_apart, of_inspection=of_inspection)
        if other:
            return found
        if found and self._goes_on(text, at):
            self._went_on_at = at  # a list goes on for as long as its lines do
            return []
        return [one for one in found if not self._is_of_others(text, one)]

    def note(self, text: str, *, at: int) -> None:
        """Remember a sentence: those to come may go on about what it is about."""
        self._before.append((at, text))

    def _is_back(self, text: str) -> bool:
        """Whether a sentence speaks of the own council again."""
        is_named = any(name in text for name in names_of(self.council_name))
        return is_named or _OWN_COUNCIL.search(text) is not None

    def _goes_on(self, text: str, at: int) -> bool:
        """Whether a sentence goes on about what was just spoken of, and not about the council."""
        if self._is_back(text):
            return False
        for before_at, before in reversed(self._before):
            if self._is_about_others(before, before_at):
                return at - before_at <= _REACH
            if self._is_back(before):
                return False
        return False

    def _is_about_others(self, text: str, at: int) -> bool:
        lowered = text.lower()
        return bool(
            self.other(text)
            or at == self._went_on_at
            or (has_any(lowered, NEIGHBOUR) and is_about_neighbours(text))
            or (has_any(lowered, SOMETHING_ELSE) and is_about_something_else(text))
        )

    def _is_of_others(self, text: str, judgement: Judgement) -> bool:
        clause = text[judgement.subject_start : judgement.start]
        if _OF_WHAT_STANDS_BEFORE.match(clause):
            clause = text[: judgement.start]  # "Leeds, where services were rated good"
        return (
            is_of_unnamed_others(clause)
            or (self.names_others and names_other_council(clause, council_name=self.council_name))
            or (
                judgement.subject_start > 0
                and is_about_something_else(text[: judgement.subject_start])
            )
        )
