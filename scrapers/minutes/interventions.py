"""Steps of the Department for Education's intervention in a council, where a sentence states one.

The ladder: improvement notice, statutory direction, adviser or commissioner, children's services
trust, ended. Talk of a step ("should it become a Trust") is none, nor is an officer's title.
"""

import re
from collections.abc import Iterator

from scrapers.minutes.events import EventPhrase

DFE = "DFE_INTERVENTION"

_STEPS: tuple[tuple[str, str], ...] = (
    (
        "intervention_ended",
        r"(?:came|come|coming|stepped|moved|taken|exit(?:ed|ing)?|released|removed|out"
        r"|step(?:ped)? down)"
        r"(?: out)? (?:of|from) (?:statutory |dfe |government |formal |ofsted )*intervention"
        r"|(?:exit(?:ed|ing)|left|leaving) (?:statutory |dfe |government |formal )*intervention"
        r"|intervention (?:\w+ ){0,6}?(?:ended|lifted|ceased|concluded|closed|removed"
        r"|come to an end)"
        r"|end (?:of|to) (?:statutory |dfe |government |formal |the )*intervention"
        r"|no longer (?:\w+ ){0,3}(?:in|under|subject to) (?:statutory |dfe |government |formal "
        r"|ofsted |an? )*"
        r"(?:intervention|directions?|an improvement notice)"
        r"|(?:improvement notice|statutory direction|direction)(?: notice)?s? (?:\w+ ){0,4}?"
        r"(?:lifted|revoked|withdrawn|removed|discharged|closed|rescinded)"
        r"|(?:lift|revok|withdraw|remov|discharg|rescind)(?:ed|ing|al) (?:of )?(?:the |its |our )?"
        r"(?:\S+ )?(?:improvement notice|statutory direction|direction)",
    ),
    ("improvement_notice", r"(?:non[- ]{0,2}statutory )?improvement notice"),
    (
        "statutory_direction",
        r"statutory (?:directions?|notice to improve)|direction notice|section 497A"
        r"|directions? (?:issued )?(?:from|by) the (?:secretary of state|dfe"
        r"|department for education)"
        r"|directed by the (?:secretary of state|dfe|department for education)",
    ),
    (
        "adviser_or_commissioner",
        r"(?:dfe|department for education|government|secretary of state|minister(?:'?s|ial)?"
        r"|statutory)"
        r"(?:'s)?(?:[- ]appointed)? (?:(?!and\b|of\b|to\b|the\b)\w+ ){0,3}?(?:advis[eo]rs?\b"
        r"|commissioners?\b)"
        r"|appoint(?:ed|ment of|ing) (?:\S+ ){0,8}?(?:improvement advis[eo]r|commissioner\b"
        r"|dfe advis[eo]r)(?! of)"
        r"|children'?s (?:services|social care) commissioner(?! for)",
    ),
    (
        "trust_created",
        r"(?:children'?s (?:services )?trust|children first|independent trust"
        r"|alternative delivery model)"
        r" (?:\w+ ){0,3}?(?:created|established|set up|launched|formed|became operational|went live"
        r"|came into (?:being|existence))"
        r"|(?:creation|establishment|launch|formation) of (?:the |a |an )?(?:\w+ ){0,3}?"
        r"children'?s (?:services )?trust\b"
        r"|(?:services|functions) (?:were|was|had been|have been) (?:\w+ ){0,2}?transferred"
        r" to (?:the )?(?:\w+ ){0,3}?trust\b",
    ),
)
_STEP = re.compile(
    "|".join(rf"(?P<s{place}>\b(?:{pattern})\b)" for place, (_, pattern) in enumerate(_STEPS)),
    re.IGNORECASE,
)
_TALK_BEFORE = re.compile(
    r"\b(?:if|could|would|should|might|(?-i:may)|whether|without|not|no|never|avoid\w*|risk"
    r"|potential\w*"
    r"|possib\w*|rather than|instead of|other|another|prevent\w*|unless|until|soon to be|seek\w*"
    r"|previous councils|to come|working towards|consider\w*|likely|hop\w+|aim\w*|in order to)\b"
    r"(?! longer)[^.;]{0,45}$",
    re.IGNORECASE,
)
_TALK_AFTER = re.compile(
    r"(?: \w+)?,? \(?(?:would|could|might|(?-i:may)|soon to be|to be appointed|if|unless|not yet"
    r"|had not)\b"
    r"| ?\(soon to be|'s? board|'?s? (?:partnership|arrangements)",
    re.IGNORECASE,
)
_OTHER_FIELD = re.compile(
    r"\b(?:housing|school|food|environment\w*|health and safety|HSE|fire|planning|information"
    r"|police|crime|traffic|premises|monitoring officer)\b(?: \S+){0,4} $",
    re.IGNORECASE,
)
# "The DfE Improvement Adviser and Interim Director presented a report": a person at the meeting.
_SPEAKS = re.compile(
    r"[^.;]{0,160}?\b(?:presented|introduced|attended|in attendance|explained|outlined|gave"
    r"|informed"
    r"|updated|told|welcomed|addressed)\b",
    re.IGNORECASE,
)
_APPOINTED = re.compile(r"appoint", re.IGNORECASE)
_OF_THE_MINISTRY = re.compile(
    r"\b(?:dfe|department (?:for|of) education|secretary of state|minister|government|direction"
    r"|ofsted"
    r"|intervention|children'?s)\b",
    re.IGNORECASE,
)
_ENDED_IN_TIME = re.compile(
    r"\b(?:to|would|could|should|will|aim\w*|when) (?:\w+ ){0,3}$", re.IGNORECASE
)


def intervention_phrases(text: str) -> Iterator[EventPhrase]:
    """The steps of intervention that a sentence states, in order."""
    for found in _STEP.finditer(text):
        kind = _STEPS[int((found.lastgroup or "s0")[1:])][0]
        if _is_talk(text, found, kind):
            continue
        yield EventPhrase(found.start(), found.end(), kind, DFE, has_happened=True)


def _is_talk(text: str, found: re.Match[str], kind: str) -> bool:
    start, end = found.span()
    before = text[max(0, start - 70) : start]
    if _OTHER_FIELD.search(before) or _TALK_AFTER.match(text, end):
        return True
    if kind == "intervention_ended":
        return _ENDED_IN_TIME.search(before) is not None or _TALK_BEFORE.search(before) is not None
    if _TALK_BEFORE.search(before):
        return True
    if kind != "adviser_or_commissioner":
        return False
    if not _OF_THE_MINISTRY.search(text):
        return True
    return not _APPOINTED.search(found.group()) and _SPEAKS.match(text, end) is not None
