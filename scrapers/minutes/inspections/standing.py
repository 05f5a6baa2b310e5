"""Under which regime a rating stands that no inspection is named beside."""

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.judgement_bearers import GRADED_APART, regime_of
from scrapers.minutes.inspections.judgements import Judgement
from scrapers.minutes.inspections.regimes import CARE, CHILDRENS_SERVICES, NOT_OURS

_OFSTED = Caseless(r"\bofsted\b|\bhmi\b|\binspect(?:or|ion|ed)|\bilacs\b|\bmonitoring visits?\b")
# None of these grades a council: "the Council was judged good, whereas its children's home …".
_NO_COUNCILS = ("SCCIF_FOSTERING", "SCCIF_CHILDRENS_HOME", "LSCB_REVIEW")
_OUR_SERVICES = Caseless(
    r"\bcouncil\b|\bauthority\b|children'?s (?:services|social care)|\bilacs\b|social work"
    r"|impact of leaders|help and protection|care leavers"
)
_COUNCIL = Caseless(r"\b(?:the|this|our) (?:council|local authority|authority)\b(?!'s)")


def family_of_standing(
    text: str,
    judgement: Judgement,
    *,
    is_dated: bool,
    topic: str,
    focus: str | None,
    is_ofsted: bool,
    is_ours: bool,
) -> str | None:
    """The regime a standing judgement is under; None where it is none of ours.

    `topic` is what the item is about, `focus` the regime of the inspection last spoken of.
    """
    regime = regime_of(text, judgement)
    says_ofsted = _OFSTED.search(text) is not None
    if regime is None and (focus or topic) in CARE and not (is_ofsted or is_ours):
        return None  # "an inspection of the crematorium: the service was judged good"
    if regime == NOT_OURS:
        return None
    if regime is None and topic == NOT_OURS and not _OUR_SERVICES.search(text):
        return None  # "academies: the trust was rated inadequate by Ofsted"
    is_about = says_ofsted or (is_dated and (is_ofsted or (is_ours and "judgement" in text)))
    if not (is_about or focus or regime in GRADED_APART):
        return None
    if regime is None and focus is None and topic not in CARE:
        regime = topic
    if regime in GRADED_APART:
        is_councils = regime in _NO_COUNCILS and _COUNCIL.search(
            text, judgement.subject_start, judgement.start
        )
        return CHILDRENS_SERVICES if is_councils else regime
    if regime is None and focus and not is_dated:
        return focus
    return CHILDRENS_SERVICES
