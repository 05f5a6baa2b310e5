"""Judgements that a sentence asserts: a grade, and the area it was given for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scrapers.minutes.inspections.grades import GradeWord, grade_words
from scrapers.minutes.inspections.judged import is_said_by_others, is_said_of_whole, says_of_what
from scrapers.minutes.inspections.judgement_areas import NamedArea, named_areas

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
    r"|were\b|except|apart\b|other\b|save\b|excluding|not\b|until\b"
    r"|since\b)[a-z'-]+\s+){0,6}(?:areas?\s*[:,-]\s*(?:the )?)?",
    re.IGNORECASE,
)
_OVERALL_AFTER = re.compile(r"['\")\s,]*(?:(?:rating|judge?ment|grade|service)\s+)?", re.IGNORECASE)
_LISTED = re.compile(
    r"[^.;\n]{0,60}?(?:[:|\t-]|\b(?:is|was|were|are)\b)\s*['\"(]{0,2}", re.IGNORECASE
)
# Of an area named in a word or two, "was" alone says little: "the offer to care leavers was good".
_LISTED_BRIEFLY = re.compile(r"[^.;\n]{0,60}?[:|\t-]\s*['\"(]{0,2}", re.IGNORECASE)
_IN_FULL = re.compile(
    r"experiences? and (?:the )?progress of[^.;]{0,80}$|impact of|effectiveness|help (?:and|&) prot"
    r"|leadership,? management,? (?:and|&) gov|achieving permanence",
    re.IGNORECASE,
)
# "The offer to care leavers", "health assessments for children in care": of something smaller.
_GOVERNED = re.compile(
    r"\b(?!(?:progress|judge?ments?|ratings?|grad(?:e|es|ing|ings)|outcomes?|areas?|services?"
    r"|effectiveness|results?|findings?|outstanding|good|improvement|inadequate"
    r"|including|namely|\w+(?:ed|ing)|given) )[a-z]\w+ (?:for|to|of|with|from|about|by|at)\s+"
    r"(?:the |our |all |its |both |those |some )*$"
    r"|\b(?:the|an?) (?!council|authority|service|borough|county|city|department|directorate"
    r"|inspect"
    r"|ofsted|report|local|area)\w+'s? (?:own )?$",
    re.IGNORECASE,
)
_POSSESSING = re.compile(r"(?:'s|(?<=s)') (?!experiences?\b|judge?ment|rating|grade)[a-z]")
_SAYS = re.compile(
    r"\b(?:said|told|felt|thought|believed|asked|reported|stated|explained|whose|how"
    r"|that (?:their|the|they|it))\b",
    re.IGNORECASE,
)
# "Overall, the feedback was good": an adverb, no judgement area.
_OVERALL_IS = re.compile(
    r"(?:[\s:|\t,'\"(-]|\b(?:ofsted(?:'s)?|effectiveness|judge?ments?|ratings?|grad(?:e|es|ing)"
    r"|outcomes?|result|finding|inspection|given|for|of|the|our|council(?:'s)?|children'?s"
    r"|social|care|services?|authority|department|was|were|is|are|as|to|be|been|had|has|an?|at"
    r"|judged|rated|graded|remain(?:s|ed)?|found|that)\b)*",
    re.IGNORECASE,
)
_AS_WERE = re.compile(
    r"['\")\s,]*(?:(?:and )?so|as) (?:too )?(?:had|have|has|were|was|did|is|are) (?:also )?"
    r"(?:been )?(?:the |both |its |our )*(?:experiences? and (?:the )?progress of (?:the )?)?",
    re.IGNORECASE,
)
_END_OF_ENTRY = re.compile(r"['\")\s.]*(?:$|[;,|\t])")
_SAID_OF_AREA = re.compile(
    r"^\s*['\"]?$|[:\t|(]|\s-\s"
    r"|\b(?:was|were|is|are|had|been|be|being|judge?d|judge?ment|rating|rated|graded?|deemed|found"
    r"|considered|as|of|remain\w*|requir\w*|received|given|awarded|a|an|at)\b",
    re.IGNORECASE,
)
_FARTHEST = 110
_BEFORE_NOW = re.compile(
    r"\b(?:previous(?:ly)?|former(?:ly)?|prior|earlier|preceding|historic(?:ally)?|old"
    r"|before (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# "In the years before the inspection in 2019 we had been rated good": not by that inspection.
_BEFORE_IT = re.compile(
    r"\b(?:before|prior to|until|up to) (?:the|its|our|their|that|this) (?:\w+ ){0,3}?"
    r"(?:inspection|ILACS|visit)\b",
    re.IGNORECASE,
)
# Words that look back, to no day unless the sentence has one.
_BACK_THEN = re.compile(
    r"\b(?:in the past|ago|until (?:then|that|this|the)|before (?:that|then|this|the)"
    r"|at (?:that|the) time|in those days|under (?:his|her|\w+'s) leadership)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
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


def judgements(text: str, *, names: tuple[str, ...]) -> list[Judgement]:
    """The judgements that a sentence asserts, in order; `names` are the councils it speaks of."""
    words = grade_words(text)
    if _is_scale(text, words):
        return []
    bound = _bound_areas(text, words) if any(not word.is_denied for word in words) else []
    asserted = any(word.is_asserted for word in words)
    found: list[Judgement] = []
    for word, areas in zip(words, bound, strict=False):
        if word.is_denied:
            continue
        # "Good for leaders and outstanding for care leavers": the second needs no verb.
        is_given = word.is_asserted or (asserted and areas) or _is_listed(text, areas, word)
        if is_given and not is_said_by_others(text[: word.start], text[word.end :]):
            found += _judgements_of(text, word, areas, names, words[0].start)
    found += (_same_judgement(text, match) for match in _SAME.finditer(text))
    return found


def _judgements_of(
    text: str, word: GradeWord, areas: list[NamedArea], names: tuple[str, ...], first: int
) -> Iterator[Judgement]:
    named = list(dict.fromkeys(area.area for area in areas))
    explicit = any(text[area.start : area.end].lower() != "overall" for area in areas)
    clause = text[word.subject_start : word.start]
    after = text[word.end :]
    if explicit:
        # "The home was rated inadequate for leadership"
        lead = text[word.subject_start : first] if areas[0].start > word.end else ""
        if says_of_what(lead) and not is_said_of_whole(lead, after, names):
            return
    else:
        if not (_is_listed(text, areas, word) or is_said_of_whole(clause, after, names)):
            return
        named = [OVERALL] if areas else []
    for name in named or [None]:
        yield Judgement(
            grade=word.grade,
            area=name,
            start=word.start,
            end=word.end,
            subject_start=word.subject_start,
            is_previous=word.is_left_behind or _looks_back(clause, after),
            is_kept=word.is_kept,
        )


def _looks_back(clause: str, after: str) -> bool:
    if _BEFORE_NOW.search(clause) or _BEFORE_IT.search(clause):
        return True
    is_dated = _YEAR.search(clause) or _YEAR.search(after[:_FARTHEST])
    return _BACK_THEN.search(clause) is not None and not is_dated


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
        governed = _GOVERNED.search(text, max(0, group[0].start - 50), group[0].start)
        if governed or _POSSESSING.match(text, group[-1].end):
            continue
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
        if given.fullmatch(between) or _AS_WERE.fullmatch(between):
            return before
    if after is not None and words[after].start - end <= _FARTHEST:
        between = text[end : words[after].start]
        if text[start:end].lower() == "overall":
            return after if _OVERALL_IS.fullmatch(between) else None
        if ";" not in between and _SAID_OF_AREA.search(between) and not _SAYS.search(between):
            return after
    return None


def _is_listed(text: str, areas: list[NamedArea], word: GradeWord) -> bool:
    """ "Overall effectiveness: good", a list entry or a table row of its own."""
    if not areas or areas[-1].end > word.start:
        return False
    is_last = _END_OF_ENTRY.match(text, word.end) is not None
    named_at = max(0, areas[0].start - 80)
    in_full = _IN_FULL.search(text[named_at : areas[-1].end]) or areas[-1].area == OVERALL
    listed = _LISTED if in_full else _LISTED_BRIEFLY
    return is_last and listed.fullmatch(text, areas[-1].end, word.start) is not None
