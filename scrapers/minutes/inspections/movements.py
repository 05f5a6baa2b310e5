"""Movement from one grade to another: "improved from inadequate in 2018 to good".

A verb of moving asserts both grades; a noun ("the journey", "a move") only what has a date.
"""

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.stems import has_any

_OPEN = r"\s*['\"(]{0,2}$"
_VERBS = (
    r"improved|moved|progressed|risen|rose|upgraded|downgraded|declined|dropped|gone|went|changed"
    r"|shifted|fallen|fell|stepped|jumped|leapt|climbed|slipped|sunk|sank|recovered"
)
_MOVED_FROM = Caseless(
    rf"\b(?:came|come|coming|moved|got|lifted|climbed) out of (?:an? )?{_OPEN}"
    rf"|\b(?:{_VERBS}|taken|down|up)\b[^.;]{{0,80}}?\bfrom(?: (?!to\b)\w+){{0,5}}?{_OPEN}"
)
# "Good, compared with inadequate in 2018", "up from requires improvement in 2019"
_COMPARED = Caseless(
    r"\b(?:compared (?:with|to)|(?:as )?against|up (?:from|on)|down from|an? improvement (?:on"
    r"|from|upon)"
    rf"|better than|worse than)(?: an?| the)?(?: \w+){{0,3}}?{_OPEN}"
)
# "Saw the Council improve from requires improvement to good", "this was a move from"
_SEEN_FROM = Caseless(
    r"\b(?:saw|seen) (?:\S+ ){1,5}(?:improve|move|rise|go|progress|fall|drop"
    r"|step)\b[^.;]{0,40}?\bfrom"
    rf"(?: (?!to\b)\w+){{0,5}}?{_OPEN}"
    r"|\b(?:this|it|which) (?:was|is|had been|represent(?:s|ed)|marked|meant) (?:an?"
    r"|the) (?:\w+ ){0,2}"
    r"(?:move|rise|jump|fall|drop|step|improvement|progression|change)\b[^.;]{0,20}?\bfrom"
    rf"(?: (?!to\b)\w+){{0,5}}?{_OPEN}"
)
_SEEN_TO = Caseless(
    r"\b(?:saw|seen) (?:\S+ ){1,5}(?:improve|move|rise|go|progress|fall|drop"
    r"|step)\b[^.;]{0,80}?\bto"
    rf"(?: \w+){{0,2}}?{_OPEN}"
    r"|\b(?:this|it|which) (?:was|is|had been|represent(?:s|ed)|marked|meant) (?:an?"
    r"|the) (?:\w+ ){0,2}"
    r"(?:move|rise|jump|fall|drop|step|improvement|progression|change)\b[^.;]{0,80}?\bto"
    rf"(?: \w+){{0,2}}?{_OPEN}"
)
_MOVED_TO = Caseless(
    rf"\b(?:{_VERBS})\b[^.;]{{0,120}}?\bto(?: \w+){{0,2}}?{_OPEN}"
    r"|\b(?:came|come|coming|moved|got|lifted|climbed) out of ['\"]?\w+(?: \w+)?['\"]?,? (?:and )?"
    rf"(?:in)?to (?:an? )?{_OPEN}"
    r"|\b(?:took|taken|brought|lifted|raised) (?:it|us|them|(?:the|our) (?:\w+ ){0,2}?(?:council"
    rf"|authority|services?|department|city|county|borough)) (?:up )?to {_OPEN}"
)
_FROM = ("from", "out of")
_MOVE_FROM = Caseless(
    r"\b(?P<noun>moves?|journey|jump|rise|progress|shift|step)\b[^.;]{0,40}?\bfrom"
    rf"(?: (?!to\b)\w+){{0,5}}?{_OPEN}"
)
IN_YEAR = Caseless(
    r"['\")]{0,2}(?: (?:judge?ment|rating|grade))?(?: (?:which|that) (?:had )?followed)?"
    r" (?:(?:back )?in|of) (?:[a-z]{3,9} )?(?:19|20)\d\d\b"
    r"|['\")]{0,2} \((?:[a-z]{3,9} )?(?:19|20)\d\d\)"
)
_YEAR_AND = Caseless(rf"(?:{IN_YEAR.pattern}),?(?: and| then| but| the| an?)* ['\"(]{{0,2}}")
_THE = Caseless(
    r"\bthe (?:one|grade|rating|judge?ment) of ['\"(]{0,2}$"
    r"|\b(?:the|its|our|their)(?: (?:overall|ofsted|previous"
    r"|full))* ['\"(]{0,2}$"
)
_DATED_SCORE = Caseless(
    r"['\")]{0,2},? (?:that|which) (?:it|they|we|the (?:council|authority|service)) (?:was|were"
    r"|had been|had)"
    r" (?:given|received|judged|awarded)(?: by ofsted)? in (?:[a-z]{3,9} )?(?:19|20)\d\d\b|"
    r"['\")]{0,2},? (?:that|which) (?:was|had been) (?:given|received|awarded)(?: by ofsted)? in "
    r"(?:[a-z]{3,9} )?(?:19|20)\d\d\b|"
    r"['\")]{0,2} (?:overall )?(?:judge?ment|rating|grade)(?: by ofsted)?,? "
    r"(?:given |made |received )?(?:in|of|from|at) (?:the )?(?:inspection (?:of|in) )?"
    r"(?:[a-z]{3,9} )?(?:19|20)\d\d\b"
)
_YEAR_TO = Caseless(rf"(?:{IN_YEAR.pattern}),? to (?:an? )?['\"(]{{0,2}}")


def start_of_dated_score(text: str, start: int, end: int) -> int | None:
    """Where "the outstanding judgement from 2020" begins: a fact whatever the sentence denies."""
    the = _THE.search(text, max(0, start - 40), start) if _DATED_SCORE.match(text, end) else None
    return the and the.start()


def is_left_behind(text: str, end: int, clause: str) -> bool:
    """Whether the grade that ends there, with its clause before it, is the one moved from."""
    if has_any(clause.lower(), _FROM) and (_MOVED_FROM.search(clause) or _SEEN_FROM.search(clause)):
        return True
    return IN_YEAR.match(text, end) is not None and _COMPARED.search(clause) is not None


def begins_of_move(text: str, end: int, clause: str) -> int | None:
    """Where in its clause "the journey from inadequate in 2018" begins, if it has a date."""
    move = _MOVE_FROM.search(clause) if IN_YEAR.match(text, end) else None
    return move and move.start()


def is_moved_to(lead: str) -> bool:
    """Whether what stands before a grade says that it was moved to."""
    return _MOVED_TO.search(lead) is not None or _SEEN_TO.search(lead) is not None


def is_next_of_dated(text: str, one_end: int, start: int, end: int) -> bool:
    """ "Inadequate in 2014, good in 2018": each has its own year and one verb does for both."""
    return IN_YEAR.match(text, end) is not None and (
        _YEAR_AND.fullmatch(text, one_end, start) is not None
    )


def is_end_of_dated_move(text: str, one_end: int, start: int) -> bool:
    """ "A move from inadequate in 2018 to good": what has a date did happen."""
    return _YEAR_TO.fullmatch(text, one_end, start) is not None
