"""Judgements that a sentence asserts: a grade, and the area it was given for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scrapers.minutes.grades import GradeWord, grade_words
from scrapers.minutes.judgement_areas import NamedArea, named_areas

OVERALL = "overall_effectiveness"
SAME = "same"  # "the previous inspection … determined the same judgement"

_PREFIX = (
    r"(?:the |both |its |all |our )*(?:experiences? and (?:the )?progress of |area of )*(?:the )?"
)
_IN_A_LIST = re.compile(
    rf"(?:[\s,&(-]|\band\b|\balso\b|\bfor\b|\bin\b|\bto\b|{_PREFIX}|on social work practice"
    r"|with children and families|and young people|and families)*",
    re.IGNORECASE,
)
_GIVEN_FOR = re.compile(
    r"['\")\s,]*(?:(?:overall|judge?ments?|ratings?|grades?|grading|were|was|received|given|awarded"
    r"|achieved|obtained|also)\s+)*(?:(?:for|in|on|across|against|regarding|with regards? to)\b|\()"
    r"\s*(?:the |both )?(?:experiences? and (?:the )?progress of )?(?:(?!with\b|and\b|but\b|was\b"
    r"|were\b)[a-z'-]+\s+){0,6}(?:areas?\s*[:,-]\s*(?:the )?)?",
    re.IGNORECASE,
)
_OVERALL_AFTER = re.compile(r"['\")\s,]*(?:(?:rating|judge?ment|grade|service)\s+)?", re.IGNORECASE)
_LISTED = re.compile(
    r"[^.;\n]{0,60}?(?:[:|\t-]|\b(?:is|was|were|are)\b)\s*['\"(]{0,2}", re.IGNORECASE
)
_END_OF_ENTRY = re.compile(r"['\")\s.]*(?:$|[;,|\t])")
_SAID_OF_AREA = re.compile(
    r"^\s*['\"]?$|[:\t|(]|\s-\s"
    r"|\b(?:was|were|is|are|had|been|be|being|judge?d|judge?ment|rating|rated|graded?|deemed|found"
    r"|considered|as|of|remain\w*|requir\w*|received|given|awarded|a|an|at)\b",
    re.IGNORECASE,
)
_FARTHEST = 110
_IN_SOME_AREAS = re.compile(
    r"['\")]{0,2},? (?:in|across|for|on) (?!all\b)(?:\w+ ){1,3}?(?:areas|judgements|categories"
    r"|elements)\b",
    re.IGNORECASE,
)

# Grades of these are not the council's overall grade.
_SMALLER = re.compile(
    r"\b(?:(?<!all )(?<!all of the )(?<!all key )(?<!all four )(?:areas?|elements?|aspects?"
    r"|features?)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|both) (?:was|were|had|are|of (?:the"
    r"|them|its|our))"
    r"|some|few|several|many|most(?! recent)|majority|number of|practice|partnerships?|front door"
    r"|teams?|MASH"
    r"|early help|provision|boards?|agency|agencies|visits?|virtual school|fostering|adoption"
    r"|supervision|staff\w*|sufficiency|training|per cent|percentage|providers?|settings?|homes?"
    r"|data|quality|neighbours?|neighbouring|authorities|councils|councillors?|communication"
    r"|relationships?|response|placements?|records?|recording|assessments?|schools?|work(?:force"
    r"|load)"
    r"|oversight|decision[- ]making|thresholds?|engagement|participation|voice|morale|attendance"
    r"|housing|accommodation|mental health|CAMHS|care plan\w*|pathway plans?|audits?)\b"
    r"|\d ?%",
    re.IGNORECASE,
)
_NOT_SMALLER = re.compile(
    r"\ball (?:of )?(?:the )?(?:\w+ ){0,2}(?:areas|elements|aspects|judgements)\b"
    r"|\b(?:only|first|one of|\d+ of \d+)\b[^.;]{0,60}\b(?:authorities|councils)\b|\bsocial work\b"
    r"|\b(?:safeguarding )?children'?s? board\b|\bLSCB\b|\bfostering (?:service|agency)\b"
    r"|\bchildren'?s home\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:which|that|whereby|where|and)\b", re.IGNORECASE)
_WHOLE_SERVICE = re.compile(
    r"\b(?:services|service|council|authority|department|effectiveness|inspection|Ofsted|it"
    r"|they)\b",
    re.IGNORECASE,
)
_BEFORE_NOW = re.compile(r"\b(?:previous(?:ly)?|formerly|prior|earlier|preceding)\b", re.IGNORECASE)
_SAME = re.compile(r"\bsame (?:overall )?(?:judge?ment|grade|rating|outcome)\b", re.IGNORECASE)
_NEXT_ON_SCALE = re.compile(r"['\")\s,;:/-]*(?:or|and|to|then)?['\"(\s]*", re.IGNORECASE)
_SCALE = re.compile(r"\b(?:classifications?|categories|scale|(?:four|4)[- ]point)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade asserted for a named area, or, where `area` is None, for the service as a whole."""

    grade: str
    area: str | None
    start: int
    end: int
    subject_start: int
    is_previous: bool = False
    is_kept: bool = False


