"""Under which regime a rating stands that no inspection is named beside."""

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.judgement_bearers import (
    COUNCIL,
    GRADED_APART,
    NO_COUNCILS,
    regime_of,
)
from scrapers.minutes.inspections.judgements import OVERALL, Judgement
from scrapers.minutes.inspections.regimes import CARE, CHILDRENS_SERVICES, NOT_OURS

_OFSTED = Caseless(r"\bofsted\b|\bhmi\b|\binspect(?:or|ion|ed)|\bilacs\b|\bmonitoring visits?\b")
_JUDGEMENT = Caseless(r"\bjudge?ments?\b")
_OFSTEDS_WORD = Caseless(r"\boverall effectiveness\b")  # nobody else judges by this name
_RATED = Caseless(r"\b(?:council|authorit(?:y|ies))\b.*\b(?:rated|judged|graded)\b")
_BY_OTHERS = Caseless(r"\bby (?:the |an? |its )?(?!ofsted|inspect|hmi)")
_COUNCILS_SERVICES = Caseless(
    r"\b(?:council|authority)\b(?!'s (?!(?:own )?services\b))|\b(?:the|its|these) services\b"
)
_OUR_SERVICES = Caseless(
    r"\bcouncil\b|\bauthority\b|children'?s (?:services|social care)|\bilacs\b|social work"
    r"|impact of leaders|help and protection|care leavers"
)


def _is_marked(text: str, judgement: Judgement) -> bool:
    """ "Rated as Inadequate" has its capital from Ofsted's scale, if from nobody else's."""
    is_capital = text[judgement.start].isupper() and not text.isupper()
    return is_capital and _BY_OTHERS.search(text, judgement.end) is None


def family_of_standing(
    text: str,
    judgement: Judgement,
    *,
    is_dated: bool,
    topic: str,
    focus: str | None,
    is_ofsted: bool,
    is_ours: bool,
    is_titled: bool,
) -> str | None:
    """The regime a standing judgement is under; None where it is none of ours.

    `topic` is what the item is about, `focus` the regime of the inspection last spoken of.
    """
    regime = regime_of(text, judgement)
    if regime is None and (focus or topic) in CARE and not (is_ofsted or is_ours):
        return None  # "an inspection of the crematorium: the service was judged good"
    if regime == NOT_OURS:
        return None
    if regime is None and topic == NOT_OURS and not _OUR_SERVICES.search(text):
        return None  # "academies: the trust was rated inadequate by Ofsted"
    is_dated_so = is_dated and (is_ofsted or (is_ours and _JUDGEMENT.search(text)))
    is_about = (
        focus
        or regime in GRADED_APART
        or is_dated_so
        or _OFSTED.search(text)
        or (is_titled and topic in CARE and _OFSTEDS_WORD.search(text))
    )
    may_be_rated = (is_ofsted and is_ours and topic in CARE) or (
        is_dated and is_titled and _is_marked(text, judgement)
    )
    if not (is_about or (may_be_rated and _RATED.search(text))):
        return None
    if regime is None and focus is None and topic not in CARE:
        regime = topic
    if regime in GRADED_APART:
        is_councils = regime in NO_COUNCILS and COUNCIL.search(
            text, judgement.subject_start, judgement.start
        )
        return CHILDRENS_SERVICES if is_councils else regime
    if regime is None and focus and not is_dated:
        is_councils = focus in NO_COUNCILS and (
            _COUNCILS_SERVICES.search(text, judgement.subject_start, judgement.start)
            or (focus == "LSCB_REVIEW" and judgement.area not in (None, OVERALL))
        )
        return CHILDRENS_SERVICES if is_councils else focus
    return CHILDRENS_SERVICES
