"""Whether a grade is said of the council's services as a whole, and by those who inspect them.

"The home was rated inadequate", "an authority that was judged outstanding" and "the Committee
considered the service inadequate" use the same words as an inspector's judgement. What is graded
must be named, and named as the whole service; what anybody else thinks of it is no grade.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.judgement_areas import NAME_OF_INSPECTION
from scrapers.minutes.inspections.judging_verbs import FEELING, ILACS_ENTRY, JUDGED
from scrapers.minutes.inspections.whole_service import (
    is_whole_or_nothing,
    names_whole,
    says_of_what,
)

# Grades of these are not the council's overall grade.
_SMALLER = Caseless(
    r"\b(?:(?<!all )(?<!all of the )(?<!all key )(?<!all four )(?:areas?|elements?|aspects?"
    r"|features?)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|both) (?:was|were|had|are|of (?:the"
    r"|them|its|our))"
    r"|some|few|several|many|most(?! recent)|majority|number of|practice|partnerships?|partners?"
    r"|front door"
    r"|teams?|mash"
    r"|early help|provision|boards?|agency|agencies|visits?|virtual school|fostering|adoption"
    r"|supervision|staff(?!ordshire)\w*|sufficiency|training|per cent|percentage|providers?"
    r"|settings?|homes?"
    r"|data|quality|neighbours?|neighbouring|authorities|councils|councillors?|communication"
    r"|relationships?|response|placements?|records?|recording|assessments?|schools?|work(?:force"
    r"|load)"
    r"|oversight|decision[- ]making|thresholds?|engagement|participation|voice|morale|attendance"
    r"|housing|accommodation|mental health|camhs|care plan\w*|pathway plans?|audits?"
    r"|predecessors?|former (?:\w+ ){0,2}(?:council|authority)"
    r"|capacity|rag|scorecards?|projects?|performance|schemes?|programmes?|sef"
    r"|pace|progress|pictures?|feedback|offer|systems?|budget|funding|caseloads?|plans?)\b"
    r"|\d ?%"
)
_NOT_SMALLER = Caseless(
    r"\ball (?:of )?(?:the )?(?:\w+ ){0,2}(?:areas|elements|aspects|judgements)\b"
    r"|\b(?:only|first|one of|\d+ of \d+)\b[^.;]{0,60}\b(?:authorities|councils)\b|\bsocial work\b"
    r"|\b(?:safeguarding )?children'?s? board\b|\blscb\b"
    r"|\bfostering (?:service|agency|inspection)\b"
    r"|\bchildren'?s home\b|\bexperiences? and progress\b"
)
_SCORE = Caseless(
    r"\b(?:judge?ments?|ratings?|gradings?|grades?|outcomes?|verdict|result(?:s|ed)?|findings?"
    r"|overall effectiveness"
    r"|status|conclusions?|the one(?= of))\b"
)
# "The rating of the website": of what a score is given.
_SCORE_OF = Caseless(
    rf"{_SCORE.pattern}\s(?:of|for|on|in)\s(?P<what>[^,.;:]{{1,60}}?)"
    r"(?=\s(?:was|were|is|are|had|has|as|to|that|remain\w*)\b|$)"
)
_FOR_CHILDREN = Caseless(
    rf" for (?:{NAME_OF_INSPECTION}|(?:vulnerable )?children(?: and (?:young people|families))?) "
)
# "This was a move down from requires improvement to inadequate"
_THIS_MOVE = Caseless(
    r"\b(?:this|it|which) (?:was|is|had been|represent(?:s|ed)|marked|meant) an? (?:\w+ ){0,2}"
    r"(?:move|rise|jump|fall|drop|step|improvement|progression|change)\b[^,.;]{0,20}\bfrom\b"
)
_FEELING = Caseless(rf"\b{FEELING} (?:now |still |again )?['\"(]{{0,2}}$")
# "Neighbouring Leeds" is a council with a name, "neighbouring councils" are not.
_NEIGHBOURING = re.compile(r"\b[Nn]eighbouring (?=[A-Z])")
_GOT = Caseless(
    r"\b(?:award(?:ed|ing)|achiev(?:ed|ing)|receiv(?:ed|ing)|given|gained|secured|obtained"
    r"|attained|got|retain(?:ed|ing)|issued)\b"
)
# "The context of the good rating that the Council had received from Ofsted".
_RECEIVED = Caseless(
    r"['\")]{0,2} (?:overall )?(?:judge?ment|rating|grade),? (?:(?:that|which) )?"
    r"(?:it|we|(?:the|this|our) (?:council|authority|service)) (?:had |has )?(?:been )?"
    r"(?:received|given|awarded|achieved|obtained|secured)(?: (?:from|by) ofsted)?\b"
)
# "The inspection gave 'Good'", "found an outstanding service when it inspected": of the whole.
_INSPECTION_GAVE = Caseless(
    r"\b(?:inspection|ilacs)\b.*\b(?:gave|gives|giving|given|resulted in|c[ao]me (?:out|back|away)"
    r"|ended (?:in|with)|brought)\b"
)
_SERVICE_AFTER = Caseless(
    r"['\")]{0,2} (?:(?:ofsted )?(?:ilacs|inspection)\b|(?:local )?authority|council"
    r"|(?:children'?s )?services?)\b"
)
# "Staff were thanked for the Good Ofsted judgement": it is not staff who were judged.
_OFSTEDS_AFTER = Caseless(
    r"['\")]{0,2} (?:overall )?(?:(?:ofsted|ilacs|inspection) (?:judge?ment|rating|grad(?:e|ing)"
    r"|outcome)|(?:judge?ment|rating|grad(?:e|ing)|outcome) (?:from|by|in|at|of|following|given by"
    r"|awarded by) (?:the |its |our |an? )?(?:\w+ ){0,2}?(?:ofsted|ilacs)\b)"
)
_THANKED = Caseless(
    r"\b(?:all )?(?:the |its |their )?(?:staff|teams?|workforce|officers|workers)\b"
)
# "The Good that Ofsted had given the Council"
_GIVEN_AFTER = Caseless(
    r"['\")]{0,2} (?:that|which) (?:ofsted|inspectors) (?:had |has )?(?:given"
    r"|awarded) (?:the (?:council"
    r"|authority|service)|us|it|them|children'?s services)\b"
)
# "A visit to the Council, which remains inadequate", "ILACS (May 2022) - Good".
_WHICH_IS = Caseless(
    r"\b(?:the|our|this) (?:council|local authority|authority),? which (?:(?:was|is|had|has|been"
    r"|remain(?:s|ed)|still|now|currently|judged|rated|graded|found|to|be|as) ?)+['\"(]{0,2}$"
)
_ILACS_ENTRY = re.compile(ILACS_ENTRY)
_A_BODY = Caseless(
    r"\b(?:members|committee|panel|board|cabinet|commission|executive|forum|councillors|meeting)"
    r"\b[^.;]{0,20}$"
)
_A_PAPER = Caseless(r"\b(?:reports?|letters?|updates?|presentations?|briefings?|papers?)\b")
_AFTER_GOT = Caseless(r"\b(?:following|since|after|when|where|because)\b")
_LINK = Caseless(
    r"\b(?:that(?! (?:council|authority|borough|county|service|inspection|visit|report|year"
    r"|time|period|day)\b)|(?<!of )which|who|whereby|where"
    r"|and|after|because|when|once)\b"
)
_SEVERAL = Caseless(
    r"\b(?:most|some|many|several|few|all|number|majority|others?|two|three|four|five|six)"
    r" (?:\w+ )?\w+s\b"
)
_BEING_JUDGED = Caseless(
    rf"^(?:.*\bsince)?\W*(?:being|having been) (?:{JUDGED}|found)(?: as| to be| to)? ['\"(]{{0,2}}$"
)
_IN_SOME_AREAS = Caseless(
    r"['\")]{0,2},? (?:in|across|for|on) (?!all\b|every\b|both\b)(?:\w+ ){1,5}?(?:areas|judgements"
    r"|categories|elements|cases)\b"
)


def is_said_of_whole(clause: str, after: str, names: tuple[str, ...]) -> bool:
    """Whether the clause before a grade makes the council's services its subject.

    `after` is what follows the grade; `names` are the councils that the sentence may speak of.
    """
    if _RECEIVED.match(after) or _WHICH_IS.search(clause) or _ILACS_ENTRY.search(clause):
        return True
    if _FEELING.search(clause) or _THIS_MOVE.search(clause):
        return True
    clause = _FOR_CHILDREN.sub(" ", clause)
    if _OFSTEDS_AFTER.match(after):
        clause = _THANKED.sub(" ", clause)
    if _GIVEN_AFTER.match(after):
        return True
    said_of = _NEIGHBOURING.sub("", _last_subject(clause, names))
    if _SMALLER.search(_NOT_SMALLER.sub(" ", said_of)) or _IN_SOME_AREAS.match(after):
        return False
    got = _GOT.search(said_of)
    if got and _A_BODY.search(said_of, 0, got.start()) and _A_PAPER.search(said_of, got.end()):
        got = None  # "Members received the report on the inspection, which was graded good"
    if got and not _AFTER_GOT.search(said_of, got.end()):
        subject = said_of[: got.start()]
        return names_whole(subject, names) or not says_of_what(subject)
    if not says_of_what(said_of) and _INSPECTION_GAVE.search(clause):
        return True
    if _SERVICE_AFTER.match(after) and not says_of_what(clause[_last_link(clause) :]):
        return True
    for given_for in _SCORE_OF.finditer(said_of):
        what = said_of[given_for.start("what") : given_for.end("what")]
        if not is_whole_or_nothing(what, names):
            return False
    return _SCORE.search(said_of + after[:24]) is not None or names_whole(said_of, names)


def has_shared_subject(clause: str, text: str, names: tuple[str, ...]) -> bool:
    """ "Five visits to the Council since being rated inadequate": the subject stands elsewhere."""
    return _BEING_JUDGED.search(clause) is not None and names_whole(text, names)


def names_several(clause: str) -> bool:
    """ "Most services inspected that year": none of them is the one spoken of."""
    return _SEVERAL.search(clause) is not None


def _last_link(clause: str) -> int:
    return max((found.end() for found in _LINK.finditer(clause)), default=0)


def _last_subject(clause: str, names: tuple[str, ...]) -> str:
    """The clause from its own subject on, past "the Board heard of an inspection which found"."""
    whole = [name for name in names if name in clause]  # "Redcar and Cleveland" is one
    starts = [0, *(found.end() for found in _LINK.finditer(clause))]
    for start in reversed(starts):
        subject = clause[start:]
        if any(clause.find(name) < start < clause.find(name) + len(name) for name in whole):
            continue
        if names_whole(subject, names) or says_of_what(subject):
            return subject
    return clause
