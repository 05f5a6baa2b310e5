"""Which date of a sentence belongs to which event phrase, and in which year a yearless date"
" lies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from scrapers.minutes.dates import StatedDate, stated_dates, with_year
from scrapers.minutes.events import EventPhrase

_NO_EVENT_DATE = re.compile(
    r"\b(?:meetings?|committee|cabinet|panel|minutes|agenda|deadline|letter|dated|plan|notif\w+"
    r"|registered|approved|considered|follow|submitted|submission|born|appointed"
    r"|joined|act|regulations|since|response|target|version|(?<!children )(?<!children's )board"
    r"|financial year|budget|forecast"
    r"|assembly|council on|workshop|briefing|reported (?:on|in|to)|presented|call-in|end of|review)"
    r"(?:\W+(?!inspect|visit)\w+){0,3}\W*$"
    r"|\b(?:by|until|before)\W+(?:the\W+)?(?:end of\W+)?$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:publish\w*|publication|released|report (?:of|dated|from|in))(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\breports?\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
# A year alone is a date only where a word makes it one: "in 2014", not "2014/15 budget".
_YEAR_BEFORE = re.compile(
    r"\b(?:in|of|since|from|during|early|late|mid|to|back in|until|the|year|and|around|summer|our"
    r"|its)\W+$"
    r"|[-:(]\s*$|\b(?:inspection|visit|outcome|ILACS|JTAI|feedback|findings)\W+$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"['\")]{0,2} (?:\S+ ){0,4}?(?:inspect|visit|ILACS|JTAI|focus|monitor)", re.IGNORECASE
)
_BREAKS_LEFT = re.compile(
    r";|\b(?:since|judged|rated|graded|deemed|meeting|letter|dated|plan|submitted|notif\w+|previous"
    r"|until|before|by the end|next|who|recommended|announced|whose)\b",
    re.IGNORECASE,
)
_BREAKS_RIGHT = re.compile(
    r";|\b(?:and|but|which)\b[^;]*\b(?:since|before|after|previous)\b", re.IGNORECASE
)
_NOTIFIED_OF = re.compile(r"\bnotif\w+ (?:of|about|that) (?:\S+ ){0,4}$", re.IGNORECASE)
_CLOSE = 25
_FARTHEST_LEFT, _FARTHEST_RIGHT = 150, 110


@dataclass(frozen=True, slots=True)
class SentenceDate:
    """A date of a sentence; `is_published` where it is a report's, `phrase` whose it is."""

    stated: StatedDate
    is_published: bool = False
    is_since: bool = False
    phrase: int | None = None
    is_name: bool = False  # "the July 2024 inspection"


def sentence_dates(text: str, phrases: Sequence[EventPhrase]) -> list[SentenceDate]:
    """The dates of a sentence that can be an event's, each with its phrase where it has one."""
    dates: list[SentenceDate] = []
    for stated in stated_dates(text):
        before = text[max(0, stated.start - 80) : stated.start]
        if stated.precision == "year" and not (
            _YEAR_BEFORE.search(before) or _YEAR_AFTER.match(text, stated.end)
        ):
            continue
        is_since = _SINCE.search(before) is not None
        is_published = _PUBLISHED.search(before) is not None
        if not is_since and not is_published and _NO_EVENT_DATE.search(before):
            continue
        phrase = None if is_since else _phrase_of(text, stated, phrases, dates)
        is_report = phrase is not None and _REPORT.search(
            text, phrases[phrase].start, phrases[phrase].end
        )
        is_published = is_published or bool(is_report)
        is_name = (
            phrase is not None
            and phrases[phrase].start >= stated.end
            and (phrases[phrase].start - stated.end <= 30)
        )
        dates.append(SentenceDate(stated, is_published, is_since, phrase, is_name))
    return [_freed(one, dates, phrases) for one in dates]


def _freed(
    one: SentenceDate, dates: Sequence[SentenceDate], phrases: Sequence[EventPhrase]
) -> SentenceDate:
    """A date before a phrase gives way to the one that follows it closely."""
    if one.phrase is None or one.is_name or one.stated.start > phrases[one.phrase].start:
        return one
    end = phrases[one.phrase].end
    closer = any(
        other.phrase == one.phrase and 0 <= other.stated.start - end <= _CLOSE for other in dates
    )
    return replace(one, phrase=None) if closer else one


def _phrase_of(
    text: str, stated: StatedDate, phrases: Sequence[EventPhrase], earlier: list[SentenceDate]
) -> int | None:
    right = min((n for n, p in enumerate(phrases) if p.start >= stated.end), default=None)
    left = max((n for n, p in enumerate(phrases) if p.end <= stated.start), default=None)
    if right is not None and phrases[right].start - stated.end <= 30:
        between = text[stated.end : phrases[right].start]
        if re.fullmatch(r"['\")]{0,2} (?:(?!and|to|the|an?\b)[\w/'-]+ ){0,3}", between):
            return right
    taken = left is not None and any(
        one.phrase == left and not one.is_published and one.stated.start > phrases[left].start
        for one in earlier
    )
    if left is not None and not taken:
        between = text[phrases[left].end : stated.start]
        notified = _NOTIFIED_OF.search(text, max(0, phrases[left].start - 60), phrases[left].start)
        if notified:
            return None
        if len(between) <= _FARTHEST_LEFT and not _BREAKS_LEFT.search(between):
            return left
    if right is not None and not phrases[right].is_elliptic:
        between = text[stated.end : phrases[right].start]
        if len(between) <= _FARTHEST_RIGHT and not _BREAKS_RIGHT.search(between):
            return right
    return None


@dataclass(frozen=True, slots=True)
class YearContext:
    """What an item says of years: the meeting's day and every dated month of its text."""

    held_on: date | None
    dated: tuple[StatedDate, ...]

    @property
    def day(self) -> date | None:
        """The day from which the item looks back; the latest it names where no meeting is known."""
        if self.held_on:
            return self.held_on
        return max((one.date_from for one in self.dated if one.date_from), default=None)

    def dated_in_full(
        self, stated: StatedDate, *, is_to_come: bool, before: StatedDate | None
    ) -> StatedDate:
        """The date with its year, where the item's own context gives one."""
        if stated.date_from or stated.month is None:
            return stated
        year = self._year_of(stated, stated.month, is_to_come, before)
        return stated if year is None else with_year(stated, year)

    def _year_of(
        self, stated: StatedDate, month: int, is_to_come: bool, before: StatedDate | None
    ) -> int | None:
        if self.held_on:
            return _nearest_year(stated, self.held_on, is_to_come=is_to_come)
        years = {
            one.date_from.year
            for one in self.dated
            if one.date_from and one.precision in ("day", "month") and one.date_from.month == month
        }
        if len(years) == 1:
            return years.pop()
        exact = [one.date_from for one in self.dated if one.date_from and one.precision == "day"]
        if exact and len({one.year for one in exact}) == 1 and stated.precision == "day":
            # The only year in which the text names a day: "24 January" in minutes of 9 February.
            return _nearest_year(stated, max(exact), is_to_come=is_to_come)
        if before and before.date_to and before.date_to.month < month:
            return before.date_to.year  # "in February 2023, and the second in July"
        return None


def _nearest_year(stated: StatedDate, held_on: date, *, is_to_come: bool) -> int | None:
    years = range(held_on.year - 1, held_on.year + 2)
    dated = [(year, with_year(stated, year)) for year in years]
    if is_to_come:
        return next((y for y, d in dated if d.date_to and d.date_to >= held_on), None)
    return next((y for y, d in reversed(dated) if d.date_from and d.date_from <= held_on), None)
