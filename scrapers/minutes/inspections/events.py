"""Phrases that speak of an inspection event: an inspection, a visit, a JTAI.

A phrase is found in one sentence and says what it says by its own words: kind of event, regime,
number of the visit, whether it has happened. Which event it means is decided in `same_event`.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.event_heads import HEAD
from scrapers.minutes.inspections.happened import has_happened, is_to_come, never_was
from scrapers.minutes.inspections.inspected import is_of_something_else
from scrapers.minutes.inspections.regimes import (
    CARE,
    CHILDRENS_SERVICES,
    NOT_OURS,
    SEND,
    Cue,
    cues,
)
from scrapers.minutes.inspections.visit_numbers import ONE_OF, visit_number

VISITS = ("monitoring_visit", "focused_visit", "assurance_visit")
_NO_EVENT_AFTER = Caseless(
    r"(?:[')]{0,2} (?:of|in|at) (?:the |all |our |local |its )?(?:\w+ )?(?:schools|academies"
    r"|nurseries"
    r"|settings)|[')]{0,2} (?:framework|regime|readiness|process(?:es)?|preparations?|preparedness"
    r"|prep|ready"
    r"|handbook"
    r"|cycle|criteria|methodology|window|programme|guidance|system|schedule|toolkit|task|year"
    r"|arrangements|training|requirements|regulations|standards|evaluation|activity|services?"
    r"|copies|copy|fees?|dates?|unit|chambers?|pits?|frequency|grades?|outcomes? (?:for"
    r"|in) schools))\b"
)
_NOT_THIS_ONE = Caseless(
    r"\b(?:any|every|each|another|future|potential|possible|no|mock|internal|site|health|safety"
    r"|routine|public|tribunal|peer|dip|vehicle|building|property|highways?|document|free"
    r"|for|under|thematic|pre) (?:\S+ )?$"
)
# "Inspectors were on site in May for the ILACS": they were.
_CAME_FOR = Caseless(
    r"\b(?:visited|on[- ]site|been|were|arrived|came|come) (?:[^.;,]{0,70} )?for (?:an?|the|its"
    r"|our|their) "
    r"(?:\S+ )?$"
)
_PREVIOUS = Caseless(r"\b(?:previous|prior|preceding|earlier|former|penultimate)(?: \S+){0,3} $")
_BEFORE_THAT = Caseless(r" (?:(?:just )?before|prior to) (?:that|this|it)\b(?: one\b)?")
_OF_THEM = Caseless(r"\b(?:latest|last|most recent) of (?:which|these|them)\b")
_MAY_REVISIT = Caseless(r"\b(?:to|would|will|could|should|may|might|must|can) $")
_FOUND = Caseless(r"inspect|\bfound\b|\bprogress\b")
_INSPECTORS = Caseless(r"\b(?:ofsted|cqc|care quality|inspectors?|hmis?)\b")
_OFSTEDS = Caseless(r"\bofsted(?:'s)? $")
_OFSTED = Caseless(r"\bofsted|\bhmi\b|inspector")
_VISIT_OF_OTHERS = Caseless(
    r"(?:contract|placement|provider|quality|governor|supplier|commissioning|site|grant|home|school"
    r"|regulation 44|client|member|councillors?|agency|compliance|section 5|committee|panel|board)"
    r"(?:'?s'?)? $"
)
_MOST_IN_A_SENTENCE = 20
_NEARBY, _NEARBY_AFTER = 90, 30
_FAR = 110


class EventPhrase(NamedTuple):
    """Words of one sentence that speak of an event; offsets are the sentence's."""

    start: int
    end: int
    event_type: str
    family: str  # a regime, or what `regimes.regime_in_force` can turn into one
    visit_number: int | None = None
    is_plural: bool = False
    is_previous: bool = False
    is_to_come: bool = False
    has_happened: bool = False
    is_elliptic: bool = False  # "the second", where visits are spoken of

    @property
    def is_graded_kind(self) -> bool:
        return self.event_type in ("inspection", "revisit")


def event_phrases(
    text: str, *, topic: str, is_ofsted: bool, council_name: str
) -> list[EventPhrase]:
    """The event phrases of a sentence in order.

    `topic` is the regime spoken of where the sentence names none; `is_ofsted` whether the item
    speaks of Ofsted at all.
    """
    heads = list(islice(HEAD.finditer(text), _MOST_IN_A_SENTENCE))
    named = cues(text) if heads else ()
    phrases: list[EventPhrase] = []
    for found in heads:
        phrase = _phrase(text, found, named, topic, is_ofsted, council_name)
        if phrase is None:
            continue
        if phrases and _is_same_phrase(text, phrases[-1], phrase):
            phrases[-1] = _joined(phrases[-1], phrase)
        else:
            phrases.append(phrase)
    return _with_one_of_them(text, phrases)


def _with_one_of_them(text: str, phrases: list[EventPhrase]) -> list[EventPhrase]:
    """ "Several inspections, the latest of which was in May": one of theirs."""
    of_them = _OF_THEM.search(text, phrases[-1].end) if phrases else None
    if of_them is None:
        return phrases
    start, end = of_them.span()
    one = phrases[-1]._replace(start=start, end=end, visit_number=None, is_plural=False)
    return [*phrases, one]


