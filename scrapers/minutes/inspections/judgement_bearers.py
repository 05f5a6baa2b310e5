"""Which event of its sentence a judgement is of, and which date stands beside it."""

from collections.abc import Sequence

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.dates_of_grades import goes_on
from scrapers.minutes.inspections.event_dates import SentenceDate
from scrapers.minutes.inspections.events import EventPhrase
from scrapers.minutes.inspections.judgements import Judgement
from scrapers.minutes.inspections.regimes import NOT_OURS, cues

# Regimes whose grades are given to their own events only, never to the council's inspection.
GRADED_APART = (
    "CQC_ASC",
    "HMIP_YJ",
    "SCCIF_FOSTERING",
    "SCCIF_CHILDRENS_HOME",
    "CIW",
    "LSCB_REVIEW",
)
# None of these grades a council: "the Council was judged good, whereas its children's home …".
NO_COUNCILS = ("SCCIF_FOSTERING", "SCCIF_CHILDRENS_HOME", "LSCB_REVIEW")
COUNCIL = Caseless(r"\b(?:the|this|our) (?:council|local authority|authority)\b(?!'s)")
_ONE_BY_ONE = Caseless(
    r"\b(?:respectively|latter|former|first|second|then|later|before|improved|one of"
    r"|most recent)\b"
)
_FARTHEST_RIGHT = 80
_FARTHEST_DATE = 80
_REACH_BEFORE_CLAUSE = 60
_GRADE = Caseless(r"\b(?:outstanding|good|requir\w+ improvement|inadequate)\b")
_GRADE_IN = Caseless(
    r"(?:outstanding|good|improvement|inadequate)['\")]{0,2} "
    r"(?:(?:judge?ment |rating )?(?:in|of) |\()$"
)
# "Deemed inadequate following a full inspection", but not "good progress since the last one".
_NOT_OF_IT = Caseless(
    r"[;:]|\b(?:since|before|until|prior|next|last|previous|progress|improve\w*|there|but|and"
    r"|whereas|while|whilst|although|though|however)\b"
    r"|, which (?:was|is|had been)\b"
)
_AT_ITS = Caseless(
    r"['\")]{0,2},? (?:overall )?(?:by ofsted )?(?:at|in|by|during|from|following|since) "
    r"(?:its|the|their|our|an) (?:\w+ ){0,3}"
    r"|['\")]{0,2},? (?:overall )?when (?:ofsted|inspectors|(?:it|they|we|the (?:council|authority"
    r"|services?))"
    r" (?:was|were|had been)) (?:(?:last|previously|first|most|recently|then) )*"
)
# "… to Outstanding, the Inadequate judgement dating from the inspection of 2018"
_OTHERS_JUDGEMENT = Caseless(
    r"\b(?:the|an?|its|whose|that) ['\"]?(?:outstanding|good|requir\w+ improvement"
    r"|inadequate)['\"]?"
    r" (?:\w+ )?(?:judge?ment|rating|grade|finding)\b"
)
_BESIDE = Caseless(
    r"['\"()\s,]*(?:(?:(?:by |from )?ofsted,?|given|made|issued|overall|judge?ment|rating|grade"
    r"|category|finding|following|followed|back"
    r"|that|which|(?:the|this) (?:council|authority)|it|had|received|awarded"
    r"|for (?:the |its |our )?(?:[\w']+ ){0,3}"
    r"(?:services?|social care|department|directorate|council|authority),?"
    r"|as|judged|rated|graded|when|inspected|last|was|were|had been"
    r"|in all (?:(?:of )?the )?(?:\w+ )?(?:judgement )?(?:areas|judgements|categories)"
    r"|again|an|the|inspection)\s+)*(?:in|of|on|at|since|during|from|\()?\s*"
    r"(?:the |late |early |mid[- ])?"
)


_AS_BEFORE = Caseless(
    r"['\")]{0,2},? (?:(?:which|and|this|it) )?(?:(?:was|is|were|had been) )?"
    r"(?:for (?:a|the) \w+ time,? (?:ofsted|inspectors) having (?:come to|reached) the same \w+|"
    r"unchanged (?:from|since)|the same (?:\w+ )?as(?: that)?|as it (?:was|had been)) (?:the )?"
    r"(?:(?:inspection )?(?:in|of) )?(?:early |late )?(?:(?:[a-z]{3,9} )?(?:19"
    r"|20)\d\d,? and (?:in |of )?)*"
)
# "Found to require improvement, when in 2015 they were inadequate": the next grade's year.
_NEXT_GRADES = Caseless(
    r",? (?:[\w']+ ){1,5}?(?:was|were|had been|is|are)\b[^.;,]{0,40}?"
    r"\b(?:outstanding|good|improvement|inadequate)\b"
)
_GIVEN_BY_ANOTHER = Caseless(
    r"['\")]{0,2},? (?:by|from) (?:the )?(?:cqc|care quality|hmicfrs|estyn|hmip|hmi probation"
    r"|hm inspectorate)"
)


# A portfolio has other things in it too, of which nothing is said.
_SPEAKER = Caseless(
    r"\b(?:executive|cabinet|lead|portfolio) (?:member|holder|councillor) for [^.;]{0,80}? that "
)


def regime_of(text: str, judgement: Judgement) -> str | None:
    """The regime that the judgement's own clause names nearest before the grade."""
    start, end = judgement.subject_start, judgement.start
    named = [cue for cue in cues(text) if start <= cue.start and cue.end <= end]
    if named and (speaker := _SPEAKER.search(text, start, end)):
        named = [cue for cue in named if speaker.end() <= cue.start]
    if not named and _GIVEN_BY_ANOTHER.match(text, judgement.end):
        return NOT_OURS
    return named[-1].regime if named else None


