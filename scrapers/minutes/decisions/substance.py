"""Whether a decision changes anything: noting, thanks, minutes, appointments, procedure do not."""

import re
from collections.abc import Iterator

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.bodies import LOWERED_BODY
from scrapers.minutes.decisions.kinds import NOTED
from scrapers.minutes.decisions.sentences import has_any

_PROCEDURE = Caseless(
    r"\b(?:press and (?:the )?public|public and (?:the )?press)\b[^.;]{0,80}\bexclu"
    r"|\bexclu\w+ (?:of )?(?:the )?(?:press|public)|\b(?:press|public) be excluded"
    r"|\b(?:standing orders?|procedure rules?|rules of debate)\b[^;]{0,200}\bsuspend"
    r"|\bsuspend\w*\b[^;]{0,80}\b(?:standing orders?|procedure rules?)"
    r"|\bapologies\b|\bdeclarations? of interest"
    r"|\bmeeting (?:be|was) (?:adjourned|closed|extended)\b|\bmotion be (?:now )?put\b"
    r"|^(?:that )?(?:to )?(?:the meeting )?adjourn"
    r"|\bbe taken (?:as read|first|next|together)\b"
    r"|\bitems?\b[^.;]{0,60} be taken (?:before|after)\b"
)
# What may stand beside an act of more weight: "the minutes be signed and a plan be drawn up".
_OF_FORM = Caseless(
    r"\b(?:agree|approve|confirm|sign)(?:s|d|ed)? the (?:\w+ )?minutes\b"
    r"|\bminutes\b[^.;]{0,200}?"
    r"\b(?:record|signed|approved|confirmed|agreed|accepted|received)\b(?:.*\bsubject to\b.*)?"
    r"|\b(?:thanks|gratitude|appreciation|condolences)\b[^.;]{0,80}?\bbe (?:\w+ly )?\w+"
    r"|\bcomments be \w+\b[^.;]{0,60}\bin the form of (?:the )?minutes\b"
    r"|\bwrite to\b[^.;]{0,80}\bto (?:thank|congratulate)\b"
    r"|(?<!to )\bbe (?:re-?)?(?:appointed|elected|nominated)\b"
    r"|\bwas (?:re-?|\w+ly )*(?:appointed|elected)(?: as)?(?: the)? (?:to the \w+ of )?(?:the )?"
    r"(?:co-?)?(?:chair|vice|deputy|mayor)"
    r"|^(?:that |to )?(?:re-?)?(?:appoint|elect)s?\b[^;]{0,120}"
    r"\b(?:chair|vice|member|representative)"
)
_PROCEDURAL_STEMS = (
    *("press", "standing order", "procedure rule", "rules of debate", "apologies"),
    *("of interest", "motion", "adjourn", "meeting be", "meeting was", "exclu", "be taken"),
)
# "That the following be noted:" above a list.
_LEADS_TO_NOTING = Caseless(
    r"\bbe (?:received and )?noted ?:[ -]*$|\bnotes?(?: that| the following)? ?:[ -]*$"
)
_STEMS_OF_TASKS = ("receive", "ask", "request", "call", "commended")
_STEMS_OF_FORM = (
    *("minutes", "thank", "gratitude", "appreciation", "condolences", "appoint", "elect"),
    *("nominat", "write to", "comments be"),
)
# "The Committee noted that Councillor Ash has been appointed": all of it is what was noted.
_NOTES_THAT = Caseless(
    rf"(?:that )?(?:it be noted|(?:to )?(?:{LOWERED_BODY} )?(?:not(?:es?|ed)"
    r"|acknowledged?s?)) that\b[^;]*$"
)
_VERB = (
    r"(?:not(?:e[sd]?)|receive[sd]?|thank(?:s|ed)?|welcome[sd]?|acknowledge[sd]?|recognise[sd]?"
    r"|congratulate[sd]?|commend(?:s|ed)?|approve[sd]?|agree[sd]?|endorse[sd]?|support(?:s|ed)?"
    r"|request(?:s|ed)?|recommend(?:s|ed)?|ask(?:s|ed)?|adopt(?:s|ed)?|accept(?:s|ed)?|refer(?:red)?"
    r"|delegate[sd]?|authorise[sd]?|invite[sd]?|establish(?:es|ed)?|consider(?:s|ed)?|write"
    r"|scrutinise[sd]?|instruct(?:s|ed)?)"
)
_PASSIVE = r"be (?:\w+ly )?(?P<passive>\w+)"
_FIRST_ACT = Caseless(
    rf"{_PASSIVE}|(?:that )?(?:to )?(?:(?:{LOWERED_BODY}|it was|it|we) )?(?:to )?"
    rf"(?P<opening>{_VERB})\b"
    r"|to (?P<infinitive>\w+)"
)
_NEXT_VERB = rf"(?:that )?(?:to )?{_VERB}\b(?= (?:the|that|its|an?|to|and|for|officers)\b)"
_FURTHER_ACT = Caseless(
    rf"\b(?:{_PASSIVE}|and {_NEXT_VERB.replace(_VERB, f'(?P<joined>{_VERB})')}"
    rf"|agreed to (?P<agreed>\w+))|[,;] {_NEXT_VERB.replace(_VERB, f'(?P<listed>{_VERB})')}"
)
_IDLE = Caseless(
    r"(?:not(?:e[sd]?|ing)|receive[sd]?|thank(?:s|ed)?|welcome[sd]?|acknowledge[sd]?|recognise[sd]?"
    r"|congratulate[sd]?|record(?:s|ed)?|read|commend(?:s|ed)?|signed|confirmed)$"
)
# "Members agreed to note": what is agreed is the noting.
_AGREES_TO = Caseless(
    r"\b(?:agree[sd]?|resolve[sd]?) (?=to (?:note|receive|thank|welcome|acknowledge)\b)"
    r"|\bconsidered and (?=noted)"
)
_WAS_NOTED = Caseless(r"\b(?:was|were) (?:received and |duly )?(?:noted|received)\b")
# What is to be received but is still to be written is a task.
_TO_COME = Caseless(
    r"\breceives? (?:an? |the |regular |further |future )?(?:further|future|regular|yearly|annual"
    r"|quarterly|monthly|six[- ]monthly|additional|updates?|progress (?:report|update)s?)\b"
    r"(?=[^.;]{0,120}\b(?:in|at|as part of|by|every|each|within|after|future|next|regularly"
    r"|quarterly|annual|annually|monthly)\b)"
    r"|\breceives? (?:further|future|regular) (?:updates?|reports?)"
    r"|\breceives? (?:an?|the) (?:report|briefing|update|presentation)s?\b[^.;]{0,100}"
    r"\bat (?:the|its|a) (?:first|next|following|later|future)\b"
    r"|\breceives? a (?:yearly|quarterly|monthly|termly) (?:report|update|briefing)\b"
    r"|\breceives? an annual (?:report|update|review)\W*$"
    r"|\b(?:asks?|asked|requests?|requested|calls?) (?:that|for)\b[^;]{0,80}\b(?:receive|be)\b"
    r"|\bbe commended (?:to|for)\b(?! (?:the|their|its|his|her) (?:work|efforts?)\b)"
)
_WELSH_NOTING = Caseless(r"(?:bod )?(?:i )?(?:nodi|derbyn|diolch)\b[^;]*;?$")


