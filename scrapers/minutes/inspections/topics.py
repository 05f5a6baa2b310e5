"""Which regime "the inspection" is of where its own sentence does not say.

An item has one topic; it holds from where it is first named, and gives way to what a sentence says
of who inspects. Which regimes there are, and the words that name them, belong in `regimes`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.regimes import CARE, CHILDRENS_SERVICES, NOT_OURS, Cue, cues

_JUDGEMENT_AREA = r"impact of leaders on social work|experiences and progress of (?:children|care)"
_OFSTED = Caseless(rf"\b(?=[ohie])(?:ofsted\b|hmis?\b|ilacs\b|{_JUDGEMENT_AREA})")
_OWN_AREAS = Caseless(_JUDGEMENT_AREA)
# What looks into things itself, or is spoken of beside them, makes no item one about it.
_INSPECTED_BY_NOBODY = Caseless(
    r"audit|self|peer|mock|lga\b|housing|landlord|hospital|nhs|health|contract|gp|governor"
)
_NOT_OFSTEDS = ("HMIP_YJ", "CQC_ASC")
# Safeguarding boards were reviewed while the council's services were inspected.
_INSPECTION_AND_REVIEW = Caseless(r"\binspection,? and (?:the )?review\b")
_OF_THE_COUNCIL = Caseless(
    r"\b(?:council|authority)'s (?:last|latest|previous|most recent|own|full)(?: full"
    r"| ofsted)? inspection\b"
)
# A JTAI rates nothing and has no monitoring visits.
_NO_JTAI = Caseless(r"\b(?:monitoring (?:visit|inspection)|judged|rated|graded)")
_OPENING = 3000  # characters in which a text says what it is about


@dataclass(frozen=True, slots=True)
class Topic:
    """What an item is about; `field_name` and `start` are where it first says so."""

    regime: str = CHILDRENS_SERVICES
    field_name: str | None = None
    start: int = 0

    def at(self, field_name: str, start: int) -> str:
        """The topic of a sentence: what is named only later is not spoken of yet."""
        is_later = field_name == self.field_name and start < self.start
        return CHILDRENS_SERVICES if is_later else self.regime


def topic_of(texts: Mapping[str, str]) -> Topic:
    """The regime that the item is about where its sentences do not say."""
    for name, text in texts.items():
        named = cues(text[:_OPENING])
        ours = [cue for cue in named if cue.regime != NOT_OURS]
        if name != "title" and any(cue.regime in CARE for cue in ours):
            return Topic()
        if ours and ours[0].regime == "LSCB_REVIEW" and _INSPECTION_AND_REVIEW.search(text):
            return Topic()
        if ours:
            return Topic(ours[0].regime, name, _line_of(text, ours[0]))
        if not _OWN_AREAS.search(text) and any(
            not _INSPECTED_BY_NOBODY.match(text, cue.start) for cue in named
        ):
            return Topic(NOT_OURS)
        if _OFSTED.search(text):
            return Topic()
    return Topic()


def is_ofsteds(text: str) -> bool:
    """Whether a text speaks of Ofsted, in its name or in the words of its judgements."""
    return _OFSTED.search(text) is not None


def may_be(topic: str, text: str) -> bool:
    """Whether a sentence that names no regime can be about this one."""
    if topic in CARE:
        return True
    if _OF_THE_COUNCIL.search(text):
        return False
    if topic == "JTAI":
        return _NO_JTAI.search(text) is None
    return topic not in _NOT_OFSTEDS or not is_ofsteds(text)


def _line_of(text: str, cue: Cue) -> int:
    """Where the line begins in which a regime is named: its own sentence is about it."""
    return max(text.rfind(stop, 0, cue.start) for stop in ("\n", ". ")) + 1
