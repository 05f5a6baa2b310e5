"""Dates that are a grade's own, whatever event stands near: "inadequate in 2018"."""

from scrapers.minutes.caseless import Caseless

_OF_A_GRADE = Caseless(
    r"\b(?:outstanding|good|improvement|inadequate)['\")]{0,2} (?:back )?(?:in|since)"
    r" (?:early |late |mid-?)?$"
    r"|\b(?:outstanding|good|improvement|inadequate)['\")]{0,2},? (?:(?:the|an?) (?:grade|rating"
    r"|judge?ment) )?"
    r"(?:(?:that|which) )?(?:it|they|we|the (?:council|authority)) (?:was|were|had been|had) "
    r"(?:given|received|awarded|judged) (?:in|of) (?:early |late |mid-?)?$"
)
_OF_A_JUDGEMENT = Caseless(
    r"\b(?:outstanding|good|improvement|inadequate)['\")]{0,2} (?:\w+ )?"
    r"(?:judge?ment|rating|grade|finding) (?:of|in|from) $"
)
_NEW_CLAUSE = Caseless(
    r"[;:]|\b(?:and|but|while|whilst|whereas|although|was|were|is|are|had|has|have|having|would|will"
    r"|could|same|since|until|till|before|after|when|where|who|because|so|to|next|target|expected|due"
    r"|outstanding|good|improvement|inadequate)\b"
)
_REACH = 60
_FARTHEST = 80


def is_of_a_grade(text: str, start: int) -> bool:
    """Whether the date there follows a grade: "inadequate in 2018", "the grade it was given in"."""
    return _OF_A_GRADE.search(text, max(0, start - _REACH), start) is not None


def is_of_a_judgement(text: str, start: int) -> bool:
    """Whether the date there follows a judgement: "the inadequate judgement of 2018"."""
    return _OF_A_JUDGEMENT.search(text, max(0, start - _REACH), start) is not None


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether the words of a grade go on to a date: "inadequate for the second time in 2022"."""
    return 0 <= start - end <= _FARTHEST and _NEW_CLAUSE.search(text, end, start) is None