def is_substantive(text: str, kind: str, *, lead_in: str = "") -> bool:
    """False where the text does nothing but note, thank, or see to the meeting's own running."""
    if _LEADS_TO_NOTING.search(lead_in[-80:]):
        return False
    head = text[:2000]
    if has_any(head, ("agree", "resolve", "considered and noted")):
        head = _AGREES_TO.sub("", head)
    # Under "Noted" the words are what was noted: "that updates will be brought back".
    is_noted = kind == NOTED and head.casefold().startswith("that")
    is_procedure = has_any(head, _PROCEDURAL_STEMS) and _PROCEDURE.search(head)
    is_telling = has_any(head, ("note that", "notes that", "noted that", "acknowledge"))
    if is_noted or is_procedure or (is_telling and _NOTES_THAT.match(head)):
        return False
    if _WELSH_NOTING.match(head):
        return False
    has_idle_act = False
    if has_any(head, _STEMS_OF_FORM):
        whole, head = head, _OF_FORM.sub("", head)
        has_idle_act = head != whole
    for act in _acts(head):
        if not _is_idle(act):
            return True
        has_idle_act = True
    names_no_act = not has_idle_act and kind != NOTED and not _WAS_NOTED.search(head)
    is_task = has_any(head, _STEMS_OF_TASKS) and _TO_COME.search(head)
    return names_no_act or bool(is_task)


def _acts(text: str) -> Iterator[re.Match[str]]:
    first = _FIRST_ACT.match(text)
    if first:
        yield first
    yield from _FURTHER_ACT.finditer(text, first.end() if first else 0)


def _is_idle(act: re.Match[str]) -> bool:
    word = act[act.lastgroup or 0]
    # "Considered the report" has been done, "that free travel be considered" is to be.
    is_done = act.lastgroup != "passive" and word.casefold() == "considered"
    return is_done or bool(_IDLE.match(word))
