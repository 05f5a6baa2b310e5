"""Inspection regimes: the words that name one, and which was in force when.

Words that name no children's services inspection at all (a school, an audit, a peer review) have
the regime `NOT_OURS`: they are recognised so that nothing they say is taken for ours.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from scrapers.minutes.caseless import Caseless

CHILDRENS_SERVICES = "CHILDRENS_SERVICES"  # by Ofsted, of a council: which regime the date decides
SEND = "SEND"  # likewise
NOT_OURS = "NOT_OURS"
CARE = (CHILDRENS_SERVICES, "ILACS", "SIF", "PRE_SIF")
VAGUE = (CHILDRENS_SERVICES, SEND)

_SIF_BEGAN = date(2013, 11, 1)
_ILACS_BEGAN = date(2018, 1, 1)
_AREA_SEND_BEGAN = date(2023, 1, 1)
# From Ofsted's register: the councils whose inspection of 2018 was still held under the SIF.
_LAST_SIF_COUNCILS = frozenset(
    {"Darlington", "Lambeth", "Lancashire", "Sunderland", "Surrey", "Torbay", "Wandsworth"}
)

_ADULTS = "ADULTS"  # adult social care: CQC's to assess, and nobody else's
_CQC = Caseless(r"\bcqc\b|care quality commission")
_CUES: tuple[tuple[str, str], ...] = (
    (
        "SIF",
        r"(?:services for )?children in need of help and protection,? (?:and )?(?:children )?"
        r"looked after(?: children)?,? and care leavers",
    ),
    ("ILACS", r"ilacs?\b|ilascs?\b|inspections? of local authority children'?s'? services"),
    ("SIF", r"sif\b|single inspection framework"),
    (
        "PRE_SIF",
        r"annual unannounced|(?:unannounced )?inspection of (?:the )?contact,? (?:and )?referral"
        r"|contact, referral and",
    ),
    (
        "PRE_SIF",
        r"safeguarding and looked[- ]after children(?:'?s? services)?(?= inspection)"
        r"|(?:announced )?inspection of (?:the )?safeguarding and (?:services for )?"
        r"looked[- ]after children",
    ),
    ("JTAI", r"jtais?\b|joint targeted area inspections?"),
    (
        "LSCB_REVIEW",
        r"(?<!effectiveness of the )(?:lscb\b(?! (?:chair|report))"
        r"|(?:local )?safeguarding children'?s? board\b)",
    ),
    (
        "HMIP_YJ",
        r"youth (?:justice|offending)|(?:hmip|yots?|yjs|yos)\b|hmi probation"
        r"|inspectorate of probation",
    ),
    (
        SEND,
        r"ofsted and (?:the )?(?:cqc|care quality commission)|(?:cqc|care quality commission)"
        r" and (?:by )?ofsted|"
        r"send\b|special educational needs|local area (?:re-?)?(?:inspection|partnership)",
    ),
    (
        "CQC_ASC",
        r"(?:cqc|care quality commission)\b(?=[^.;]{0,120}\b(?:adult|local authorit"
        r"|council))",
    ),
    (_ADULTS, r"adult social care"),
    (NOT_OURS, r"(?:cqc|care quality commission)\b"),
    ("SCCIF_FOSTERING", r"fostering (?:agency|agencies|services?)"),
    (
        "SCCIF_CHILDRENS_HOME",
        r"children'?s'? (?:residential |care )?homes?|residential (?:children'?s )?(?:homes?"
        r"|units?)"
        r"|short breaks? (?:home|unit|centre)s?|secure (?:children'?s )?(?:home|unit|centre)s?",
    ),
    ("CIW", r"(?:ciw|cssiw)\b|care inspectorate wales"),
    (
        NOT_OURS,
        r"(?<!of )(?<!to )schools?(?! (?:age|attendance))\b|academ(?:y|ies)\b|nurser(?:y|ies)\b"
        r"|pre-?schools?|sixth forms?|colleges?\b|head ?teachers?|pupil referral|childminders?"
        r"|child ?care (?:providers?|settings?)|early years|section (?:5|8)\b|apprenticeships?"
        r"|adult (?:education|learning|skills)|community learning|adoption (?:agency|agencies"
        r"|services?)"
        r"|peer (?:review|challenge|inspection)|mock inspections?|lga\b|audit(?:s|ed|ors?)?\b"
        r"|self[- ](?:assess|evaluat)\w+|(?:hmicfrs|hmic|estyn|estyn)\b|constabulary"
        r"|fire and rescue"
        r"|supported accommodation|governors?\b|landlords?|housing|food hygiene|trading standards"
        r"|contract monitoring|providers?'? (?:visits?|inspections?)|care homes?"
        r"|multi academy|further education|nursing homes?|governing (?:body|board)"
        r"|hospitals?|surger(?:y|ies)|gps?\b|prisons?|police|fire service|ambulance"
        r"|nhs|health (?:trusts?|services?|visiting)|probation service|secondaries|primaries",
    ),
    (
        CHILDRENS_SERVICES,
        r"children'?s'? (?:social (?:care|work)|services|safeguarding|care and support)"
        r"|children and famil(?:y|ies)(?:'s)? services|services for (?:vulnerable )?children"
        r"|(?:re-?)?inspection of (?:the )?(?:local authority|council)(?!'?s'? (?:[\w-]+ ){0,2}?"
        r"(?:fostering|adoption|children'?s homes?|residential|nurser|adult|youth|send|school))"
        r"|child protection inspection"
        r"|safeguarding services|local authority",
    ),
)
_CUE = Caseless(
    # The letters are those that the cues begin with: looked at first, they save many tries.
    r"\b(?=[sciajulyhofrnpemgt])(?:"
    + "|".join(rf"(?P<c{place}>{pattern})" for place, (_, pattern) in enumerate(_CUES))
    + ")",
)


class Cue(NamedTuple):
    """Words that name a regime, or something of no regime of ours."""

    regime: str
    start: int
    end: int


@lru_cache(maxsize=256)  # a sentence is asked for each of its phrases and judgements
def cues(text: str) -> tuple[Cue, ...]:
    """What names a regime in a plain text, in order."""
    return tuple(_cues(text))


def _cues(text: str) -> Iterator[Cue]:
    for found in _CUE.finditer(text):
        place = int((found.lastgroup or "c0")[1:])
        regime = _CUES[place][0]
        if regime == SEND and text[found.start() : found.end()] == "send":
            continue  # the verb
        if regime == _ADULTS:
            regime = "CQC_ASC" if _CQC.search(text) else NOT_OURS
        yield Cue(regime, found.start(), found.end())


def regime_in_force(family: str, on: date | None, *, council_name: str) -> str:
    """The regime of that family in force on a day; `on` is None where no day is known."""
    if family == SEND:
        return "AREA_SEND" if on is None or on >= _AREA_SEND_BEGAN else "LOCAL_AREA_SEND_2016"
    if family != CHILDRENS_SERVICES:
        return family
    if on is None:
        return "OFSTED_CS_UNSPECIFIED"
    if on < _SIF_BEGAN:
        return "PRE_SIF"
    if on < _ILACS_BEGAN:
        return "SIF"
    if on.year == 2018 and on.month < 7 and council_name in _LAST_SIF_COUNCILS:
        return "SIF"
    return "ILACS"