def judgements(text: str) -> list[Judgement]:
    """The judgements that a sentence asserts, in order."""
    words = grade_words(text)
    if _is_scale(text, words):
        return []
    bound = _bound_areas(text, words)
    asserted = any(word.is_asserted and not word.is_denied for word in words)
    found: list[Judgement] = []
    for place, word in enumerate(words):
        areas = bound[place]
        if word.is_denied:
            continue
        # "Good for leaders and outstanding for care leavers": the second needs no verb.
        if word.is_asserted or (asserted and areas) or _is_listed(text, areas, word):
            found += _judgements_of(text, word, areas)
    found += (_same_judgement(text, match) for match in _SAME.finditer(text))
    return found


def _judgements_of(text: str, word: GradeWord, areas: list[NamedArea]) -> Iterator[Judgement]:
    names = list(dict.fromkeys(area.area for area in areas))
    explicit = any(text[area.start : area.end].lower() != "overall" for area in areas)
    clause = text[word.subject_start : word.start]
    if not explicit:
        if _SMALLER.search(_NOT_SMALLER.sub(" ", _subject(clause))):
            return
        if _IN_SOME_AREAS.match(text, word.end):
            return
        names = [OVERALL] if areas else []
    for name in names or [None]:
        yield Judgement(
            grade=word.grade,
            area=name,
            start=word.start,
            end=word.end,
            subject_start=word.subject_start,
            is_previous=word.is_left_behind or _BEFORE_NOW.search(clause) is not None,
            is_kept=word.is_kept,
        )


def _subject(clause: str) -> str:
    """The clause from its own subject on, past "the Board heard of an inspection which found"."""
    last = clause
    for found in _RELATIVE.finditer(clause):
        last = clause[found.end() :]
    return last if _WHOLE_SERVICE.search(last) else clause


def _same_judgement(text: str, match: re.Match[str]) -> Judgement:
    before = text[: match.start()]
    is_previous = _BEFORE_NOW.search(before) is not None
    return Judgement(SAME, None, match.start(), match.end(), 0, is_previous=is_previous)


def _is_scale(text: str, words: list[GradeWord]) -> bool:
    """Whether the sentence lists the grades there are rather than gives any."""
    if len({word.grade for word in words}) >= 3 and _SCALE.search(text):
        return True
    neighbours = [
        _NEXT_ON_SCALE.fullmatch(text, one.end, other.start) is not None
        for one, other in pairwise(words)
    ]
    return any(one and other for one, other in pairwise(neighbours))


def _bound_areas(text: str, words: list[GradeWord]) -> list[list[NamedArea]]:
    """For each grade word the areas it was given for."""
    bound: list[list[NamedArea]] = [[] for _ in words]
    if not words:
        return bound
    for group in _groups(text):
        place = _grade_of(text, group, words)
        if place is not None:
            bound[place] += group
    for areas in bound:
        if any(area.area != OVERALL for area in areas):
            # "Children in care was judged overall as good" grades children in care.
            areas[:] = [a for a in areas if text[a.start : a.end].lower() != "overall"]
    return bound


def _groups(text: str) -> Iterator[list[NamedArea]]:
    group: list[NamedArea] = []
    for area in named_areas(text):
        if group and not _IN_A_LIST.fullmatch(text, group[-1].end, area.start):
            yield group
            group = []
        group.append(area)
    if group:
        yield group


def _grade_of(text: str, group: list[NamedArea], words: list[GradeWord]) -> int | None:
    start, end = group[0].start, group[-1].end
    before = max((n for n, word in enumerate(words) if word.end <= start), default=None)
    after = min((n for n, word in enumerate(words) if word.start >= end), default=None)
    if before is not None:
        between = text[words[before].end : start]
        is_overall = text[start:end].lower() == "overall"
        given = _OVERALL_AFTER if is_overall else _GIVEN_FOR
        if given.fullmatch(between):
            return before
    if after is not None and words[after].start - end <= _FARTHEST:
        between = text[end : words[after].start]
        if ";" not in between and _SAID_OF_AREA.search(between):
            return after
    return None


def _is_listed(text: str, areas: list[NamedArea], word: GradeWord) -> bool:
    """ "Overall effectiveness: good", a list entry or a table row of its own."""
    if not areas or areas[-1].end > word.start:
        return False
    is_last = _END_OF_ENTRY.match(text, word.end) is not None
    return is_last and _LISTED.fullmatch(text, areas[-1].end, word.start) is not None
