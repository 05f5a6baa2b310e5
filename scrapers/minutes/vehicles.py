"""The formal words that turn what follows into a decision: RESOLVED, It was agreed, ACTION …

A vehicle is found here, with its kind and the place where its text begins. How far it governs is
the business of `governing`; decisions without any vehicle are in `unlabelled`.
"""

import re
from dataclasses import dataclass

from scrapers.minutes.bodies import (
    BODY,
    SECOND_VERB,
    STARTS_WITH_BODY,
    SUBJECT_BEFORE,
    is_another_body,
    is_retold,
)

RESOLUTION, RECOMMENDATION, AGREEMENT = "resolution", "recommendation", "agreement"
ACTION, NOTED = "action", "noted"

_KIND = {
    "resol": RESOLUTION,
    "decid": RESOLUTION,
    "decis": RESOLUTION,
    "pende": RESOLUTION,
    "recom": RECOMMENDATION,
    "agree": AGREEMENT,
    "cytun": AGREEMENT,
    "actio": ACTION,
    "noted": NOTED,
}


@dataclass(frozen=True, slots=True)
class Vehicle:
    kind: str
    status: str  # adopted; proposed where the words only put it forward
    start: int  # of the vehicle's own word
    text_start: int  # of what it governs
    is_prose: bool  # lower case inside a sentence, which then is quoted whole
    is_label: bool  # a heading rather than a verb: "RECOMMENDATIONS:", "Decision"
    lead: str  # the words of the sentence before it
    is_clause: bool = False  # prose, but of a formal word: "it was resolved that"
    ordinal: str | None = None  # "Recommendation 1"


_QUALIFIED = (
    r"(?: ?\([^()]{0,200}\)|,? (?:unanimously|UNANIMOUSLY|nem\.? ?con\.?|NEM\.? ?CON\.?)"
    r"|,? (?:by|with) (?:a |an )?[\w ]{0,30}(?:votes?|majority|abstentions?|abstaining)"
    r"[\w, ]{0,60}?(?=[:-]| that| to|$)"
    r"|,? (?:up)?on (?:the|a) (?:motion|proposal|proposition) (?:of|by) [^:]{0,160}?"
    r"(?=,? [Tt]hat\b))*"
)
_SEPARATOR = r" ?[:;,.]{0,2} ?[-]{0,2} ?:? ?"

# RESOLVED, "RESOLVED (unanimously):", "RESOLVED - That", "Resolved to RECOMMEND", Penderfynwyd.
_VERB = re.compile(
    r"(?<![\w-])(?P<word>RESOLVED|Resolved|resolved|RECOMMENDED|Recommended|recommended"
    r"|AGREED|Agreed|agreed|DECIDED|Decided|decided|NOTED|Noted"
    r"|PENDERFYNWYD|Penderfynwyd|penderfynwyd|CYTUNWYD|Cytunwyd)(?=That\b|[^\w]|$)"
)
_AFTER_VERB = re.compile(rf"{_QUALIFIED}(?P<separator>{_SEPARATOR})")
# "RECOMMENDED to Council that", "Resolved to RECOMMEND: (to Council)".
_TO_RECOMMEND = re.compile(
    r"(?:to|TO) (?:RECOMMEND|recommend|Recommend)\b(?P<rest>[:-]{0,2}"
    rf"(?: ?\(?to (?:the )?{BODY}\)?)?{_SEPARATOR}(?:that\b ?[:-]*|$)?)"
)
_TO_BODY = re.compile(
    rf"(?:to|TO) (?P<body>{BODY})(?={_SEPARATOR}(?:[Tt]hat\b|$)|:)", re.IGNORECASE
)

