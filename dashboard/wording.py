"""The words on the pages: what a code of the tables is called, and what each figure means.

What each figure means stands in `definitions.toml`.
"""

import tomllib
from pathlib import Path

GRADES = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "adequate": "Adequate",
    "inadequate": "Inadequate",
}
# What stands in a grade's place where there is none: never a grade.
STANDINGS = GRADES | {
    "by_area": "Graded by area",
    "unknown": "Newest grade not known",
    "none": "No inspection known",
}
AREAS = {
    "overall_effectiveness": "Overall effectiveness",
    "leaders_impact": "Impact of leaders",
    "help_and_protection": "Help and protection",
    "children_in_care_and_care_leavers": "Children in care and care leavers",
    "children_in_care": "Children in care",
    "care_leavers": "Care leavers",
    "children_looked_after_permanence": "Children looked after and permanence (SIF)",
    "adoption_performance": "Adoption (SIF)",
    "leadership_management_governance": "Leadership, management and governance (SIF)",
    "lscb": "Local safeguarding children board (SIF)",
}
REGIMES = {
    "ILACS": "Children’s services (ILACS)",
    "SIF": "Children’s services (SIF)",
    "PRE_SIF": "Children’s services, before 2013",
    "JTAI": "Joint targeted area inspection",
    "AREA_SEND": "Area SEND",
    "LOCAL_AREA_SEND_2016": "Local area SEND (2016 framework)",
    "HMIP_YJ": "Youth justice (HM Inspectorate of Probation)",
    "CQC_ASC": "Adult social care (CQC)",
    "SCCIF_FOSTERING": "Fostering service",
    "SCCIF_CHILDRENS_HOME": "Children’s home",
    "LSCB_REVIEW": "Safeguarding children board",
    "CIW": "Care Inspectorate Wales",
}
WORDS = {
    "jtai": "joint inspection",
    "adviser_or_commissioner": "adviser or commissioner",
    "trust_created": "children’s services trust created",
    "intervention_ended": "intervention ended",
    "send": "SEND",
    "noted": "noting",
}

DEFINITIONS: dict[str, str] = tomllib.loads(
    Path(__file__).with_name("definitions.toml").read_text(encoding="utf-8")
)


def worded(code: str | None) -> str:
    """ "monitoring_visit" as "monitoring visit"."""
    return "" if code is None else WORDS.get(code, code.replace("_", " "))


def grade_name(code: str | None) -> str:
    return "" if code is None else STANDINGS.get(code, worded(code))


def area_name(code: str | None) -> str:
    return "" if code is None else AREAS.get(code, worded(code))


def regime_name(code: str) -> str:
    return REGIMES.get(code, worded(code))


def counted(count: int, one: str, many: str | None = None) -> str:
    """ "1 visit", "3 visits", "1,204 visits"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
