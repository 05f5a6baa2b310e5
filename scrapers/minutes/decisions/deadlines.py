"""By when something decided is due, as the words say it, and the day where they name one."""

import re
from calendar import monthrange
from datetime import date, timedelta

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.sentences import has_any

_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_MONTH = "|".join(_MONTHS)
_COUNT = {
    "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12,
}  # fmt: skip
_HOW_MANY = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNT)})"
_DUE = Caseless(
    r"\b(?=[bniwatfoqe])(?:"
    rf"(?:by|before|no later than)(?: the)? (?P<month_end>end of )?"
    r"(?:(?P<slashed>\d{1,2}/\d{1,2}/20\d\d)|(?:(?:mon|tues|wednes|thurs|fri)day,? )?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{_MONTH})(?: (?P<year>20\d\d))?)"
    rf"|(?:in|within|after)(?: the next)? {_HOW_MANY}[ -](?:working )?"
    r"(?P<unit>day|week|month|year)s?(?:' time| time)?"
    rf"|in (?:early |late )?(?P<in_month>{_MONTH})(?! (?:19|20)\d\d)"
    r"|(?:at|to|for) (?:the|its|a|their) (?:next|future|subsequent|forthcoming)"
    r" (?:scheduled )?(?:committee |panel |board |cabinet )?meeting"
    r"|as soon as (?:possible|practicable|available)"
    r"|on an? (?:quarterly|annual|monthly|six[- ]monthly|termly|bi-?annual|regular) basis"
    r"|quarterly|annually|every (?:six|three|\d{1,2}) months"
    r"|by the end of the (?:financial |municipal |calendar )?(?:year|month|term)"
    r"|in due course|in the new year"
    r")(?!\w)"
)
_STEMS = (
    *_MONTHS,
    *("day", "week", "month", "year", "meeting", "as soon as", " basis", "quarterly"),
    *("annually", "the term", "due course", "/20"),
)


def due_of(text: str, held_on: date | None) -> tuple[str | None, date | None]:
    """The words that set a deadline, and the day they mean where that is certain."""
    found = _DUE.search(text) if has_any(text, _STEMS) else None
    if not found:
        return None, None
    return text[slice(*found.span())], _due_on(found, held_on)


def due_in_cell(text: str, held_on: date | None) -> tuple[str, date | None]:
    """What stands in a column of deadlines, and the day it means: "30 April 2024"."""
    return text, due_of(text if text[:2].casefold() == "by" else f"by {text}", held_on)[1]


def _due_on(found: re.Match[str], held_on: date | None) -> date | None:
    if found["slashed"]:
        day, month, year = map(int, found["slashed"].split("/"))
        is_a_day = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
        return date(year, month, day) if is_a_day else None
    if found["month"]:
        month = _MONTHS.index(found["month"].casefold()) + 1
        if found["year"]:
            return _day(int(found["year"]), month, found)
        if held_on is None:
            return None
        # "by 1 February" said in January or on any day before it is the next one to come.
        soonest = _day(held_on.year, month, found)
        return (
            soonest if not soonest or soonest >= held_on else _day(held_on.year + 1, month, found)
        )
    if found["unit"] and held_on and "working" not in found[0].casefold():
        count = found["count"].casefold()
        return _later(held_on, _COUNT.get(count) or int(count), found["unit"].casefold())
    return None


def _day(year: int, month: int, found: re.Match[str]) -> date | None:
    last = monthrange(year, month)[1]
    if found["day"]:
        day = int(found["day"])
        return date(year, month, day) if 1 <= day <= last else None
    return date(year, month, last) if found["month_end"] else None


def _later(held_on: date, count: int, unit: str) -> date | None:
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        is_reachable = held_on.toordinal() + days <= date.max.toordinal()
        return held_on + timedelta(days=days) if is_reachable else None
    months = held_on.month - 1 + count * (12 if unit == "year" else 1)
    year, month = held_on.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return None
    return date(year, month, min(held_on.day, monthrange(year, month)[1]))
