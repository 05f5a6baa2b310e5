"""From the codes of the tables to the words that people say, as the dashboard says them."""

from collections.abc import Callable
from datetime import date, datetime

from dashboard.wording import GRADES, area_name, grade_name, worded

_HEADINGS = {
    "source_url": "Page",
    "report": "Report",
    "page_sha256": "Bytes (SHA-256)",
    "held_in": "Year",
    "visited_in": "Year",
}
_WORDS: dict[str, Callable[[str | None], str]] = {
    **dict.fromkeys(["grade", "previous_grade", "register_grade", "minuted_grade"], grade_name),
    # A fact of a release is a grade or a day.
    **dict.fromkeys(["official_value", "warehouse_value"], grade_name),
    **dict.fromkeys(["judgement_area", "fact"], area_name),
    "grades": lambda code: ", ".join(map(_judgement, str(code).split(", "))),
    **dict.fromkeys(["event_type", "intervention_type", "change", "response"], worded),
}


def heading(column: str) -> str:
    """ "council_name" as "Council", and a grade that is a column as the grade."""
    if column in GRADES:
        return GRADES[column]
    return _HEADINGS.get(column) or _sentence(worded(column.removesuffix("_name")))


def said(column: str, value: object) -> object:
    """A value of that column in words; what is no code stays as it is."""
    match value:
        case datetime():
            return f"{value:%Y-%m-%d %H:%M} UTC"
        case str() if column in _WORDS:
            return _sentence(_WORDS[column](value))
        case int() if column.endswith("_in"):  # a year
            return str(value)
        case date() if column == "month":
            return f"{value:%B %Y}"
        case _:
            return value


def _judgement(told: str) -> str:
    """ "care_leavers: good" as "Care leavers: Good"."""
    area, _, grade = told.partition(": ")
    return f"{area_name(area)}: {grade_name(grade)}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
