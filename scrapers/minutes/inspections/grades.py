"""Grade words in a sentence, each weighed: asserted, denied, or left behind by a movement.

What asserts a grade belongs in `assertions`, what denies it in `grade_denials`; what was graded in
`judgements`.
"""

import re
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.assertions import STAYED, is_said
from scrapers.minutes.inspections.grade_denials import is_denied, is_no_grade, is_one_of_two
from scrapers.minutes.inspections.movements import (
    begins_of_move,
    is_end_of_dated_move,
    is_left_behind,
    is_moved_to,
    is_next_of_dated,
    start_of_dated_score,
)

_GRADE = Caseless(
    r"\b(?:(?P<outstanding>outstanding)|(?P<good>good)"
    r"|(?P<requires_improvement>requir(?:e|es|ed|ing)[ -]improvements?"
    r"(?: to be (?:rated |judged )?['\"]?good\b)?)"
    r"|(?P<inadequate>inadequate)|(?P<adequate>adequate))\b"
)
_GOES_ON = r"(?=(?:that|which|who|it|they|was|were|had|has|also)\b)"
_CONTRAST = r"(?:but|although|however|though|whilst|while|whereas)\b"
_BECAUSE = r"(?:because|as) (?=(?:ofsted|inspectors) (?:had|has)\b)"
_HAVING_BEEN = r"(?=[^,;.]{1,40} having (?:\w+ )?been )"
# By the character that it begins with: `re` looks no further at any other.
_CLAUSE_BREAK = Caseless(
    rf";|:\s|\t|\||, (?:{_GOES_ON}|{_CONTRAST}|(?=with |and |where |when )|{_BECAUSE}"
    r"|(?=(?:the )?(?:latest|last|most recent|second|first) of (?:which|these|them)\b)"
    rf"|{_HAVING_BEEN}"
    r"|(?=the (?:\w+ )?(?:outcome|judge?ment|result|grade|rating)s? (?:of which|was|being)\b))"
    rf"| (?:(?:and|but) {_GOES_ON}"
    r"|since (?=(?:the|its?|they|our|we|services|children|being|having|ofsted|inspectors)\b)"
    rf"|{_CONTRAST}|{_BECAUSE}|of {_HAVING_BEEN}"
    r"|(?:following|after) (?=(?:the|its|our|their|ofsted's) ['\"(]{0,2}$))"
)
_NO_SUBJECT = Caseless(
    r"\s*(?:and |but )?(?:was|were|had|has|have|is|are|also|been|be|being|which|who|rated|judged)\b"
)
_KEPT = Caseless(rf"\b(?:{STAYED}|maintained|retained|kept|again|still)\b")
_LONGEST_CELL = 60
_REST_OF_CELL = re.compile(r"[\W\d]*(?:to be|good)?\W*")
_LOOK_BACK = 240
_MOST_IN_A_SENTENCE = 16  # more is no sentence but a table of many inspections


class GradeWord(NamedTuple):
    """A grade where a sentence has it; `subject_start` is where what it is said of begins."""

    grade: str
    start: int
    end: int
    subject_start: int  # of the clause, or of an earlier one whose subject it shares
    is_asserted: bool
    is_denied: bool
    is_left_behind: bool = False  # the "inadequate" of "improved from inadequate to good"
    is_kept: bool = False  # "remained inadequate"


def grade_words(text: str, *, of_inspection: bool) -> list[GradeWord]:
    """The grade words of a sentence, in order, each weighed."""
    found = list(_GRADE.finditer(text))
    if len(found) > _MOST_IN_A_SENTENCE:
        return []
    words = [_weighed(text, one, of_inspection=of_inspection) for one in found]
    for place, other in enumerate(words[1:], 1):
        words[place] = _in_sequence(text, words[place - 1], other)
    return words


def _in_sequence(text: str, one: GradeWord, other: GradeWord) -> GradeWord:
    """A grade with what it shares with the one before it: verb, subject, movement."""
    if not one.is_asserted or is_no_grade(text, other.end):
        return other
    between = text[one.end : other.start]
    if is_next_of_dated(text, one.end, other.start, other.end):
        is_free = not is_denied(text, other.start, other.end, between)
        return (
            one._replace(grade=other.grade, start=other.start, end=other.end) if is_free else other
        )
    if (
        one.is_left_behind
        and not other.is_denied
        and is_end_of_dated_move(text, one.end, other.start)
    ):
        return other._replace(is_asserted=True)
    return other


def grade_of(cell: str) -> str | None:
    """The grade that a table cell consists of."""
    found = _GRADE.search(cell[:_LONGEST_CELL])
    return found.lastgroup if found and _REST_OF_CELL.fullmatch(_GRADE.sub("", cell)) else None


def _weighed(text: str, found: re.Match[str], *, of_inspection: bool) -> GradeWord:
    start, end = found.span()
    grade = found.lastgroup or ""
    if is_no_grade(text, end):
        # So it is with most: "good progress". What stands before it need not be read.
        return GradeWord(grade, start, end, start, is_asserted=False, is_denied=True)
    lead = text[max(0, start - _LOOK_BACK) : start]
    clause_start, subject_start = _clause_starts(text, start)
    clause = text[clause_start:start]
    move = begins_of_move(text, end, clause)
    moved_from = move is not None or is_left_behind(text, end, clause)
    said = clause if move is None else clause[:move]  # "the journey" itself denies no date
    known = start_of_dated_score(text, start, end)
    if known is None and (
        is_denied(text, start, end, said)
        or (is_one_of_two(text, start) and not (moved_from or is_moved_to(lead)))
    ):
        return GradeWord(grade, start, end, subject_start, is_asserted=False, is_denied=True)
    return GradeWord(
        grade=grade,
        start=start,
        end=end,
        subject_start=subject_start if known is None else known,
        is_asserted=known is not None
        or moved_from
        or is_said(text, start, end, lead, of_inspection=of_inspection)
        or is_moved_to(lead),
        is_denied=False,
        is_left_behind=moved_from,
        is_kept=_KEPT.search(clause) is not None,
    )


def _clause_starts(text: str, start: int) -> tuple[int, int]:
    """Where the clause of a grade begins, and where its subject does."""
    first = max(0, start - _LOOK_BACK)
    ends = (found.end() for found in _CLAUSE_BREAK.finditer(text, first, start))
    # "Ofsted judgement: Good" is one clause.
    begins = [first, *(end for end in ends if text[end:start].strip(" '\"("))]
    with_subject = (one for one in reversed(begins) if not _NO_SUBJECT.match(text, one, start))
    return begins[-1], next(with_subject, first)
