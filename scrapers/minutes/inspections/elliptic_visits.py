"""Visits named by their number alone, in sentences whose subject monitoring visits are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.events import VISITS, EventPhrase
from scrapers.minutes.inspections.happened import is_to_come
from scrapers.minutes.inspections.regimes import CHILDRENS_SERVICES
from scrapers.minutes.inspections.stems import SPEAKS_OF_VISITS, has_any
from scrapers.minutes.inspections.visit_numbers import NTH, ORDINALS, nth, visit_number

_HELD = (
    r"(?:(?:was|is)(?= (?:in|on|between|during|from)\b)|(?:was|is|had been|been|being)"
    r" (?:carried out|held|undertaken|conducted|completed|due|scheduled|planned|expected))"
)
_ELLIPTIC_VISIT = Caseless(
    rf"\b(?=[fstenavo\d])(?:(?P<nth>{NTH})(?: and final)? (?:such |of these )?visits?\b"
    rf"|(?<=and )(?:the|a) (?P<nth2>{NTH})(?= (?:in|on|was|took|between|during)\b)"
    rf"|\b(?:the|a) (?P<nth3>{NTH})(?= (?:{_HELD} )?(?:in|on|took place|between|during|from|for)\b)"
    rf"|(?:^|(?<=that ))(?P<the>the visit)(?= (?:had |itself )?(?:{_HELD}|took place|taken place)"
    rf"(?: \w+ly)? (?:in|on|between|from) )"
    rf"|(?:(?<!\w )|(?<=that ))(?P<ofsteds>ofsted's visit)(?= (?:in|on|of) )"
    rf"|\bthe next visit(?= (?:would|will|was|is)\b)"
    rf"|^visit (?=\d{{1,2}}\b)"
    rf"|\bthe (?:previous|preceding|earlier) (?:one|visit)(?=,? (?:{_HELD} )?(?:in|on"
    rf"|at the (?:end|start|beginning) of|took place)\b)"
    rf"|\bthe (?:most recent|latest|last)(?: one| visit| of these)?(?=,? (?:{_HELD} )?(?:in|on"
    rf"|took place)\b| had (?:\w+ ){{0,2}}taken place,? (?:in|on)\b))"
)

# "The visit took place on 4 May and was the second since the inspection"
_WAS_NTH = Caseless(rf"[^.;]{{0,90}}? (?:was|being) the (?P<nth>{NTH}) (?:visit )?since\b")
_IT_WAS = Caseless(r"^\W*(?:it|this) (?:was|had been|is) (?:the )?$")
_STEMS = ("visit", "last", "latest", "recent", "previous", "preceding", "earlier", *ORDINALS)
_COUNTED = re.compile(r"\d(?:st|nd|rd|th)")
_REACH = 3  # sentences
_LISTED = Caseless(r"visit \d{1,2}\b")


@dataclass(slots=True)
class VisitTalk:
    """How far back an item last spoke of visits: near them "the second" is one of theirs."""

    is_of_visits: bool  # has monitoring visits in its title or description
    last_at: int = -100  # the number of the last sentence that spoke of visits
    is_near: bool = False

    def hears(self, text: str, lowered: str, *, at: int) -> bool:
        """Take note of the next sentence, and say whether it may name a visit by number alone."""
        if "visit" in lowered and (
            has_any(lowered, SPEAKS_OF_VISITS) or _LISTED.match(text) is not None
        ):
            self.last_at = at
        self.is_near = at - self.last_at <= _REACH
        if not (self.is_near or self.is_of_visits):
            return False
        return has_any(lowered, _STEMS) or _COUNTED.search(lowered) is not None

    def phrases(
        self, text: str, *, last_kind: str | None, besides: Sequence[EventPhrase]
    ) -> list[EventPhrase]:
        """The visits that the sentence heard names so, besides those found already."""
        kind = last_kind if last_kind in VISITS else None
        return [
            one
            for one in _elliptic_visits(text, is_near=self.is_near, kind=kind)
            if not any(b.start < one.end and one.start < b.end for b in besides)
        ]


def _elliptic_visits(text: str, *, is_near: bool, kind: str | None) -> Iterator[EventPhrase]:
    """ "The first visit was in February, and the second in July", where visits are the subject.

    "The visit" is of the `kind` last spoken of; what is counted are monitoring visits.

    Far from the words "monitoring visit" only "the second visit" itself will do, and only dated.
    """
    for found in _ELLIPTIC_VISIT.finditer(text):
        number = visit_number(text, found.start(), found.end() - 1) if _LISTED.match(text) else None
        was_nth = _WAS_NTH.match(text, found.end()) if found["the"] else None
        stated = found["nth"] or found["nth2"] or found["nth3"] or (was_nth and was_nth["nth"])
        if kind == "focused_visit" and _IT_WAS.search(text, 0, found.start()):
            continue  # "it was the first visit since the inspection": the one just told of
        if not (is_near or found["nth"]) or (found["ofsteds"] and not kind):
            continue
        yield EventPhrase(
            found.start(),
            found.end(),
            kind if kind and not (stated or number) else "monitoring_visit",
            CHILDRENS_SERVICES,
            visit_number=nth(stated) if stated else number,
            is_elliptic=True,
            is_to_come=is_to_come(text, found.start(), found.end()),
            has_happened=is_near,
        )
