"""For which judgement areas a grade word of a sentence was given.

Which areas there are belongs in `judgement_areas`, whether the grade is asserted in `grades`.
"""

import re
from collections.abc import Iterator

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.grades import GradeWord
from scrapers.minutes.inspections.judgement_areas import NamedArea, named_areas

OVERALL = "overall_effectiveness"

# Word by word, so that no text can be read in more ways than one.
_IN_A_LIST = Caseless(
    r"(?:[\s,&(-]|\b(?:and|also|for|of|in|to|the|both|its|all|our|experiences?|progress|area|services"
    r"|namely)\b|on social work practice"
    r"|(?:two|three|four) (?:of the (?:three|four|five) )?(?:sub-)?(?:judge?ments|areas)"
    r"|with children and families|and young people|and families)*"
)
_GIVEN_FOR = Caseless(
    r"['\")\s,]*(?:overall\s+(?:and|both)\s+)?(?:(?:overall|had|been|judge?ments?|ratings?|grades?|grading|were|was|received|given|awarded"
    r"|achieved|obtained|also)\s+)*(?:(?:for|in|on|across|against|regarding|with regards? to)\b|\()"
    r"\s*(?:the |both |its |our )?(?:experiences? and (?:the )?progress of )?(?:(?!with\b|and\b"
    r"|but\b|was\b"
    r"|were\b|except|apart\b|other\b|save\b|excluding|not\b|until\b"
    r"|since\b)[a-z'-]+\s+){0,6}(?:areas?\s*[:,-]\s*(?:the )?)?"
)
_OVERALL_AFTER = Caseless(r"['\")\s,]*(?:(?:rating|judge?ment|grade|service)\s+)?")
_LISTED = Caseless(r"[^.;\n]{0,60}?(?:[:|\t-]|\b(?:is|was|were|are)\b)\s*['\"(]{0,2}")
# Of an area named in a word or two, "was" alone says little: "the offer to care leavers was good".
_LISTED_BRIEFLY = Caseless(r"[^.;\n]{0,60}?[:|\t-]\s*['\"(]{0,2}")
_IN_FULL = Caseless(
    r"experiences? and (?:the )?progress of[^.;]{0,80}$|impact of|effectiveness|help (?:and|&) prot"
    r"|leadership,? management,? (?:and|&) gov|achieving permanence"
)
# "The offer to care leavers", "health assessments for children in care": of something smaller.
_GOVERNED = Caseless(
    r"\b(?!(?:that|was|were|experiences?|progress|judge?ments?|ratings?|grad(?:e|es|ing|ings)|outcomes?|areas?|services?"
    r"|effectiveness|exception|apart|results?|findings?|outstanding|good|improvement|inadequate"
    r"|including|namely|those|section|\w+(?:ed|ing)|given) )"
    r"[a-z]\w+ (?:for|to|of|with|from|about|by|at)\s+"
    r"(?:the |our |all |its |both |those |some )*$"
    r"|\b(?:the|an?) (?!council|authority|service|borough|county|city|department|directorate"
    r"|inspect"
    r"|ofsted|report|local|area)\w+'s? (?:own )?$"
)
_POSSESSING = re.compile(
    r"(?:'s|(?<=s)') (?!experiences?\b|services?\b|judge?ment|rating|grade)[a-z]"
)
_SAYS = Caseless(
    r"\b(?:said|told|felt|thought|believed|asked|reported|stated|explained|whose|how"
    r"|that (?:their|the|they|it))\b"
)
# "Overall, the feedback was good": an adverb, no judgement area.
_OVERALL_IS = Caseless(
    r"(?:[\s:|\t,'\"(-]|\b(?:ofsted(?:'s)?|effectiveness|judge?ments?|ratings?|grad(?:e|es|ing)"
    r"|outcomes?|result|finding|inspection|given|for|of|the|our|council(?:'s)?|children'?s"
    r"|social|care|services?|authority|department|was|were|is|are|as|to|be|been|had|has|an?|at"
    r"|judged|rated|graded|remain(?:s|ed)?|found|that)\b)*"
)
_AS_WERE = Caseless(
    r"['\")\s,]*(?:overall[\s,]*)?(?:(?:and )?so|as) (?:too )?(?:had|have|has|were|was|did|is"
    r"|are) (?:also )?"
    r"(?:been )?(?:the |both |its |our )*(?:experiences? (?:and (?:the )?progress )?of (?:the )?"
    r"|services for |judge?ments? (?:for|on) )?"
)
# "The impact of leaders and help and protection both required improvement": itself the verb.
_REQUIRED = Caseless(r"[\s,]*(?:(?:all|both|each|also|still|now|which|where it)\s+)*['\"(]{0,2}")
_END_OF_ENTRY = re.compile(r"['\")\s.]*(?:$|[;,|\t])")
_SAID_OF_AREA = Caseless(
    r"^\s*['\"]?$|[:\t|(]|\s-\s"
    r"|\b(?:was|were|is|are|had|been|be|being|judge?d|judge?ment|rating|rated|graded?|deemed|found"
    r"|considered|as|of|remain\w*|requir\w*|received|given|awarded|a|an|at)\b"
)
# "…, namely help and protection, while the judgement for care leavers was …": another's grade.
_BUT = Caseless(r";|\b(?:while|whilst|whereas|but|although|though)\b|(?<!, )\bhowever\b")
_FARTHEST = 110
_CLOSE = 2  # a space, and a bracket or a quotation mark


