"""What is judged where visits are told, which give no grades: what stood before them alone."""

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.judgements import OVERALL, Judgement

_HAS_BEEN_JUDGED = Caseless(
    r"\b(?:been|was|were|is|are|currently|still|remain\w*) (?:\w+ )?(?:judged|rated|graded)\b"
    r"|\b(?:judge?ment|rating|effectiveness)\b|\bremain\w*"
)
_JUDGEMENT_AFTER = Caseless(r"['\")]{0,2} (?:overall |ofsted )*(?:judge?ment|rating)\b")
_VISIT_FOUND = Caseless(
    r"\b(?:(?:monitoring|focuss?ed|assurance) visits?|annual conversation|peer (?:review"
    r"|challenge)|jtai)\b"
    r"[^.;]{0,80}\b(?:found|concluded|considered|showed|reported|stated|said|noted|gave|resulted)\b"
)


def is_lasting(text: str, judgement: Judgement) -> bool:
    """Whether a judgement told among visits, which give none, is one that stood before them."""
    before = text[max(0, judgement.start - 120) : judgement.start]
    return judgement.area in (None, OVERALL) and (
        _HAS_BEEN_JUDGED.search(before) is not None
        or _JUDGEMENT_AFTER.match(text, judgement.end) is not None
    )


def is_found_by_visit(text: str, judgement: Judgement) -> bool:
    """ "The monitoring visit found that services were inadequate": a visit gives no grade."""
    return _VISIT_FOUND.search(text, judgement.subject_start, judgement.start) is not None
