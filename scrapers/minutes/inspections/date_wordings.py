"""The wordings that minutes use for dates, as patterns; what they mean belongs in `dates`."""

import re

# Capitals required: "may" and "march" are verbs.
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:19|20)\d\d(?!\w)"
_OF_YEAR = rf"(?:,?\s{{1,3}}(?:of\s+|in\s+)?(?P<YEAR>{_YEAR}))?"
_TO = r"\s{0,3}(?:-|/|\bto\b|\band\b|\bTO\b|\bAND\b|\buntil\b|\btill\b|&)\s{0,3}"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?"
_NUMERIC = r"\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d(?!\d)"


def _year(name: str) -> str:
    return _OF_YEAR.replace("YEAR", name)


def _compiled(*wordings: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in wordings)


# Of each list the first pattern that fits at a place is the fullest.
BEGINNING_IN_FIGURES = _compiled(
    # "29 April and 3 May 2024", "30 November 2021 to 10 December 2021"
    (
        "days",
        rf"\b(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{_MONTH}){_year('y1')}{_TO}{_WEEKDAY}"
        rf"(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{_MONTH}){_year('y2')}",
    ),
    # "18-29 July 2022", "18th and 19th of February 2025", "4, 5 and 6 October"
    (
        "days",
        rf"\b(?P<d1>{_DAY})(?:,\s{{0,3}}{_DAY}){{0,3}}{_TO}{_WEEKDAY}(?P<d2>{_DAY})\s+"
        rf"(?:of\s+)?(?P<m2>{_MONTH}){_year('y2')}",
    ),
    ("day", rf"\b(?P<d1>{_DAY})\s+(?:of\s+)?(?P<m1>{_MONTH}){_year('y1')}"),
    ("numerals", rf"\b(?P<n1>{_NUMERIC}){_TO}(?P<n2>{_NUMERIC})"),
    ("numerals", rf"\b(?P<n1>{_NUMERIC})"),
    ("iso", r"\b(?P<n1>20\d\d-\d\d-\d\d)\b"),
    ("years", rf"\b(?P<y1>{_YEAR})(?P<f>\s?[/-]\s?(?:20)?\d\d(?!\d))?"),
)
BEGINNING_IN_WORDS = _compiled(
    # "October 4th and 5th", "October 4 - 5, 2022"
    (
        "days",
        rf"\b(?P<m2>{_MONTH})\s+(?P<d1>{_DAY}){_TO}(?P<d2>{_DAY})(?![\d/.:]|\s(?:am|pm))"
        rf"{_year('y2')}",
    ),
    ("day", rf"\b(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?![\d/.:]|\s(?:am|pm)){_year('y1')}"),
    # "February and March of 2019", "November 2021 to January 2022"
    ("months", rf"\b(?P<m1>{_MONTH}){_year('y1')}{_TO}(?P<m2>{_MONTH}){_year('y2')}"),
    ("months", rf"\b(?P<m1>{_MONTH}){_year('y1')}"),
    (
        "season",
        r"\b(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\s+(?:term\s+)?(?:of\s+)?"
        rf"(?P<y1>{_YEAR})(?:[/-]\d\d(?!\d))?",
    ),
    (
        "quarter",
        r"\b(?:Q(?P<q>[1-4])|[Qq]uarter\s+(?P<qq>[1-4])"
        r"|(?P<qw>first|second|third|fourth|final|last)\s+quarter),?\s{1,3}(?:of\s+|in\s+)?"
        rf"(?P<y1>{_YEAR})(?P<f>[/-](?:20)?\d\d(?!\d))?",
    ),
)
# Where a date may begin, in figures or with a capital: `re` passes over all other letters at once.
_START = rf"{_DAY}(?=[\s,/&-])|\d{{1,2}}[/.]\d|{_MONTH}|Q[1-4]|(?:19|20)\d\d(?!\d)"
START = re.compile(rf"[\dJFMASONDQ](?<=(?=(\b(?:{_START}))).)")
# Where a text has one of these words, a date may begin with them, too.
SEASONS_AND_QUARTERS = ("pring", "ummer", "utumn", "inter", "uarter")
START_OF_ANY = re.compile(
    rf"(\b(?=[\dJFMASONDsawWQqftl])(?:{_START}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter"
    r"|[Qq]uarter|(?:first|second|third|fourth|final|last)(?=\s+quarter)))"
)
WEEK_BEFORE = re.compile(
    r"(?:w/c|[Ww]eek (?:commencing|beginning|of|starting))\W{1,3}(?:Monday,? )?(?:the )?$"
)
