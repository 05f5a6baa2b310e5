"""Whether the words of a sentence say by themselves that there was such an event.

"The framework for inspections" and "preparing for the next inspection" speak of no event;
"following the recent Ofsted inspection" does, though it gives neither date nor grade.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.dates import StatedDate
from scrapers.minutes.inspections.event_dates import is_counted
from scrapers.minutes.inspections.events import EventPhrase
from scrapers.minutes.inspections.interventions import DFE
from scrapers.minutes.inspections.regimes import VAGUE

_DEFINITE = Caseless(
    r"\b(?:the|this|that|its|their|our|recent|latest|last|following|since|after|an?|ofsted|\w+'s)"
    r"\W+(?:\S+ ){0,5}$|^\W*(?:\S+ ){0,3}$"
)
_RECENT = Caseless(r"\brecent\b")
# "That a report be brought after the first visit": nobody says that it was.
_ASKED_FOR = Caseless(
    r"\bbe (?:brought|submitted|provided|presented|circulated|invited|scheduled|added)\b"
)
_ASIDE = Caseless(
    r"\b(?:since|after|following|before|prior to|than|until|from|as a result of|response to"
    r"|compared (?:with|to)|in contrast to)(?: \S+){0,4} $"
)
_IS_HEADING = re.compile(r"[^.]{0,120}$")
_OWN_DATE = Caseless(r" (?:of|in) (?:[a-z]{3,9} )?(?:19|20)\d\d\b")
_BARE = ("inspection", "inspections", "inspected")
_THE = Caseless(r"(?:\bthe|\bthis|^) $")


def is_sure_event(
    text: str,
    phrase: EventPhrase,
    stated: StatedDate | None,
    *,
    is_to_come: bool,
    is_ofsted: bool,
) -> bool:
    """Whether the phrase with its date is enough to state an event."""
    if phrase.family == DFE:
        return stated is not None or not is_to_come
    if stated is not None:
        # "The visits of March and July" are two, and none lasted from March to July.
        # Of two that are counted, each has a year of its own.
        is_of_many = stated.precision == "year" and not is_counted(text, phrase)
        return not (phrase.is_plural and (is_of_many or _months(stated) > 1))
    if _ASKED_FOR.search(text) or is_to_come or phrase.event_type == "annual_conversation":
        return False  # a conversation every council has every year
    if phrase.visit_number is not None and (phrase.has_happened or _IS_HEADING.match(text)):
        return True
    return (
        (is_ofsted or phrase.family not in VAGUE)
        and phrase.has_happened
        and not phrase.is_previous
        and (not phrase.is_plural or _RECENT.search(text) is not None)
        and _DEFINITE.search(text[: phrase.start]) is not None
    )


def is_aside(text: str, phrase: EventPhrase) -> bool:
    """Whether an event only tells when or why something else was: "since the inspection"."""
    return _ASIDE.search(text, max(0, phrase.start - 60), phrase.start) is not None


def is_bare_inspection(text: str, phrase: EventPhrase) -> bool:
    """ "The inspection", which after a visit means the visit."""
    before = text[max(0, phrase.start - 12) : phrase.start]
    if _OWN_DATE.match(text, phrase.end):
        return False
    return text[phrase.start : phrase.end].lower() in _BARE and _THE.search(before) is not None


def _months(stated: StatedDate) -> int:
    if stated.precision != "month" or not stated.date_from or not stated.date_to:
        return 1
    years = stated.date_to.year - stated.date_from.year
    return 12 * years + stated.date_to.month - stated.date_from.month + 1