# "RECOMMENDATIONS:", "Recommendation 1", "Decision", "Actions:", "Recommendations to Cabinet:".
_NOUN_LABEL = re.compile(
    r"(?:(?P<word>RECOMMENDATIONS?|Recommendations?|RECOMMENDATION\(S\)|RESOLUTIONS?|Resolutions?"
    r"|DECISIONS?|Decisions?|DECISION\(S\)|Decision\(s\)|ACTIONS?|Actions?|ACTION POINTS?"
    r"|Action [Pp]oints?|Actions? [Aa]greed|Agreed [Aa]ctions?"
    r"|PENDERFYNIAD(?:AU)?|Penderfyniad(?:au)?)"
    rf"(?: (?P<number>\d{{1,2}}|[A-H]))?(?: made| taken| (?:to|TO) {BODY})?{_QUALIFIED})"
    r"(?: ?: ?[-]* ?| [-]+ ?|[.-]?$)"
)
# "The following actions were agreed:", "The Committee made the following recommendations:".
_LISTED = r"(?P<noun>recommendations?|actions?|resolutions?|decisions?)"
_FOLLOWING = re.compile(
    rf"following (?:\w+ ){{0,2}}{_LISTED} (?:was|were) (?:\w+ ){{0,4}}?"
    r"(?:agreed|made|approved|resolved|carried|adopted|taken|identified)\b"
    rf"|(?:made|agreed|approved|adopted|resolved|took|agreed to make|put forward) the following"
    rf" (?:\w+ ){{0,3}}{_LISTED.replace('noun', 'object')}"
    r"|following (?:was|were) (?P<verb>agreed|resolved|recommended)\b"
    r"|(?P<what>agreed|resolved|recommended) (?:upon |on )?the following\b"
    rf"|{_LISTED.replace('noun', 'shown')} (?:was|were )?(?:\w+ ){{0,3}}as follows"
    rf"|\b(?P<asked>requested)(?: that)?(?: the following[\w ]{{0,60}})? ?[:-]",
    re.IGNORECASE,
)
_OUTSIDER = re.compile(
    r"\b(?:report|letter|inspectors?|inspection|inspectorate|ofsted|hmip?|cqc|ombudsman|review|peer"
    r"|auditors?|department|dfe|secretary of state|coroner)\b",
    re.IGNORECASE,
)
_PROPOSER = re.compile(
    r"\b(?:portfolio holder|director|officers?|chair|cabinet member|member|councillor)\b"
    r"[^.]{0,80}\b(?:proposed|recommended)(?: that)?\W*$",
    re.IGNORECASE,
)
_ACTED = re.compile(
    r"(noted|agreed|recommended|requested|asked|approved|endorsed|resolved|accepted|supported"
    r"|adopted|delegated|authorised)\b",
    re.IGNORECASE,
)
_KIND_OF_ACT = {
    "noted": NOTED,
    "agreed": AGREEMENT,
    "recommended": RECOMMENDATION,
    "requested": ACTION,
    "asked": ACTION,
}
_COLON_END = re.compile(r":[ -]*$")
_NONE = re.compile(r"(?:None|Nil|N/A|No actions?|There were none)\b", re.IGNORECASE)
_PUTS_FORWARD = re.compile(r"\b(?:is|are|be|being|been)(?: therefore| hereby)? ?$", re.IGNORECASE)


def vehicle_of(text: str, *, committee: str | None = None) -> Vehicle | None:
    """The vehicle that governs a block's text or what follows it, if the block has one."""
    return _noun_label(text) or _verb(text, committee) or _following(text, committee)


def _noun_label(text: str) -> Vehicle | None:
    found = _NOUN_LABEL.match(text)
    if not found or _NONE.match(text, found.end()):
        return None
    word = found["word"]
    return Vehicle(
        kind=ACTION if "ction" in word.casefold() else _kind(word),
        status="adopted",
        start=0,
        text_start=found.end(),
        is_prose=False,
        is_label=True,
        lead="",
        ordinal=f"{word} {found['number']}" if found["number"] else None,
    )


def _kind(word: str) -> str:
    return _KIND[word[:5].casefold()]


def _verb(text: str, committee: str | None) -> Vehicle | None:
    sentence = 0
    for found in _VERB.finditer(text):
        # Sentences are short; a look back of this length finds where the present one began.
        sentence = max(sentence, found.start() - 400)
        stop = text.rfind(". ", sentence, found.start())
        sentence = sentence if stop < 0 else stop + 2
        lead = text[sentence : found.start()]
        if _is_vehicle(text, found, lead.lstrip("*\"'( "), committee):
            return _with_tail(text, found, lead)
    return None


