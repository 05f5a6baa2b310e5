"""Grades that are given to all judgement areas at once, without naming one.

"All four areas were judged inadequate" grades each of them as well as the service; "all elements"
and "all areas" alone are a way of speaking of the whole. Which areas there were is the regime's
to say, and belongs in `judgement_areas`.
"""

import re
from datetime import date

from scrapers.minutes.inspections.judgement_areas import areas_of_regime

EVERY = "every_area"

_AREAS = (
    r"(?:(?:all|each|the (?:remaining|other))(?: of)?(?: the| its| our)? "
    r"(?:(?:two|three|four|[234]) (?:judge?ment |key |inspected |graded )?(?:areas|judge?ments)"
    r"|judge?ment areas)"
    r"|every(?: judge?ment)? area)\b(?! (?:for|of|needing|identified|requiring|where|that)\b)"
)
_BEFORE = re.compile(rf"\b{_AREAS}[^.;]{{0,60}}$", re.IGNORECASE)
_AFTER = re.compile(
    rf"['\")]{{0,2}},? (?:overall |judge?ment |rating )*(?:and )?(?:in|across|for|on) {_AREAS}",
    re.IGNORECASE,
)
# "Practice in all four areas was judged good" says it of practice.
_JUDGED = re.compile(
    rf"\b(?<!in )(?<!of )(?<!for )(?<!across ){_AREAS} (?:had |have )?(?:was|were|been) "
    r"(?:judged|rated|graded|deemed)(?: to be| as)?[ '\"(]*$",
    re.IGNORECASE,
)
_IN_ILACS = ("leaders_impact", "help_and_protection", "children_in_care_and_care_leavers")


def is_of_every_area(clause: str, after: str) -> bool:
    """Whether the grade between the two stretches is said of all areas, one by one."""
    return _AFTER.match(after) is not None or _BEFORE.search(clause) is not None


def are_judged(clause: str) -> bool:
    """Whether the areas are the subject themselves: "all four areas were judged"."""
    return _JUDGED.search(clause) is not None


def every_area(*, regime: str, on: date | None) -> tuple[str, ...]:
    """The areas that "all four" means; none where no day says which there were."""
    if regime != "ILACS" or on is None:
        return ()
    return tuple(
        area for named in _IN_ILACS for area in areas_of_regime(named, regime=regime, on=on)
    )
