"""Grade words in a sentence, and whether the sentence asserts them.

A grade word alone says nothing. It counts where somebody judges, rates or finds, and where nothing
denies it, wishes for it, lists it or makes it an adjective of something smaller. In doubt it is not
asserted: a false "inadequate" is the worst thing this project could publish. What was graded
belongs in `judgements`.
"""

import re
from dataclasses import dataclass

_GRADE = re.compile(
    r"\b(?:(?P<outstanding>outstanding)|(?P<good>good)"
    r"|(?P<requires_improvement>requir(?:e|es|ed|ing)[ -]improvements?"
    r"(?: to be (?:rated |judged )?['\"]?good\b)?)"
    r"|(?P<inadequate>inadequate)|(?P<adequate>adequate))\b",
    re.IGNORECASE,
)
_JUDGED = (
    r"(?:judg(?:ed|es|ing)|rat(?:ed|es|ing)|re-?rated|graded|re-?graded|deemed|classed|classified"
    r"|categori[sz]ed)"
)
_FOUND = r"(?:found|considered|assessed|confirmed|concluded|determined|declared|reported|stated)"
_SCORE = r"(?:judge?ments?|ratings?|grad(?:e|es|ing|ings)|effectiveness)"
_RESULT = r"(?:outcomes?|verdict|results?|conclusions?|status)"
_GOT = (
    r"(?:award(?:ed|ing)|achiev(?:ed|ing)|receiv(?:ed|e|ing)|given|gained|secured|obtained|attained"
    r"|got|retain(?:ed|ing)|maintain(?:ed|ing)|kept|issued)"
)
_STAYED = r"(?:remain(?:ed|s|ing|)|stayed|continue(?:d|s) to be)"
_WORDS = r"(?:\s[^\s.;:]+){0,9}?"
_WAS = r"\s(?:to be|to|as|was|were|is|are|being|of|remain(?:s|ed)|had been|has been)"
_SOFT = r"(?:\s(?:an?|the|one of|still|overall|now|again|that|this))*"
_OPEN = r"\s*['\"(]{0,2}$"

