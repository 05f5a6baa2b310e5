"""Whether an inspection in a sentence is of something other than the council's services.

"Larch House was inspected by Ofsted" names no kind of place that a list could hold; it names
something, though, and not the services, the council or the area.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.council_names import names_of
from scrapers.minutes.inspections.judgement_areas import named_areas
from scrapers.minutes.inspections.regimes import NOT_OURS, cues
from scrapers.minutes.inspections.stems import has_any
from scrapers.minutes.inspections.whole_service import is_whole_or_nothing

_PASSIVE = re.compile(
    r"(?:^|[.;:,]|\b(?:that|when|which|and|but|since|after|before)\b)?(?P<subject>[^.;:,]{0,90}?)"
    r" (?:was|were|been|being|is|are)(?: \w+ly| last| also| again)? $"
)
_HAD_AN = re.compile(
    r"(?P<subject>[^.;:,]{0,90}?) (?:had|has|have|having|received|underwent)(?: had| also| just)*"
    r" (?:an?|its|their) (?:(?!(?:on|of|about|the|from|following|to|for)\b)[\w-]+ ){0,3}$"
)
_HAVING = (" had", " has", " have", " having", " received", " underwent")
_LINK = re.compile(r"\b(?:that|when|which|who|and|but|since|after|before|as|where)\b")
_INSPECTORS = Caseless(
    r"\b(?:ofsted|inspect\w+|hmis?|hmip|cqc|commission|probation|ciw|cssiw|they|which|who|it"
    r"|watchdog|wales)\)?(?: (?:\w+ly|had|have|has|also|then|last|again))* $"
)
_OBJECT_ENDS = re.compile(
    r"[,.;:()]|\b(?:in|on|from|between|during|under|at|for|again|twice|last|this|and|as|over|w/c)\b"
)
_OF_NEIGHBOURS = re.compile(
    r"\b(?:[Nn]eighbouring|[Nn]earby|[Aa]nother|other|similar) (?:[\w-]+ ){0,2}?"
    r"(?:authorit\w+|councils?|boroughs?|LAs?|count(?:y|ies))\b|\b[Nn]eighbouring (?=[A-Z])"
)
_JUDGED = Caseless(r"\b(?:inspect|ilacs|ofsted|judged|rated|graded)")
# "HMICFRS inspected the constabulary", "the Adult Learning Service was inspected"
_INSPECTED_BEFORE = Caseless(
    r"\b(?:inspected|inspections? of)(?: (?!children'?s (?:services|social))[\w'-]+){0,4}? $"
)
_INSPECTED_AFTER = Caseless(
    r"[^.;,:]{0,40} (?:was|were|had been|has been|have been) (?:\w+ )?(?:inspected|judged|rated"
    r"|graded)\b"
)
_INSPECTED = Caseless(r"inspected|inspections? of|judged|rated|graded")
# A line that leads into grades which no inspector gave: "Our self-assessment:", "Peer review"
_LEADS_IN = Caseless(
    r"(?=[^.]*$)(?:[^.:]{0,80}\b)?(?:self[- ]?(?:assess|evaluat)\w*|sef|targets?|ambitions?"
    r"|aspirations?|predicted|indicative|peer|mock|audits?|schools?|primary|academy)\b"
)
_LEADS_TO_LIST = re.compile(r":\W*$|^[^.]{0,90}$")
_STOP = re.compile(r"[.;]|, ")
_NEAR = 70


# "At its inspection in May 2022 the home was rated": the sentence says of what.
_AT_ITS = Caseless(r"\b(?:at|in|during|following|after) (?:its|their|an?|the) (?:[\w-]+ ){0,2}$")
# "An inspection of the crematorium"
_OF_A_THING = re.compile(
    r" of (?:(?:the|an?|its|our) )?(?P<what>[a-z][a-z-]+"
    r"(?: (?!the\b|its\b|our\b|it\b|was\b|had\b|in\b|by\b)[a-z-]+){0,2})"
)
_CHILDRENS = re.compile(
    r"child|safeguard|young|youth|look|famil|care|social|special|local|help|service|arrangement"
    r"|department|directorate|contact|referral|may|march|this|last|all|leaving|fostering|adoption"
)
_WAS_RATED = re.compile(
    r"(?: by ofsted)?(?: (?:in|on) [\w ]{1,30}?)?,? the (?P<subject>[a-z]+(?: [a-z]+)?)"
    r" (?:was|were|had been) (?:judged|rated|graded)\b"
)


def is_of_something_else(text: str, start: int, end: int, council_name: str) -> bool:
    """Whether the words at that place speak of an inspection of something else."""
    before = text[max(0, start - 110) : start]
    rated = _WAS_RATED.match(text, end)
    if rated and _AT_ITS.search(before) and not any(named_areas(rated["subject"])):
        return not _is_ours(rated["subject"], council_name)
    of = _OF_A_THING.match(text, end)
    if of and not _CHILDRENS.search(of["what"]) and not _is_ours(of["what"], council_name):
        return True
    if text[start:end].lower() != "inspected":
        had = _HAD_AN.search(before) if has_any(before.lower(), _HAVING) else None
        return had is not None and not _is_ours(had["subject"], council_name)
    passive = _PASSIVE.search(before)
    if passive:
        return not _is_ours(passive["subject"], council_name)
    if not _INSPECTORS.search(before):
        return True
    inspected = _OBJECT_ENDS.split(text[end : end + _NEAR], maxsplit=1)[0]
    return not _is_ours(inspected, council_name)


def is_of_neighbours(text: str, start: int, end: int) -> bool:
    """Whether a council is spoken of that is not named and not the own."""
    after = _STOP.split(text[end : end + _NEAR], maxsplit=1)[0]
    return _OF_NEIGHBOURS.search(text[max(0, start - _NEAR) : end] + after) is not None


def is_about_neighbours(text: str) -> bool:
    """Whether a sentence speaks of how a council that is not the own was inspected or judged."""
    return _OF_NEIGHBOURS.search(text) is not None and _JUDGED.search(text) is not None


def is_about_something_else(text: str) -> bool:
    """Whether a stretch speaks of how something that is not the council's was graded."""
    if _LEADS_TO_LIST.search(text) and _LEADS_IN.match(text):
        return True
    if _INSPECTED.search(text) is None:
        return False
    return any(
        cue.regime == NOT_OURS
        and (_INSPECTED_BEFORE.search(text, 0, cue.start) or _INSPECTED_AFTER.match(text, cue.end))
        for cue in cues(text)
    )


def _is_ours(words: str, council_name: str) -> bool:
    said = _LINK.split(words)[-1]
    return (
        is_whole_or_nothing(said, names_of(council_name))
        or re.search(r"\barea\b", said) is not None
    )
