"""Judgements that a sentence asserts: a grade, and the area it was given for.

How areas are bound to grades belongs in `bound_areas`, what makes a word a grade in `grades`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.bound_areas import OVERALL, bound_areas, is_listed
from scrapers.minutes.inspections.every_area import are_judged
from scrapers.minutes.inspections.grades import GradeWord, grade_words
from scrapers.minutes.inspections.judged import (
    has_shared_subject,
    is_said_of_whole,
    names_several,
)
from scrapers.minutes.inspections.judgement_areas import NamedArea, named_areas
from scrapers.minutes.inspections.judges import is_said_by_others
from scrapers.minutes.inspections.whole_service import says_of_what

SAME = "same"  # "the previous inspection … determined the same judgement"

_BEFORE_NOW = Caseless(
    r"\b(?:previous(?:ly)?|former(?:ly)?|prior|earlier|preceding|historic(?:ally)?|old"
    r"|before (?:19|20)\d\d)\b"
)
# "In the years before the inspection in 2019 we had been rated good": not by that inspection.
_BEFORE_IT = Caseless(
    r"\b(?:before|prior to|until|up to) (?:the|its|our|their|that|this) (?:\w+ ){0,3}?"
    r"(?:inspection|ilacs|visit)\b"
)
# Words that look back, to no day unless the sentence has one.
_BACK_THEN = Caseless(
    r"\b(?:in the past|ago|until (?:then|that|this|the)|before (?:that|then|this|the)"
    r"|at (?:that|the) time|in those days|under (?:his|her|\w+'s) leadership)\b"
)
_JUDGED_ANEW = Caseless(
    r"\b(?:was|were|is|are|has been|have been) (?:now |then |since |subsequently )?"
    r"(?:found|judged|rated|graded)\b"
)
_PRONOUN = Caseless(r"\W*(?:(?:when|where|that|and|which) )?(?:it|they) (?:was|were|had|is|are)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR_AFTER = 110
_SAME = Caseless(r"\bsame (?:overall )?(?:judge?ment|grade|rating|outcome)\b")
_SAME_OF_AREA = Caseless(
    r"\b(?:judge?ment|grade|rating|outcome)s? (?:for|on) (?P<what>[^.;,]{3,90}?)"
    r" (?:was|were|had been) (?:also )?the same(?=\s*(?:$|[.;,]))"
)
_NEXT_ON_SCALE = Caseless(r"['\")\s,;:/-]*(?:or|and|to|then)?['\"(\s]*")
_SCALE = Caseless(r"\b(?:classifications?|categories|scale|(?:four|4)[- ]point)\b")


class Judgement(NamedTuple):
    """A grade asserted for a named area, or, where `area` is None, for the service as a whole."""

    grade: str
    area: str | None
    start: int
    end: int
    subject_start: int
    is_previous: bool = False
    is_kept: bool = False


def judgements(
    text: str, *, names: tuple[str, ...], is_apart: bool = False, of_inspection: bool = False
) -> list[Judgement]:
    """The judgements that a sentence asserts, in order; `names` are the councils it speaks of.

    `is_apart` is whether what was inspected has a name of its own, as children's homes have;
    `of_inspection` whether an inspection of the services is spoken of.
    """
    words = grade_words(text, of_inspection=of_inspection)
    if _is_scale(text, words):
        return []
    bound = bound_areas(text, words) if any(not word.is_denied for word in words) else []
    asserted = any(word.is_asserted for word in words)
    found: list[Judgement] = []
    for word, areas in zip(words, bound, strict=False):
        if word.is_denied:
            continue
        # "Good for leaders and outstanding for care leavers": the second needs no verb.
        is_given = word.is_asserted or (asserted and areas) or is_listed(text, areas, word)
        if is_given and not is_said_by_others(text[: word.start], text[word.end :]):
            found += _judgements_of(text, word, areas, names, words, is_apart=is_apart)
    if "same" in text.lower():
        found += (_same_judgement(text, match) for match in _SAME.finditer(text))
        found += _same_of_areas(text)
    return found


def _judgements_of(
    text: str,
    word: GradeWord,
    areas: list[NamedArea],
    names: tuple[str, ...],
    words: list[GradeWord],
    *,
    is_apart: bool,
) -> Iterator[Judgement]:
    named: list[str | None] = list(dict.fromkeys(area.area for area in areas))
    explicit = any(text[area.start : area.end].lower() != "overall" for area in areas)
    clause = text[word.subject_start : word.start]
    if areas and (earlier := _sharing(word, words)):
        # "Inadequate for leadership and inadequate overall": of what the first was said.
        clause = text[word.subject_start : earlier.start]
    after = text[word.end :]
    if explicit:
        # "The home was rated inadequate for leadership"
        lead = text[word.subject_start : words[0].start] if areas[0].start > word.end else ""
        if says_of_what(lead) and not is_said_of_whole(lead, after, names):
            return
    else:
        is_whole = (
            (is_apart and not names_several(clause))
            or is_listed(text, areas, word)
            or is_said_of_whole(clause, after, names)
            or has_shared_subject(clause, text, names)
        )
        if not (is_whole or are_judged(clause)) or _is_of_an_area_before(text, word, clause):
            return
        named = [OVERALL] if areas else []
    for name in named or [None]:
        yield Judgement(
            grade=word.grade,
            area=name,
            start=word.start,
            end=word.end,
            subject_start=word.subject_start,
            is_previous=word.is_left_behind or _looks_back(_of_itself(text, word, words), after),
            is_kept=word.is_kept,
        )


def _is_of_an_area_before(text: str, word: GradeWord, clause: str) -> bool:
    """ "Support for care leavers had grown since 2019, when it was judged": they are not all."""
    return _PRONOUN.match(clause) is not None and any(
        area.area != OVERALL for area in named_areas(text[: word.subject_start])
    )


def _sharing(word: GradeWord, words: list[GradeWord]) -> GradeWord | None:
    """The first grade of the clause, where one verb does for it and the grade."""
    first = next(one for one in words if one.subject_start == word.subject_start)
    return first if first is not word and first.is_asserted and not word.is_asserted else None


def _of_itself(text: str, word: GradeWord, words: list[GradeWord]) -> str:
    """The clause of a grade: "services previously judged good *were found inadequate*"."""
    earlier = max((one.end for one in words if one.end <= word.start), default=0)
    start = word.subject_start
    if earlier > start and (anew := _JUDGED_ANEW.search(text, earlier, word.start)):
        start = anew.start()
    return text[start : word.start]


def _looks_back(clause: str, after: str) -> bool:
    if _BEFORE_NOW.search(clause) or _BEFORE_IT.search(clause):
        return True
    if not _BACK_THEN.search(clause):
        return False
    return not (_YEAR.search(clause) or _YEAR.search(after[:_NEAR_AFTER]))


def _same_judgement(text: str, match: re.Match[str]) -> Judgement:
    before = text[: match.start()]
    is_previous = _BEFORE_NOW.search(before) is not None
    return Judgement(SAME, None, match.start(), match.end(), 0, is_previous=is_previous)


def _same_of_areas(text: str) -> Iterator[Judgement]:
    """ "The judgement for care leavers was the same": the one that was just told."""
    for match in _SAME_OF_AREA.finditer(text):
        for area in named_areas(match["what"]):
            yield Judgement(SAME, area.area, match.end() - len(SAME), match.end(), match.start())


def _is_scale(text: str, words: list[GradeWord]) -> bool:
    """Whether the sentence lists the grades there are rather than gives any."""
    if len({word.grade for word in words}) >= 3 and _SCALE.search(text):
        return True
    neighbours = [
        _NEXT_ON_SCALE.fullmatch(text, one.end, other.start) is not None
        for one, other in pairwise(words)
    ]
    return any(one and other for one, other in pairwise(neighbours))