def _is_vehicle(text: str, found: re.Match[str], lead: str, committee: str | None) -> bool:
    word, after = found["word"], text[found.end() : found.end() + 300]
    tail = _AFTER_VERB.match(after)
    rest = after[tail.end() :] if tail else after
    is_connected = bool(
        re.match(r"(?:that|to)\b|That|$", rest, re.IGNORECASE)
        or (tail and re.search(r"[:-]", tail["separator"]))
    )
    if is_retold(lead):
        return False
    if word.isupper():
        return not lead.casefold().endswith((" not ", " be ", " not be "))
    if not lead:
        if not rest and "." in (tail["separator"] if tail else ""):
            return False  # "Agreed." answers what stands above it
        if word == "Noted":
            return is_connected
        return is_connected or bool(word[0].isupper() and re.match(r"(?:the|an?)\b", rest))
    if not is_connected or word == "Noted":
        return False
    subject = SUBJECT_BEFORE.search(lead[-200:])
    if subject:
        # "It was recommended that …" may be anybody's; with a list below it is the meeting's.
        is_anybodys = word == "recommended" and not subject["body"] and not text.endswith(":")
        return not is_anybodys and not is_another_body(subject["body"], committee)
    # "The Committee discussed the report and agreed that …"
    starts = STARTS_WITH_BODY.match(lead[:200])
    return bool(
        starts and SECOND_VERB.search(lead) and not is_another_body(starts["body"], committee)
    )


def _with_tail(text: str, found: re.Match[str], lead: str) -> Vehicle:
    word = found["word"]
    tail = _AFTER_VERB.match(text, found.end())
    begins = tail.end() if tail else found.end()
    kind = _kind(word)
    to_recommend = _TO_RECOMMEND.match(text, begins)
    if to_recommend:
        kind = RECOMMENDATION
        if to_recommend.end() == len(text) or ":" in to_recommend["rest"]:
            begins = to_recommend.end()
    elif kind == RECOMMENDATION and (to_body := _TO_BODY.match(text, begins)):
        separator = re.compile(_SEPARATOR).match(text, to_body.end())
        begins = separator.end() if separator else to_body.end()
    return Vehicle(
        kind=kind,
        status="proposed" if _PUTS_FORWARD.search(lead) else "adopted",
        start=found.start(),
        text_start=begins,
        is_prose=word.islower(),
        is_label=False,
        lead=lead,
        is_clause=word in ("resolved", "recommended"),
    )


def _following(text: str, committee: str | None) -> Vehicle | None:
    """A sentence that only leads in to a list: "The following actions were agreed:"."""
    if len(text) > 400 or not _COLON_END.search(text):
        return None
    found = _FOLLOWING.search(text)
    if not found:
        return None
    lead = text[: found.start()]
    if is_retold(lead) or (
        found["noun"] is None and found["verb"] is None and not _is_body_acting(lead, committee)
    ):
        return None
    named = ("noun", "object", "shown", "verb", "what")
    noun = next((found[name] for name in named if found[name]), "action")
    return Vehicle(
        kind=ACTION if found["asked"] else _kind(noun.casefold()),
        status="adopted",
        start=found.start(),
        text_start=len(text),
        is_prose=False,
        is_label=False,
        lead=lead,
    )


def _is_body_acting(lead: str, committee: str | None) -> bool:
    subject = SUBJECT_BEFORE.search(lead[-200:]) or STARTS_WITH_BODY.match(lead[:200])
    return bool(subject and not is_another_body(subject.groupdict().get("body"), committee))


def kind_of_act(text: str) -> str | None:
    """What an entry under "The Committee:" is by its own verb: "noted the report"."""
    found = _ACTED.match(text)
    return _KIND_OF_ACT.get(found[1].casefold(), RESOLUTION) if found else None


def list_owner(text: str) -> str | None:
    """Whose list a lead-in introduces that is not the body's own: an outsider's, a proposer's."""
    head = text[:600]
    if not _COLON_END.search(text) and not text.endswith("-"):
        return None
    if _PROPOSER.search(head):
        return "proposer"
    if _OUTSIDER.search(head) and re.search(r"recommend|require|suggest", head, re.IGNORECASE):
        return "outsider"
    return None
