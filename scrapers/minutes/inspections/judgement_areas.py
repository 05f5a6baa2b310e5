"""The judgement areas of an inspection, as minutes name them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless

_CARE_JUDGEMENT_SPLIT = date(2023, 1, 1)  # before, ILACS judged care and leaving care together

_IN_CARE = (
    r"(?:children (?:and young people )?(?:(?:who are )?in (?:our |its )?care|looked after"
    r"|we care for)"
    r"|looked[- ]after children|cared[- ]for children|children's care|(?:cla|lac|cic)\b)"
)
_LEAVERS = r"(?:care[- ](?:leavers?|experienced (?:young people|adults|young adults))|leaving care)"
_BOTH = (
    rf"{_IN_CARE}(?: ?\([^)]{{1,40}}\))?(?:,? and|,| &) (?:(?:for|our|of|the|those) )?{_LEAVERS}"
)
# What the inspections of 2013 to 2017 were called: no area, but the services they inspected.
NAME_OF_INSPECTION = (
    r"children (?:who (?:are )?)?in need of help and protection,? (?:children looked after"
    r"|looked after children),? and care leavers"
)
_HOMES_OVERALL = "homes_overall"  # as the overall judgement of homes and agencies is called
_HOMES_REGIMES = ("SCCIF_CHILDRENS_HOME", "SCCIF_FOSTERING")
_AREAS: tuple[tuple[str, str], ...] = (
    (
        _HOMES_OVERALL,
        r"overall experiences? and progress of children(?: and young people)?(?! in\b| who\b)",
    ),
    (
        "overall_effectiveness",
        r"overall effectiveness(?! of (?!the safeguarding (?:arrangements|services))(?:the |its "
        r"|our )?(?:[\w-]+ ){0,3}?(?:partnerships?|boards?"
        r"|teams?|plans?|arrangements|process|systems?|audits?|training|panels?|programme|mash"
        r"|front door)\b)"
        r"|overall\b(?! effectiveness)",
    ),
    (
        "leadership_management_governance",
        r"leadership,? management,? and governance|leadership, management & governance",
    ),
    (
        "leaders_impact",
        r"impact of (?:the )?(?:local authority )?(?:leaders|leadership)(?: on social work"
        r" practice)?"
        r"|leaders'? impact|leaders(?= ?[:|\t-])"
        r"|(?<!his )(?<!her )(?<!under )leadership(?: and management)?(?! team| (?:of|in|at"
        r"|within) (?!the (?:council|authority"
        r"|service|local)))",
    ),
    (
        "help_and_protection",
        r"children (?:and young people |and families )?(?:who |that )?(?:are )?(?:in )?need(?:ing"
        r"|ed|s)?"
        r" (?:of )?(?:help|support) (?:and|&|or) protection|help (?:and|&) protection",
    ),
    (
        "children_looked_after_permanence",
        r"(?:children looked after|looked after children),? and achieving permanence"
        r"|achieving permanence",
    ),
    ("adoption_performance", r"adoption performance|adoption(?= (?:was|were|is|judged|-|:|\t))"),
    ("children_in_care_and_care_leavers", _BOTH),
    ("care_leavers", _LEAVERS),
    ("children_in_care", _IN_CARE),
)
_AREA = Caseless(
    # The letters are those that the areas begin with: looked at first, they save most tries.
    rf"\b(?=[olicha])(?:{NAME_OF_INSPECTION}|"
    + "|".join(rf"(?P<a{place}>{pattern})" for place, (_, pattern) in enumerate(_AREAS))
    + ")",
)


class NamedArea(NamedTuple):
    """A judgement area where a text names it."""

    area: str
    start: int
    end: int


def named_areas(text: str) -> Iterator[NamedArea]:
    """The judgement areas that a plain text names, in order."""
    for found in _AREA.finditer(text):
        if found.lastgroup is None:
            continue
        place = int(found.lastgroup[1:])
        yield NamedArea(_AREAS[place][0], found.start(), found.end())


def areas_of_regime(area: str, *, regime: str, on: date | None) -> tuple[str, ...]:
    """What a named area means under a regime: one judgement, two, or none it knows."""
    if regime == "LSCB_REVIEW":
        return ("lscb",) if area == "overall_effectiveness" else ()  # a board has no areas
    if area == _HOMES_OVERALL:
        return ("overall_effectiveness",) if regime in _HOMES_REGIMES else ()
    if regime == "SIF":
        return {
            "leaders_impact": ("leadership_management_governance",),
            "children_in_care": ("children_looked_after_permanence",),
            "children_in_care_and_care_leavers": (
                "children_looked_after_permanence",
                "care_leavers",
            ),
        }.get(area, (area,))
    if regime != "ILACS":
        # The other regimes' own areas are not ours: only the overall grade is comparable.
        return (area,) if area == "overall_effectiveness" else ()
    if area in ("children_looked_after_permanence", "adoption_performance"):
        return ()
    if area == "leadership_management_governance":
        return ("leaders_impact",)
    if on and on >= _CARE_JUDGEMENT_SPLIT and area == "children_in_care_and_care_leavers":
        return ("children_in_care", "care_leavers")
    return (area,)