def bound_areas(text: str, words: list[GradeWord]) -> list[list[NamedArea]]:
    """For each grade word the areas it was given for."""
    bound: list[list[NamedArea]] = [[] for _ in words]
    if not words:
        return bound
    for group in _groups(text, words):
        governed = _GOVERNED.search(text, max(0, group[0].start - 50), group[0].start)
        if governed or _POSSESSING.match(text, group[-1].end):
            continue
        place = _grade_of(text, group, words)
        if place is not None:
            bound[place] += group
    for place, word in enumerate(words[:-1]):
        # "Help and protection had moved from inadequate to good": both are of it.
        later = bound[place + 1]
        if word.is_left_behind and all(area.start > words[place + 1].end for area in later):
            bound[place + 1] = [*(a for a in bound[place] if a.end <= word.start), *later]
    for word, areas in zip(words, bound, strict=True):
        if any(area.area != OVERALL for area in areas):
            # "Children in care was judged overall as good" grades children in care.
            areas[:] = [
                a
                for a in areas
                if text[a.start : a.end].lower() != "overall" or _is_of_word(a, [word])
            ]
    return bound


def _groups(text: str, words: list[GradeWord]) -> Iterator[list[NamedArea]]:
    group: list[NamedArea] = []
    for area in named_areas(text):
        if text[area.start : area.end].lower() == "overall" and _is_of_word(area, words):
            # "Good overall and the experiences of … outstanding": the end of a clause.
            if group:
                yield group
                group = []
            yield [area]
            continue
        if group and not _IN_A_LIST.fullmatch(text, group[-1].end, area.start):
            yield group
            group = []
        group.append(area)
    if group:
        yield group


def _is_of_word(area: NamedArea, words: list[GradeWord]) -> bool:
    """Whether an area stands right behind one of the grades: "inadequate overall"."""
    return any(0 <= area.start - word.end <= _CLOSE for word in words)


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
        is_verb = words[after].grade == "requires_improvement" and _REQUIRED.fullmatch(between)
        if (
            not _BUT.search(between)
            and (is_verb or _SAID_OF_AREA.search(between))
            and not _SAYS.search(between)
        ):
            return after
    return None


def is_listed(text: str, areas: list[NamedArea], word: GradeWord) -> bool:
    """ "Overall effectiveness: good", a list entry or a table row of its own."""
    areas = [area for area in areas if area.end <= word.start]  # not those of "as was …"
    if not areas:
        return False
    is_last = _END_OF_ENTRY.match(text, word.end) is not None
    named_at = max(0, areas[0].start - 80)
    in_full = _IN_FULL.search(text[named_at : areas[-1].end]) or areas[-1].area == OVERALL
    listed = _LISTED if in_full else _LISTED_BRIEFLY
    is_term = text.endswith("to be good", 0, word.end)  # as nobody but Ofsted says it
    if (in_full or is_term) and word.grade == "requires_improvement" and is_last:
        return _REQUIRED.fullmatch(text, areas[-1].end, word.start) is not None or (
            listed.fullmatch(text, areas[-1].end, word.start) is not None
        )
    return is_last and listed.fullmatch(text, areas[-1].end, word.start) is not None
