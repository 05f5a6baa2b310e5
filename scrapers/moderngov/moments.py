"""Dates and times of day as ModernGov prints them, in English and Welsh. Never guessed.

What minutes say about dates is no matter of this module.
"""

import re
from dataclasses import dataclass
from datetime import date

# In Welsh a month's first letter may change: "16 o Orffennaf".
_MONTHS = (
    ("january", "ionawr"),
    ("february", "chwefror"),
    ("march", "mawrth", "fawrth"),
    ("april", "ebrill"),
    ("may", "mai", "fai"),
    ("june", "mehefin", "fehefin"),
    ("july", "gorffennaf", "orffennaf"),
    ("august", "awst"),
    ("september", "medi", "fedi"),
    ("october", "hydref"),
    ("november", "tachwedd", "dachwedd"),
    ("december", "rhagfyr", "ragfyr"),
)
# "15 Jan 2026", "26th January, 2026", "26th-Jan-2026", "16eg Gorffennaf, 2018"
_WORDS = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|af|ail|ain|ed|eg|fed|il|ydd)?[\s,-]{1,3}"
    r"(?:o )?([a-z]{3,12})\.?[\s,-]{1,3}(\d{4})(?!\d)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_WEEKDAY = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\b(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b\.?|\bdydd\s+[a-z]+),?\s*$",
    re.IGNORECASE,
)
_HALF = (
    r"(?:o['’]r gloch\s*)?(a\.?m\b\.?|p\.?m\b\.?|y\.?b\b\.?|y\.?p\b\.?|y\.?h\b\.?"
    r"|y bore\b|y prynhawn\b|yr hwyr\b)"
)
# As in "7:30 pm", "7.00 p.m.", "10:00am", "19.30" and "10.00 o'r gloch".
_CLOCK = re.compile(
    rf"(?<![\d.:/])(\d{{1,2}})[.:](\d{{2}})(?![\d:]|\.\d)(?:\s*{_HALF})?", re.IGNORECASE
)
_HOUR = re.compile(rf"(?<![\d.:/])(\d{{1,2}})\s*{_HALF}", re.IGNORECASE)
_NOON = re.compile(r"\b(?:12\s*)?(?:noon|midday|canol dydd|hanner dydd)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and where it stands in the text, its weekday included."""

    day: date
    start: int
    end: int


def printed_dates(text: str) -> list[PrintedDate]:
    """Find every whole date of a line, in the order of the line."""
    found = []
    for match in [*_WORDS.finditer(text), *_FIGURES.finditer(text)]:
        day = _date(int(match[1]), _month(match[2]), int(match[3]))
        if day:
            weekday = _WEEKDAY.search(text, 0, match.start())
            start = weekday.start() if weekday else match.start()
            found.append(PrintedDate(day, start, match.end()))
    return sorted(found, key=lambda printed: printed.start)


def date_in(text: str) -> date | None:
    """Read the first date of a line."""
    dates = printed_dates(text)
    return dates[0].day if dates else None


def time_in(text: str) -> str | None:
    """Read the first time of day of a line: "7:30 pm" is "19:30"."""
    if clock := _CLOCK.search(text):
        return _time(int(clock[1]), int(clock[2]), clock[3])
    if hour := _HOUR.search(text):
        return _time(int(hour[1]), 0, hour[2])
    return "12:00" if _NOON.search(text) else None


def after_time(text: str) -> str:
    """Give what follows the time of day at the start of a text, or the text itself."""
    pattern = rf"[\s,]*(?:at\s+)?(?:{_CLOCK.pattern}|{_HOUR.pattern}|{_NOON.pattern})"
    leading = re.match(
        rf"{pattern}(?:\s*o['’]r gloch|\s*(?:noon|canol dydd))?", text, re.IGNORECASE
    )
    return text[leading.end() :] if leading else text


def _month(printed: str) -> int | None:
    if printed.isdecimal():
        return int(printed)
    word = printed.lower()
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(word) for name in names) or (word == "sept" and number == 9):
            return number
    return None


def _date(day: int, month: int | None, year: int) -> date | None:
    try:
        return date(year, month, day) if month else None
    except ValueError:
        return None


def _time(hour: int, minute: int, half: str | None) -> str | None:
    match re.sub(r"[. ]", "", half or "").lower():
        case "pm" | "yp" | "yh" | "yprynhawn" | "yrhwyr" if hour < 12:
            hour += 12
        case "am" | "yb" | "ybore" if hour == 12:
            hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
