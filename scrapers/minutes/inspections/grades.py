"""Grade words in a sentence, and whether the sentence asserts them.

A grade word alone says nothing. It counts where somebody judges, rates or finds, and where nothing
denies it, wishes for it, lists it or makes it an adjective of something smaller. In doubt it is not
asserted: a false "inadequate" is the worst thing this project could publish. What was graded
belongs in `judgements`.
"""

import re
from dataclasses import dataclass

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.grade_denials import is_denied, is_no_grade
from scrapers.minutes.inspections.judging_verbs import FOUND, ILACS_ENTRY, JUDGED

_GRADE = Caseless(
    r"\b(?:(?P<outstanding>outstanding)|(?P<good>good)"
    r"|(?P<requires_improvement>requir(?:e|es|ed|ing)[ -]improvements?"
    r"(?: to be (?:rated |judged )?['\"]?good\b)?)"
    r"|(?P<inadequate>inadequate)|(?P<adequate>adequate))\b"
)
_SCORE = r"(?:judge?ments?|ratings?|grad(?:e|es|ing|ings)|effectiveness)"
_RESULT = r"(?:outcomes?|verdict|results?|conclusions?|status)"
_GOT = (
    r"(?:award(?:ed|ing)|achiev(?:ed|ing)|receiv(?:ed|e|ing)|given|gained|secured|obtained|attained"
    r"|got|retain(?:ed|ing)|maintain(?:ed|ing)|kept|issued)"
)
_STAYED = r"(?:remain(?:ed|s|ing|)|stayed|continue[ds]? to be)"
_WORDS = r"(?:\s[^\s.;:]+){0,9}?"
_WAS = r"\s(?:to be|to|as|was|were|is|are|being|of|remain(?:s|ed)|had been|has been)"
_SOFT = r"(?:\s(?:an?|the|one of|still|overall|now|again|that|this))*"
_OPEN = r"\s*['\"(]{0,2}$"

# What stands before an asserted grade.
_SAID = Caseless(
    rf"\b(?:{JUDGED}{_WORDS}|(?:was|were|been|is|are) {FOUND}\s"
    rf"|{JUDGED}(?:\s[^\s.;:]+){{0,18}}?\s(?:as|to be)|found (?:\S+ ){{0,5}}?(?:services|council"
    rf"|authority)(?: in (?:\S+ ){{1,3}})?"
    rf"\s?|{FOUND}{_WORDS}{_WAS}{_SOFT}"
    rf"|{_SCORE}{_WORDS}(?:{_WAS}|\s?[:-]){_SOFT}|{_SCORE}(?: to be)?"
    rf"|{_STAYED}(?: rated| judged| graded| at)?{_SOFT})\s*{_OPEN}"
)
_SAID_OF_RESULT = Caseless(
    rf"\b{_RESULT}{_WORDS}(?:{_WAS}|\s?[:-]){_SOFT}\s*{_OPEN}|\b(?:rate|rating"
    rf"|judge) [^.;]{{0,40}}{_OPEN}"
)
_ARTICLE = Caseless(
    rf"\b(?:an?|the|its|our|their|his|this|that|with|of|{_GOT})(?: [\w']+){{0,2}}{_OPEN}|'s{_OPEN}"
)
_GOT_CAPITAL = Caseless(rf"\b{_GOT}(?: an?| the)?(?: overall)? $")
_GOT_QUOTED = Caseless(
    rf"\b(?:{_GOT}|found|considered|assessed|(?:is|was|were|are|be) (?:providing|delivering"
    rf"|offering))(?: \w+){{0,3}}\s*['\"(]{{1,2}}$"
)
_FIRST_WORD = re.compile(
    r"^[^a-zA-Z]*(?:(?:It was (?:reported|noted)|reported|noted) that )?['\"]?$"
)
_VERB_SUBJECT = Caseless(r"\b(?:services?|council|authority|it|they|children)\s*(?:still |now )?$")
_SAID_BY_VERB = Caseless(rf"\b(?:{_SCORE}|{JUDGED}|{FOUND})\b")
_SCORE_AFTER = Caseless(
    rf"['\")]{{0,2}},? (?:overall |ofsted )*{_SCORE}\b(?! scale| call)"
    r"|(?<=inadequate) finding\b(?! (?:of|in|by|from) (?:an?|our|the|its)\b)"
    rf"|['\"]? (?:was|is|being) (?:the|its|their|our) (?:\w+ ){{0,2}}{_SCORE}\b"
)
_CONTEXT_OF_RESULT = Caseless(r"inspect|ofsted|ilacs|overall")