# What stands before an asserted grade.
_SAID = re.compile(
    rf"\b(?:{_JUDGED}{_WORDS}|(?:was|were|been|is|are) {_FOUND}\s"
    rf"|{_JUDGED}(?:\s[^\s.;:]+){{0,18}}?\s(?:as|to be)|found (?:\S+ ){{0,5}}?(?:services|council"
    rf"|authority)(?: in (?:\S+ ){{1,3}})?"
    rf"\s?|{_FOUND}{_WORDS}{_WAS}{_SOFT}"
    rf"|{_SCORE}{_WORDS}(?:{_WAS}|\s?[:-]){_SOFT}|{_SCORE}(?: to be)?"
    rf"|{_STAYED}(?: rated| judged| graded| at)?{_SOFT})\s*{_OPEN}",
    re.IGNORECASE,
)
_SAID_OF_RESULT = re.compile(
    rf"\b{_RESULT}{_WORDS}(?:{_WAS}|\s?[:-]){_SOFT}\s*{_OPEN}|\b(?:rate|rating"
    rf"|judge) [^.;]{{0,40}}{_OPEN}",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    rf"\b(?:an?|the|its|our|their|his|this|that|with|of|{_GOT})(?: [\w']+){{0,2}}{_OPEN}|'s{_OPEN}",
    re.IGNORECASE,
)
_GOT_CAPITAL = re.compile(rf"\b{_GOT}(?: an?| the)?(?: overall)? $", re.IGNORECASE)
_GOT_QUOTED = re.compile(
    rf"\b(?:{_GOT}|found|considered|assessed|(?:is|was|were|are|be) (?:providing|delivering"
    rf"|offering))(?: \w+){{0,3}}\s*['\"(]{{1,2}}$",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(
    r"^[^a-zA-Z]*(?:(?:It was (?:reported|noted)|reported|noted) that )?['\"]?$"
)
_VERB_SUBJECT = re.compile(
    r"\b(?:services?|council|authority|it|they|children)\s*(?:still )?$", re.IGNORECASE
)
_SAID_BY_VERB = re.compile(rf"\b(?:{_SCORE}|{_JUDGED}|{_FOUND})\b", re.IGNORECASE)
_SCORE_AFTER = re.compile(
    rf"['\")]{{0,2}},? (?:overall |ofsted )*{_SCORE}\b(?! scale| call)"
    rf"|['\"]? (?:was|is|being) (?:the|its|their|our) (?:\w+ ){{0,2}}{_SCORE}\b",
    re.IGNORECASE,
)
_CONTEXT_OF_RESULT = re.compile(r"inspect|ofsted|ILACS|overall", re.IGNORECASE)

# After a grade only these may follow; anything else makes it an adjective of something smaller.
_MAY_FOLLOW = re.compile(
    r"['\")]{1,2} services?\b|['\")]{0,3}(?:\s*$|\s*[.,;:!?\t|(/&)-]|\s+(?:by|in|for|across"
    r"|overall|at|with|and|but|under|as"
    r"|on|from|when|which|after|during|due|because|since|while|whilst|against|following|again"
    r"|throughout|to|\d+|judge?ments?|ratings?|grades?|grading|status|ofsted|authority|council"
    r"|respectively|although|though|despite|until|that|this|there|it|we|they|had|has|before|also"
    r"|were|was|having|at)\b)",
    re.IGNORECASE,
)
_WISHED_AFTER = re.compile(
    r"['\")]{0,2},? (?:or (?:better|above|higher)|(?:and|or) beyond|by (?:the (?:next|end|time)"
    r"|20\d\d)"
    r"|in (?:the future|future)|(?:(?:judge?ment|rating) )?(?:at|in|from) (?:the|their|its"
    r"|our) next"
    r"|within \w+ (?:months|years))",
    re.IGNORECASE,
)
_OTHER_GRADE_BEFORE = re.compile(
    r"(?:outstanding|good|improvement|inadequate|adequate)['\")]{0,2},? (?:or|and/or|/|to) ?"
    r"(?:even |an? )?['\"(]{0,2}$",
    re.IGNORECASE,
)
_OTHER_GRADE_AFTER = re.compile(
    r"['\")]{0,2},? ?(?:or|and/or|/) ?(?:even |an? )?['\"(]{0,2}(?:outstanding|good|requir"
    r"|inadequate)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:[Nn]ot|[Nn]o|never|[Nn]either|nor|without|[Nn]one|[Ii]f|[Ww]ould|[Cc]ould|[Ss]hould"
    r"|might"
    r"|may|can|cannot|will|[Uu]nless|until|[Ww]hether|aim\w*|aspir\w*|ambition\w*|targets?|goals?"
    r"|hop(?:e|es|ed|ing)|expect\w*|striv\w*|[Tt]owards?|in order to|so that|on track|predict\w*"
    r"|likely|potential\w*|possib\w*|risks?|avoid\w*|prevent\w*|[Ss]elf|ourselves|themselves"
    r"|path to|plan(?:s|ned)? to|wants?|wanted|need(?:s|ed)? to|bid to|wish\w*|able to|enabl\w+"
    r"|[Rr]ather than|instead of|than|desire\w*|intend\w*|seek\w*|vision|standard of|support(?:s"
    r"|ing)? to"
    r"|(?:to|be) (?:become|get|achieve|reach|make|move|ensure|attain|secure|deliver|gain|obtain"
    r"|receive|be|remain|improve|maintain|retain)|journey|[Ww]hen|[Hh]ow|[Ww]hat|[Ww]hy"
    r"|[Qq]uestion\w*|asked|[Aa]udit\w*|moderat\w*|sampl\w*|case files?|cases|descriptors?|criteria"
    r"|scale|definition|means?|threshold|similar|other (?:local )?(?:authorit\w+|councils?)"
    r"|wrong|untrue|incorrect\w*|false\w*|den(?:y|ied|ies|ying)|disagreed|disput\w+|[Ff]ar from"
    r"|short of|escap\w+|close to|almost|nearly|cusp|verge|brink|ceased|event of|in case"
    r"|confiden\w+|optimis\w+|prospects?|chances?|as if|as though|mean that|suggestions?|rumours?"
    r"|speculat\w+|press|media|newspapers?|drafts?|provisional\w*|appeal\w*|alleg\w+|claim\w*"
    r"|prepar\w+|must|repeat|recurrence|worr(?:y|ied|ies)|fear\w*|threat\w*)\b"
)
# What a whole sentence is about, however far before the grade it says so.
_NO_FINDING = re.compile(
    r"^\W*(?i:(?:[\w-]+ ){0,2}(?:risks?|targets?|ambitions?|aims?|visions?|objectives?|indicators?"
    r"|measures?|KPIs?|success|promises?|priorit(?:y|ies)|(?:outcomes?|results?) (?:sought"
    r"|wanted|desired|expected|planned)|(?:desired|planned|expected) outcomes?))\b|^\W*(?:Where"
    r"|Wherever|Whenever|Should|Were)\b"
)
_OF_AUDIT = re.compile(
    r"\b(?:audit(?:s|ed|ing)?|case files?|dip[- ]sampl\w+|practice (?:week|learning)|moderat\w+"
    r"|QA|quality assurance)\b(?![^.;]*\b(?:inspect|ofsted|ILACS))",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:\b\d{1,3}|%|per ?cent)(?: (?:were|was|as))*\s+['\"(]?$", re.IGNORECASE)
_COUNTED_AFTER = re.compile(r"['\")]{0,2}\W{0,3}\d{1,3}(?:\.\d+)? ?(?:%|per ?cent)", re.IGNORECASE)
_SUPPOSED_AFTER = re.compile(
    r"['\")]{0,2} (?:(?:judge?ments?|ratings?|outcome|grade|by|ofsted|inspection|overall)\s){0,3}"
    r"(?:would|could|might|must|should|can|will|costs?|leads?|means?|limits?|triggers?|brings?"
    r"|usually|often|always|in any|(?:had been|was|were|is|has been) (?:expected|feared|predicted"
    r"|anticipated|challenged|disputed|overturned|withdrawn|changed|unlikely|possible))\b",
    re.IGNORECASE,
)
# Wordings that hold one of these words and deny nothing.
_DENIES_NOTHING = re.compile(
    r"\bcontinu\w+ to be\b|\bto be good\b"
    r"|\b(?:only|first|one of|\d+ of \d+)\b[^.;]{0,80}\bto (?:receive|achieve|be|maintain|retain)\b"
    r"|\bwhen (?:the |it |they |we |its |our )?(?:\w+ ){0,3}(?:was|were|had)\b"
    r"|\b[Aa]s (?:\w+ ){1,3}(?:would|will|may) (?:be aware|know|recall|remember)\b"
    r"|\bnot only\b|\bto (?:be )?requir\w+\b|\bno longer\b[^.;]{0,60}\b(?:but|and)\b|\bsatisf\w+"
    r"|\bself-improving\b"
)
_JUDGING = re.compile(rf"\b(?:{_JUDGED}|{_FOUND})\b")
_TO_BE = re.compile(r"\bto (?:be|require)\b")
_CLAUSE_BREAK = re.compile(
    r";|:\s|\t|\||(?:, | and | but )(?=(?:that|which|who|it|they|was|were|had|has|also)\b)"
    r"| since (?=(?:the|it|they|its|services|children)\b)"
    r"|,? \b(?:but|although|however|though|whilst|while|whereas)\b|, (?=with |and )",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\s*(?:was|were|had|has|have|is|are|also|been|be|being|which|who|rated|judged)\b",
    re.IGNORECASE,
)
_MOVED_FROM = re.compile(
    r"\b(?:improved|moved|progressed|risen|rose|upgraded|downgraded|declined|dropped|gone|went"
    rf"|changed|shifted|fallen|fell|stepped|taken|down|up)\b[^.;]{{0,80}}?\bfrom"
    rf"(?: (?!to\b)\w+){{0,5}}?{_OPEN}",
    re.IGNORECASE,
)
_MOVED_TO = re.compile(
    r"\b(?:improved|moved|progressed|risen|rose|upgraded|downgraded|declined|dropped|gone|went"
    rf"|changed|shifted|fallen|fell|stepped)\b[^.;]{{0,120}}?\bto(?: \w+){{0,2}}?{_OPEN}",
    re.IGNORECASE,
)
_KEPT = re.compile(rf"\b(?:{_STAYED}|maintained|retained|kept|again|still)\b", re.IGNORECASE)
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
    if not _MAY_FOLLOW.match(text, end) or _WISHED_AFTER.match(text, end):
        # So it is with most: "good progress". What stands before it need not be read.
        return GradeWord(grade, start, end, start, is_asserted=False, is_denied=True)
    lead = text[max(0, start - _LOOK_BACK) : start]
    clause_start, subject_start = _clause_starts(text, start)
    clause = text[clause_start:start]
    moved_from = _MOVED_FROM.search(clause) is not None
    moved_to = _MOVED_TO.search(lead) is not None
    if _is_denied(text, start, end, clause, is_moved=moved_from or moved_to):
        return GradeWord(grade, start, end, subject_start, is_asserted=False, is_denied=True)
    is_verb = found.lastgroup == "requires_improvement"
    is_asserted = bool(
        moved_from
        or moved_to
        or _SAID.search(lead)
        or (_SAID_OF_RESULT.search(lead) and _CONTEXT_OF_RESULT.search(text))
        or _GOT_QUOTED.search(lead)
        or (found.group()[0].isupper() and _GOT_CAPITAL.search(lead))
        # "A 'good' rating"; at the sentence's start without its article.
        or ((_ARTICLE.search(lead) or _FIRST_WORD.match(lead)) and _SCORE_AFTER.match(text, end))
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


def _is_denied(text: str, start: int, end: int, clause: str, *, is_moved: bool) -> bool:
    if _SUPPOSED_AFTER.match(text, end) or _COUNTED_AFTER.match(text, end):
        return True
    lead = text[max(0, start - 40) : start]
    if _COUNTED.search(lead) or _NO_FINDING.match(text) or _OF_AUDIT.search(text, 0, start):
        return True
    if not is_moved and _OTHER_GRADE_BEFORE.search(lead):
        return True
    if _OTHER_GRADE_AFTER.match(text, end):
        return True
    said = _DENIES_NOTHING.sub(" ", clause)
    if _JUDGING.search(said):  # "judged the service to be", but "wanted the service to be"
        said = _TO_BE.sub(" ", said)
    return _DENIED.search(said) is not None