def bearer(
    text: str,
    judgement: Judgement,
    phrases: Sequence[EventPhrase],
    dates: Sequence[SentenceDate],
) -> int | None:
    """The place of the event phrase that the judgement is of; None where the sentence has none."""
    if date_beside(text, judgement, dates, phrases):
        return None
    regime = regime_of(text, judgement)
    if regime == NOT_OURS:
        return None
    is_councils = any(phrase.family in NO_COUNCILS for phrase in phrases) and COUNCIL.search(
        text, judgement.subject_start, judgement.start
    )
    fitting = [
        place
        for place, phrase in enumerate(phrases)
        if phrase.is_graded_kind
        and (phrase.is_previous == judgement.is_previous or _is_its_own(phrase, judgement, phrases))
        and (regime not in GRADED_APART or phrase.family == regime)
        and not (is_councils and phrase.family in NO_COUNCILS)
    ]
    after = next((n for n, p in enumerate(phrases) if p.start >= judgement.end), None)
    if after is not None and phrases[after].is_previous and _is_at(text, judgement, phrases[after]):
        return after if phrases[after].is_graded_kind else None
    left = [place for place in fitting if phrases[place].end <= judgement.start]
    if left:
        return left[-1]
    return next((p for p in fitting if _is_linked_right(text, judgement, phrases[p])), None)


def date_beside(
    text: str,
    judgement: Judgement,
    dates: Sequence[SentenceDate],
    phrases: Sequence[EventPhrase],
) -> SentenceDate | None:
    """A date beside the judgement that no event phrase has taken: "judged inadequate in 2020"."""
    for one in dates:
        gap = text[judgement.end : one.stated.start]
        if (
            one.stated.start >= judgement.end
            and len(gap) <= _FARTHEST_DATE
            and _BESIDE.fullmatch(gap)
            and not _NEXT_GRADES.match(text, one.stated.end)
            and not is_as_before(text, judgement, one)
            and (
                one.phrase is None or phrases[one.phrase].is_graded_kind or _is_behind(one, phrases)
            )
        ):
            return None if one.phrase is not None and phrases[one.phrase].is_graded_kind else one
    free = [one for one in dates if one.phrase is None]
    published = [one for one in free if one.is_published]
    if len(published) == 1 and not any(phrase.is_graded_kind for phrase in phrases):
        return published[0]
    earliest = judgement.subject_start - _REACH_BEFORE_CLAUSE
    before = [
        one
        for one in free
        if earliest <= one.stated.start < judgement.start
        and not _is_of_another_grade(text, one, judgement)
    ]
    if before and not _has_phrase(before[-1].stated.end, judgement, phrases):
        return before[-1]
    return None if phrases else _only_date_behind(text, judgement, dates)


def _only_date_behind(
    text: str, judgement: Judgement, dates: Sequence[SentenceDate]
) -> SentenceDate | None:
    """The one date of a sentence that goes on with its grade: "for the second time in 2022"."""
    if len(dates) != 1 or dates[0].is_since or dates[0].is_published:
        return None
    if is_as_before(text, judgement, dates[0]):
        return None
    return dates[0] if goes_on(text, judgement.end, dates[0].stated.start) else None


def is_as_before(text: str, judgement: Judgement, one: SentenceDate) -> bool:
    """Whether a date is of an earlier inspection that gave the same: "unchanged from 2018"."""
    return (
        one.phrase is None
        and one.stated.start > judgement.end
        and _AS_BEFORE.fullmatch(text, judgement.end, one.stated.start) is not None
    )


def _is_behind(one: SentenceDate, phrases: Sequence[EventPhrase]) -> bool:
    """Whether the visits that a date was given to come after it: "in 2019 six visits followed"."""
    return one.phrase is not None and one.stated.end <= phrases[one.phrase].start


def is_of_each(text: str, asserted: Sequence[Judgement]) -> bool:
    """Whether one grade was given by all of several inspections: "both judged us inadequate"."""
    return len({one.grade for one in asserted}) == 1 and _ONE_BY_ONE.search(text) is None


def _is_its_own(phrase: EventPhrase, judgement: Judgement, phrases: Sequence[EventPhrase]) -> bool:
    """Whether "the inspection before that one" is the subject of the judgement's own clause."""
    return (
        phrase.is_previous
        and judgement.subject_start <= phrase.start
        and phrase.end <= judgement.start
        and not any(
            other.is_graded_kind and phrase.end <= other.start < judgement.start
            for other in phrases
        )
    )


def _is_linked_right(text: str, judgement: Judgement, phrase: EventPhrase) -> bool:
    between = text[judgement.end : phrase.start]
    if len(between) > _FARTHEST_RIGHT or _OTHERS_JUDGEMENT.search(between):
        return False
    return _is_at(text, judgement, phrase) or _NOT_OF_IT.search(between) is None


def _is_at(text: str, judgement: Judgement, phrase: EventPhrase) -> bool:
    return _AT_ITS.fullmatch(text, judgement.end, phrase.start) is not None


def _is_of_another_grade(text: str, one: SentenceDate, judgement: Judgement) -> bool:
    """Whether a date is another grade's: the 2016 of "from inadequate in 2016 to good".

    So is that of "in May 2022 it was judged good, having previously been inadequate".
    """
    before = text[max(0, one.stated.start - 30) : one.stated.start]
    if judgement.is_previous and _GRADE.search(text, one.stated.end, judgement.start):
        return True
    return _GRADE_IN.search(before) is not None


def _has_phrase(start: int, judgement: Judgement, phrases: Sequence[EventPhrase]) -> bool:
    return any(
        start <= phrase.start < judgement.end and phrase.is_graded_kind for phrase in phrases
    )