_CLAUSE_BREAK = Caseless(
    r";|:\s|\t|\||(?:, | and | but )(?=(?:that|which|who|it|they|was|were|had|has|also)\b)"
    r"| since (?=(?:the|it|they|its|services|children)\b)"
    r"|,? \b(?:but|although|however|though|whilst|while|whereas)\b|, (?=with |and )"
    r"|, (?=[^,;.]{1,40} having been )"
    r"| (?:following|after) (?=(?:the|its|our|their|ofsted's) ['\"(]{0,2}$)"
)
_NO_SUBJECT = Caseless(
    r"\s*(?:was|were|had|has|have|is|are|also|been|be|being|which|who|rated|judged)\b"
)
_MOVED_FROM = Caseless(
    r"\b(?:improved|moved|progressed|risen|rose|upgraded|downgraded|declined|dropped|gone|went"
    rf"|changed|shifted|fallen|fell|stepped|taken|down|up)\b[^.;]{{0,80}}?\bfrom"
    rf"(?: (?!to\b)\w+){{0,5}}?{_OPEN}"
)
_MOVED_TO = Caseless(
    r"\b(?:improved|moved|progressed|risen|rose|upgraded|downgraded|declined|dropped|gone|went"
    rf"|changed|shifted|fallen|fell|stepped)\b[^.;]{{0,120}}?\bto(?: \w+){{0,2}}?{_OPEN}"
)
_ILACS_ENTRY = re.compile(ILACS_ENTRY)
_KEPT = Caseless(rf"\b(?:{_STAYED}|maintained|retained|kept|again|still)\b")
_LONGEST_CELL = 60
_REST_OF_CELL = re.compile(r"[\W\d]*(?:to be|good)?\W*")
_LOOK_BACK = 240
_MOST_IN_A_SENTENCE = 16  # more is no sentence but a table of many inspections


@dataclass(frozen=True, slots=True)
class GradeWord:
    """A grade where a sentence has it; `subject_start` is where what it is said of begins."""

    grade: str
    start: int
    end: int
    subject_start: int  # of the clause, or of an earlier one whose subject it shares
    is_asserted: bool
    is_denied: bool
    is_left_behind: bool = False  # the "inadequate" of "improved from inadequate to good"
    is_kept: bool = False  # "remained inadequate"


def grade_words(text: str) -> list[GradeWord]:
    """The grade words of a sentence, in order, each weighed."""
    found = list(_GRADE.finditer(text))
    if len(found) > _MOST_IN_A_SENTENCE:
        return []
    return [_weighed(text, one) for one in found]


def grade_of(cell: str) -> str | None:
    """The grade that a table cell consists of."""
    found = _GRADE.search(cell[:_LONGEST_CELL])
    return found.lastgroup if found and _REST_OF_CELL.fullmatch(_GRADE.sub("", cell)) else None


def _weighed(text: str, found: re.Match[str]) -> GradeWord:
    start, end = found.span()
    grade = found.lastgroup or ""
    if is_no_grade(text, end):
        # So it is with most: "good progress". What stands before it need not be read.
        return GradeWord(grade, start, end, start, is_asserted=False, is_denied=True)
    lead = text[max(0, start - _LOOK_BACK) : start]
    clause_start, subject_start = _clause_starts(text, start)
    clause = text[clause_start:start]
    moved_from = _MOVED_FROM.search(clause) is not None
    moved_to = _MOVED_TO.search(lead) is not None
    if is_denied(text, start, end, clause, is_moved=moved_from or moved_to):
        return GradeWord(grade, start, end, subject_start, is_asserted=False, is_denied=True)
    is_verb = found.lastgroup == "requires_improvement"
    is_asserted = bool(
        moved_from
        or moved_to
        or _SAID.search(lead)
        or (_SAID_OF_RESULT.search(lead) and _CONTEXT_OF_RESULT.search(text))
        or _GOT_QUOTED.search(lead)
        or ((is_verb or found.group()[0].isupper()) and _GOT_CAPITAL.search(lead))
        # "A 'good' rating"; at the sentence's start without its article.
        or ((_ARTICLE.search(lead) or _FIRST_WORD.match(lead)) and _SCORE_AFTER.match(text, end))
        or _ILACS_ENTRY.search(lead)
        or (is_verb and _VERB_SUBJECT.search(lead) and _SAID_BY_VERB.search(text))
    )
    return GradeWord(
        grade=grade,
        start=start,
        end=end,
        subject_start=subject_start,
        is_asserted=is_asserted,
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
