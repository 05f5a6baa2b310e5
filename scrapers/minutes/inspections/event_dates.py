"""Which date of a sentence belongs to which event phrase; in which year a yearless date lies."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.dates import StatedDate, each_month, stated_dates
from scrapers.minutes.inspections.dates_of_grades import is_of_a_grade, is_of_a_judgement
from scrapers.minutes.inspections.events import VISITS, EventPhrase
from scrapers.minutes.inspections.interventions import DFE

_NO_EVENT_DATE = Caseless(
    r"\b(?:meetings?|committee|cabinet|panel|minutes?|agenda|deadline|letter|dated|plan|notif\w+"
    r"|registered|approved|considered|follow|submitted|submission|born|appointed"
    r"|joined|act|regulations|since|response|target|version|(?<!children )(?<!children's )board"
    r"|financial year|budget|forecast"
    r"|assembly|(?<!of the )(?<!to the )(?<!to )council on|workshop|briefing|reported (?:on|in|to)"
    r"|presented"
    r"|call-in|(?<!at the )end of|review|off-?site"
    r"|set up|created|established|formed|launched|opened|merged|transferred)"
    r"(?:\W+(?!inspect|visit)\w+){0,3}\W*$"
    r"|(?<!on site )(?<!on-site )\b(?:by|until|before)\W+(?:the\W+)?(?:end of\W+)?$"
)
_PUBLISHED = Caseless(
    r"\b(?:publish\w*|publication|released|(?:c[ao]me|made) (?:out|public)|report (?:of|dated|from"
    r"|in))(?:\W+\w+){0,4}\W*$"
)
_REPORT = Caseless(r"\breports?\b")
_SINCE = Caseless(r"\bsince\W+(?:\w+\W+){0,2}$")
# A year alone is a date only where a word makes it one: "in 2014", not "2014/15 budget".
_YEAR_BEFORE = Caseless(
    r"\b(?:in|of|since|from|during|early|late|mid|to|back in|until|the|year|and|around|summer|our"
    r"|its)\W+$"
    r"|[-:(]\s*$|\b(?:inspection|visit|outcome|ilacs|jtai|feedback|findings)\W+$"
)
_YEAR_AFTER = Caseless(r"['\")]{0,2} (?:\S+ ){0,4}?(?:inspect|visit|ilacs|jtai|focus|monitor)")
_BREAKS_LEFT = Caseless(
    r";|\b(?:since|judged|rated|graded|deemed|meeting|letter|dated|plan|submitted|notif\w+|previous"
    r"|(?<!site )until|before|by the end|period|covering|next|who|recommended|announced|whose)\b"
)
# "The sixth visit since the judgement of 2018 had been held in May", "…, carried out on 4 May"
_RESUMES = Caseless(
    r"(?:\b(?:had been|was|were)|,(?: and| which was)?) (?:\w+ly )?(?:held|carried out|undertaken"
    r"|conducted)\b|\b(?:took|taken) place\b"
)
_RESUMES_AT = Caseless(rf"(?:{_RESUMES.pattern}|, undertaken) (?:in|on|from|between) $")
_BREAKS_RIGHT = Caseless(
    r";|\b(?:found|judged|rated|graded|deemed) (?:\w+ ){0,3}['\"]?(?:inadequate|good|outstanding"
    r"|requir)|\b(?:and|but|which)\b[^;]*\b(?:since|before|after|previous)\b"
)
_NOTIFIED_OF = Caseless(
    r"\b(?:(?:notif\w+|notice|told|informed|warning) (?:of|about)|notif\w+ that) (?:\S+ ){0,4}$"
)
_SINCE_THE = re.compile(r"\b(?:since|following|after) (?:the|its|our|their) (?:\w+ )?$")
_GOES_ON = re.compile(
    r",? (?:and|which) (?:took|was|were|had|it)\b|:| (?:took|had taken) place\b"
    r"| (?:was|had been) (?:held|carried out|undertaken|conducted)\b"
)
# "Inadequate in June 2015, and two monitoring visits had been made since": on other days.
_SINCE_THEN = Caseless(r"(?: \w+){0,4} since(?: then| that time)?\W*(?:$|[.,;]|and\b)")
_TWO = Caseless(r"\b(?:two|both|three)\b[^.;]{0,40}$")
_BETWEEN = Caseless(r"\b(?:between|from) (?=[\w ]{0,12}(?:19|20)\d\d)")
# "Had been due in November, but took place in December".
_HAD_BEEN_DUE = Caseless(
    r"\b(?:due|planned|scheduled|expected|originally)(?: \w+){0,3} (?:in|on|for)\W*$"
)
_BUT = re.compile(r",? (?:but|and (?:was )?(?:moved|postponed|rearranged|rescheduled))\b")
_PLANS = Caseless(r"\b(?:would|will)\b")
_FOLLOWS = Caseless(r" \((?:in |on |of )?| (?:in|of) ")
# "A commissioner was appointed in June 2022": of a person the day is no event's, of a step it is.
_FOLLOWS_A_STEP = Caseless(
    r" \((?:in |on |of )?|(?: from the (?:dfe|department for education))? dated "
    r"| (?:(?:was|were|had been|has been) (?:appointed|issued|served|made) )?"
    r"(?:in|on|of|since) (?:\w+day,? )?(?:the )?"
    r"|, (?:who (?:was|had been) )?appointed (?:in|on) (?:\w+day,? )?(?:the )?"
)
_NAMED = re.compile(r"['\")]{0,2} (?:(?!and|to|the|an?\b|that\b)[\w/'-]+ ){0,3}")
_JUST_BEFORE = Caseless(
    r"['\")]{0,2} (?:(?:ofsted|ilacs|full|short|standard|statutory|area|local|send|sif) )*"
)
_LONGEST_NAME = 30
_CLOSE = 25
_FARTHEST_LEFT, _FARTHEST_RIGHT = 150, 110


class SentenceDate(NamedTuple):
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
        beside = _beside(text, stated, phrases)
        if beside is None:
            beside = _named(text, stated, phrases)
        if beside is not None:
            is_since = False
        elif not is_since and not is_published and _NO_EVENT_DATE.search(before):
            continue
        if _BUT.match(text, stated.end) and _HAD_BEEN_DUE.search(before):
            continue
        phrase = beside
        if beside is None and not is_since:
            phrase = _phrase_of(text, stated, phrases, dates)
            if phrase is not None and is_published and phrases[phrase].family == DFE:
                phrase = None  # "in the report published in May, and that a Commissioner"
        is_report = phrase is not None and _REPORT.search(
            text, phrases[phrase].start, phrases[phrase].end
        )
        is_published = is_published or bool(is_report)
        is_name = phrase is not None and _is_name(text, stated, phrases[phrase])
        dates.append(SentenceDate(stated, is_published, is_since, phrase, is_name))
    return [_freed(one, dates, phrases) for one in dates]


def _beside(text: str, stated: StatedDate, phrases: Sequence[EventPhrase]) -> int | None:
    """The phrase that the date follows at once: "since the ILACS (November 2022)"."""
    for place, phrase in enumerate(phrases):
        follows = _FOLLOWS_A_STEP if phrase.family == DFE else _FOLLOWS
        if phrase.end < stated.start and follows.fullmatch(text, phrase.end, stated.start):
            return place
    return None


def _named(text: str, stated: StatedDate, phrases: Sequence[EventPhrase]) -> int | None:
    """The phrase whose name the date is beyond doubt: "since the December inspection"."""
    return next(
        (n for n, one in enumerate(phrases) if _JUST_BEFORE.fullmatch(text, stated.end, one.start)),
        None,
    )


def _is_name(text: str, stated: StatedDate, phrase: EventPhrase) -> bool:
    """Whether the date names the event: "the July 2024 inspection"."""
    is_close = stated.end <= phrase.start <= stated.end + _LONGEST_NAME
    return is_close and _NAMED.fullmatch(text, stated.end, phrase.start) is not None


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
    if not closer:
        return one
    # "Confirmed on 20 March that the notice issued in May was lifted": the day is of its end.
    then = one.phrase + 1
    is_free = then < len(phrases) and all(other.phrase != then for other in dates)
    is_end = is_free and phrases[then].event_type == "intervention_ended"
    return one._replace(phrase=then if is_end else None)


def _phrase_of(
    text: str, stated: StatedDate, phrases: Sequence[EventPhrase], earlier: list[SentenceDate]
) -> int | None:
    right = min((n for n, p in enumerate(phrases) if p.start >= stated.end), default=None)
    left = max(
        (n for n, p in enumerate(phrases) if p.end <= stated.start and not _is_aside(text, p, n)),
        default=None,
    )
    if right is not None and _is_name(text, stated, phrases[right]):
        return right
    taken = (
        left is not None
        and not phrases[left].is_plural
        and any(
            one.phrase == left and not one.is_published and one.stated.start > phrases[left].start
            for one in earlier
        )
    )
    is_named = any(one.phrase == left and one.is_name for one in earlier)
    if left is not None and (is_named or not phrases[left].is_graded_kind):
        # "A visit after the inadequate judgement of December 2016", "inadequate in 2018"
        taken = taken or is_of_a_judgement(text, stated.start) or is_of_a_grade(text, stated.start)
    if left is not None and not taken:
        asides = [p.end for p in phrases[left + 1 :] if p.end <= stated.start]
        between = text[max([phrases[left].end, *asides]) : stated.start]
        notified = _NOTIFIED_OF.search(text, max(0, phrases[left].start - 60), phrases[left].start)
        if notified:
            return None
        breaks = list(_BREAKS_LEFT.finditer(between))
        is_plan = phrases[left].family == DFE and _PLANS.search(between) is not None
        is_broken = any(not _RESUMES.search(between, one.end()) for one in breaks)
        is_far = len(between) > _FARTHEST_LEFT and not _RESUMES_AT.search(between)
        if not (is_far or is_broken or is_plan):
            return left
    if is_of_a_grade(text, stated.start):
        return None  # the 2019 of "from inadequate in 2019 to good at the latest inspection"
    if right is not None and _SINCE_THEN.match(text, phrases[right].end):
        return None
    if right is not None and not phrases[right].is_elliptic:
        between = text[stated.end : phrases[right].start]
        if len(between) <= _FARTHEST_RIGHT and not _BREAKS_RIGHT.search(between):
            return right
    return None


def dates_of(
    text: str, place: int, phrase: EventPhrase, dates: Sequence[SentenceDate]
) -> list[SentenceDate | None]:
    """The date of a phrase; of "the monitoring visits" in the plural, each of theirs."""
    bound = [one for one in dates if one.phrase == place]
    if phrase.is_plural and phrase.is_graded_kind and is_counted(text, phrase):
        if _BETWEEN.search(text[phrase.end :]):
            return [None]  # "two inspections between 2018 and 2022"
        each = [one for one in bound if not one.is_published]
        if len(each) > 1:
            return list(each)
    if phrase.is_plural and phrase.event_type in VISITS:
        each = [
            one._replace(stated=month)
            for one in bound
            for month in each_month(one.stated, text[: one.stated.start])
        ]
        if len(each) > 1:
            return list(each)
    return [min(bound, key=lambda one: one.is_published, default=None)]


def is_counted(text: str, phrase: EventPhrase) -> bool:
    """Whether it is said how many there were: "the last two inspections, in 2018 and 2022"."""
    return _TWO.search(text, max(0, phrase.start - 60), phrase.start) is not None


def _is_aside(text: str, phrase: EventPhrase, place: int) -> bool:
    """The inspection of "the third visit since the inspection, and took place on 4 May"."""
    return (
        place > 0
        and _SINCE_THE.search(text, max(0, phrase.start - 30), phrase.start) is not None
        and _GOES_ON.match(text, phrase.end) is not None
    )
