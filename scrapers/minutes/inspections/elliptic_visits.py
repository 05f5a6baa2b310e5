"""Visits named by their number alone, in sentences whose subject monitoring visits are."""

from collections.abc import Iterator

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.events import EventPhrase
from scrapers.minutes.inspections.happened import is_to_come
from scrapers.minutes.inspections.regimes import CHILDRENS_SERVICES
from scrapers.minutes.inspections.visit_numbers import NTH, nth, visit_number

_HELD = (
    r"(?:(?:was|is)(?= (?:in|on|between|during|from)\b)|(?:was|is|had been|being) (?:carried out"
    r"|held|undertaken|conducted|completed|due|scheduled|planned|expected))"
)
_ELLIPTIC_VISIT = Caseless(
    rf"\b(?=[fstenav\d])(?:(?P<nth>{NTH})(?: and final)? (?:such |of these )?visits?\b"
    rf"|(?<=and )(?:the|a) (?P<nth2>{NTH})(?= (?:in|on|was|took|between|during)\b)"
    rf"|\b(?:the|a) (?P<nth3>{NTH})(?= (?:{_HELD} )?(?:in|on|took place|between|during|from|for)\b)"
    rf"|^the visit(?= (?:had |itself )?(?:{_HELD}|took place|taken place) (?:in|on|between|from) )"
    rf"|^visit (?=\d{{1,2}}\b)"
    rf"|\bthe (?:previous|preceding|earlier) (?:one|visit)(?=,? (?:{_HELD} )?(?:in|on"
    rf"|took place)\b)"
    rf"|\bthe (?:most recent|latest|last)(?: one| visit| of these)?(?=,? (?:{_HELD} )?(?:in|on"
    rf"|took place)\b))"
)

_LISTED = Caseless(r"visit \d{1,2}\b")


def elliptic_visits(text: str, *, is_near: bool) -> Iterator[EventPhrase]:
    """ "The first visit was in February, and the second in July", where visits are the subject.

    Far from the words "monitoring visit" only "the second visit" itself will do, and only dated.
    """
    for found in _ELLIPTIC_VISIT.finditer(text):
        number = visit_number(text, found.start(), found.end() - 1) if is_listed(text) else None
        stated = found["nth"] or found["nth2"] or found["nth3"]
        if not (is_near or found["nth"]):
            continue
        yield EventPhrase(
            found.start(),
            found.end(),
            "monitoring_visit",
            CHILDRENS_SERVICES,
            visit_number=nth(stated) if stated else number,
            is_elliptic=True,
            is_to_come=is_to_come(text, found.start(), found.end()),
            has_happened=is_near,
        )


def is_listed(text: str) -> bool:
    """ "Visit 2 - 20 and 21 September": an entry of a list of visits."""
    return _LISTED.match(text) is not None