def _phrase(
    text: str,
    found: re.Match[str],
    named: Sequence[Cue],
    topic: str,
    is_ofsted: bool,
    council_name: str,
) -> EventPhrase | None:
    start, end = found.span()
    event_type = _event_type(found)
    before = text[max(0, start - 40) : start]
    is_verb = text[start:end].lower() == "inspected"
    if (not is_verb and _NO_EVENT_AFTER.match(text, end)) or (
        event_type in ("inspection", "revisit")
        and _NOT_THIS_ONE.search(before)
        and not _CAME_FOR.search(text[max(0, start - _FAR) : start])
    ):
        return None
    if found["review"] and not is_ofsted:
        return None  # boards review themselves, too
    if event_type == "revisit" and _is_only_looked_at_again(text, start, end, is_ofsted=is_ofsted):
        return None
    # Of nothing else are there so many that they are counted.
    is_counted = event_type == "monitoring_visit" or topic == NOT_OURS
    number = visit_number(text, start, end) if is_counted else None
    if topic == NOT_OURS and (event_type == "assurance_visit" or number):
        topic = CHILDRENS_SERVICES  # of nothing else are monitoring visits counted
    family = _family(event_type, found, named, topic)
    if family == NOT_OURS and event_type == "monitoring_visit" and _OFSTEDS.search(before):
        # "The Director of Health Services spoke of Ofsted's monitoring visit", not "… to a school".
        is_theirs = any(end <= cue.start < end + _NEARBY_AFTER for cue in named)
        family = family if is_theirs else CHILDRENS_SERVICES
    if family == NOT_OURS or never_was(text, start, end):
        return None
    if family in CARE and is_of_something_else(text, start, end, council_name):
        return None
    if event_type == "focused_visit" and _VISIT_OF_OTHERS.search(before):
        return None
    if event_type == "monitoring_visit":
        if _VISIT_OF_OTHERS.search(before) or not (is_ofsted or _OFSTED.search(text) or number):
            return None
        if family not in (CHILDRENS_SERVICES, "ILACS", "SIF"):
            return None
    if event_type == "revisit" and family in CARE:
        event_type = "inspection"  # a re-inspection of a council is an inspection like the first
    if event_type == "assurance_visit" and family == CHILDRENS_SERVICES:
        family = "ILACS"
    if family == "JTAI":
        event_type = "jtai"
    is_plural = (
        bool(found["plural_visits"] or found["plural_focused"]) and not ONE_OF.search(before)
    ) or (event_type == "inspection" and found.group().lower().endswith("inspections"))
    before_that = _BEFORE_THAT.match(text, end)
    return EventPhrase(
        start,
        before_that.end() if before_that else end,
        event_type,
        family,
        visit_number=number if event_type == "monitoring_visit" and not is_plural else None,
        is_plural=is_plural,
        is_previous=before_that is not None or _PREVIOUS.search(before) is not None,
        is_to_come=is_to_come(text, start, end),
        has_happened=has_happened(text),
    )


def _is_only_looked_at_again(text: str, start: int, end: int, *, is_ofsted: bool) -> bool:
    """ "The strategy was revisited" and "officers would re-visit it" are no inspectors' visits."""
    words = text[start:end].lower()
    if words.endswith("visited"):
        near = text[max(0, start - 60) : start] + text[end : end + 30]
        return _INSPECTORS.search(near) is None
    if not words.endswith("visit"):
        return False
    is_verb = _MAY_REVISIT.search(text, max(0, start - 12), start) is not None
    return is_verb or not (is_ofsted or _FOUND.search(text))


def _event_type(found: re.Match[str]) -> str:
    for kind in (
        "monitoring_visit",
        "focused_visit",
        "assurance_visit",
        "annual_conversation",
        "jtai",
        "revisit",
    ):
        if found[kind]:
            return kind
    return "inspection"


def _family(event_type: str, found: re.Match[str], named: Sequence[Cue], topic: str) -> str:
    if event_type == "jtai":
        return "JTAI"
    inside = [cue for cue in named if cue.start < found.end() and cue.end > found.start()]
    if inside:
        return inside[0].regime
    if event_type in ("focused_visit", "annual_conversation"):
        return "ILACS"
    near = [
        (max(cue.start - found.end(), found.start() - cue.end), cue.regime)
        for cue in named
        if cue.regime != "JTAI"
        # What an inspection found of schools or audits does not make it theirs.
        and not (cue.regime == NOT_OURS and cue.start > found.end() + _NEARBY_AFTER)
        and ";" not in found.string[found.end() : cue.start]
    ]
    distance, regime = min(near, default=(_NEARBY + 1, topic))
    if any(cue.regime == "CIW" for cue in named):
        return "CIW"  # in Wales nobody else inspects them
    return regime if distance <= _NEARBY else topic


def _is_same_phrase(text: str, one: EventPhrase, other: EventPhrase) -> bool:
    """ "ILACS (Inspection of Local Authority Children's Services) inspection" is one phrase."""
    between = text[one.end : other.start]
    if one.event_type != other.event_type and "inspection" not in (
        one.event_type,
        other.event_type,
    ):
        return False
    return (
        re.fullmatch(r"[\s()'\"-]*(?:(?:framework|under(?: the)?)[\s()'\"-]*)?", between)
        is not None
    )


def _joined(one: EventPhrase, other: EventPhrase) -> EventPhrase:
    vague = (CHILDRENS_SERVICES, SEND)
    family = other.family if one.family in vague else one.family
    event_type = other.event_type if one.event_type == "inspection" else one.event_type
    return one._replace(end=other.end, family=family, event_type=event_type)
