"""Dates as minutes state them: days, ranges of days, months, quarters, seasons and years.

A date is given as the widest range its words allow. A date without a year is found too, but gets
its range only when `with_year` is told the year: no year is ever made up here.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.date_wordings import (
    BEGINNING_IN_FIGURES,
    BEGINNING_IN_WORDS,
    SEASONS_AND_QUARTERS,
    START,
    START_OF_ANY,
    WEEK_BEFORE,
)
from scrapers.minutes.inspections.stems import has_any

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBER_OF_MONTH = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}
_FIRST_MONTH_OF_SEASON = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_QUARTER_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_AND = Caseless(r"\band\b|&")
_BETWEEN = Caseless(r"\b(?:between|from)\W+$")
_EARLIEST, _LATEST = 1990, 2099


class StatedDate(NamedTuple):
    """A date as a text states it; without a year it has no range yet."""

    start: int
    end: int
    as_stated: str
    precision: str
    date_from: date | None = None
    date_to: date | None = None
    month: int | None = None  # of the first day, where the year is not stated
    day: int | None = None
    month_to: int | None = None
    day_to: int | None = None


def stated_dates(text: str) -> Iterator[StatedDate]:
    """The dates of a plain text in order, none overlapping another."""
    place = 0
    start = START_OF_ANY if has_any(text, SEASONS_AND_QUARTERS) else START
    while found := start.search(text, place):
        stated = _date_at(text, found.start())
        if stated is None:
            place = found.end(1)
        else:
            yield stated
            place = stated.end


def with_year(stated: StatedDate, year: int) -> StatedDate:
    """The date in that year; as it was where the calendar has no such day."""
    if stated.date_from or stated.month is None:
        return stated
    first = _first_day(year, stated.month, stated.day)
    # "30 November to 2 December" stays in one year, "December and January" does not.
    crosses = stated.month_to is not None and stated.month_to < stated.month
    last = _last_day(year + crosses, stated.month_to or stated.month, stated.day_to or stated.day)
    if first is None or last is None or last < first:
        return stated
    return stated._replace(date_from=first, date_to=last)


def each_month(stated: StatedDate, before: str) -> list[StatedDate]:
    """ "March and July 2022" as two months; any other date, or "between" two, as it is."""
    first, last = stated.date_from, stated.date_to
    if stated.precision != "month" or not first or not last or first.month == last.month:
        return [stated]
    if _AND.search(stated.as_stated) is None or _BETWEEN.search(before):
        return [stated]
    return [
        stated._replace(date_to=_last_day(first.year, first.month, None)),
        stated._replace(date_from=_first_day(last.year, last.month, None)),
    ]


def _date_at(text: str, place: int) -> StatedDate | None:
    patterns = BEGINNING_IN_WORDS if text[place].isalpha() else BEGINNING_IN_FIGURES
    for kind, pattern in patterns:
        found = pattern.match(text, place)
        if found and (stated := _read(kind, found)):
            return _whole_week(text, stated)
    return None


def _read(kind: str, found: re.Match[str]) -> StatedDate | None:
    part = found.groupdict()
    match kind:
        case "days" | "day" | "months":
            return _calendar_date(found, part)
        case "numerals":
            first = _numeral(part["n1"])
            last = _numeral(part.get("n2") or part["n1"])
            return _ranged(found, "day", first, last)
        case "iso":
            year, month, day = (int(number) for number in part["n1"].split("-"))
            first = _first_day(year, month, day)
            return _ranged(found, "day", first, first)
        case "season":
            month = _FIRST_MONTH_OF_SEASON[part["s"].lower()]
            return _three_months(found, int(part["y1"]), month)
        case "quarter":
            number = int(part["q"] or part["qq"] or _QUARTER_WORDS[part["qw"]])
            # A council's year 2023/24 begins in April.
            month = 3 * number - 2 + (3 if part["f"] else 0)
            year = int(part["y1"])
            return _three_months(found, year + (month > 12), (month - 1) % 12 + 1)
        case _:
            return _years(found, part)


def _calendar_date(found: re.Match[str], part: dict[str, str | None]) -> StatedDate | None:
    month_to = _month(part.get("m2") or part["m1"])
    month = _month(part.get("m1") or part["m2"])
    day = _number(part.get("d1"))
    day_to = _number(part.get("d2")) or day
    year_to = part.get("y2") or part.get("y1")
    stated = StatedDate(
        found.start(),
        found.end(),
        found.group().rstrip(".,"),
        "day" if day else "month",
        month=month,
        day=day,
        month_to=month_to,
        day_to=day_to,
    )
    if year_to is None:
        return stated if day is None or day_to is None or _is_possible(stated) else None
    year = int(part.get("y1") or year_to)
    year_to = int(year_to)
    if part.get("y1") is None and month > month_to:
        year -= 1
    return _ranged(
        found,
        stated.precision,
        _first_day(year, month, day),
        _last_day(year_to, month_to, day_to),
    )


def _is_possible(stated: StatedDate) -> bool:
    return with_year(stated, 2024).date_from is not None  # 2024 is a leap year


def _years(found: re.Match[str], part: dict[str, str | None]) -> StatedDate | None:
    year = int(part["y1"] or 0)
    if part["f"]:  # "2022/23": April to March
        return _ranged(found, "year", date(year, 4, 1), date(year + 1, 3, 31))
    return _ranged(found, "year", date(year, 1, 1), date(year, 12, 31))


def _three_months(found: re.Match[str], year: int, month: int) -> StatedDate | None:
    last_month = month + 2
    last = _last_day(year + (last_month > 12), (last_month - 1) % 12 + 1, None)
    return _ranged(found, "quarter", date(year, month, 1), last)


def _ranged(
    found: re.Match[str], precision: str, first: date | None, last: date | None
) -> StatedDate | None:
    if first is None or last is None or last < first:
        return None
    if not _EARLIEST <= first.year <= last.year <= _LATEST:
        return None
    stated = found.group().rstrip(".,")
    return StatedDate(found.start(), found.end(), stated, precision, first, last)


def _whole_week(text: str, stated: StatedDate) -> StatedDate:
    before = WEEK_BEFORE.search(text, max(0, stated.start - 34), stated.start)
    if before is None or stated.precision != "day" or stated.date_from != stated.date_to:
        return stated
    as_stated = text[before.start() : stated.start] + stated.as_stated
    last = stated.date_to and stated.date_to + timedelta(days=6)
    return stated._replace(start=before.start(), as_stated=as_stated, date_to=last)


def _month(name: str | None) -> int:
    return _NUMBER_OF_MONTH[(name or "")[:3].lower()]


def _number(day: str | None) -> int | None:
    return int(re.sub(r"\D", "", day)) if day else None


def _numeral(stated: str | None) -> date | None:
    day, month, year = (int(number) for number in re.split(r"[/.]", stated or ""))
    return _first_day(year if year > 99 else 2000 + year, month, day)


def _first_day(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or 1)
    except ValueError:
        return None


def _last_day(year: int, month: int, day: int | None) -> date | None:
    return _first_day(year, month, day or monthrange(year, month)[1])
