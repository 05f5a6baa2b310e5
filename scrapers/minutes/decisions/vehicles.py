"""The formal words that turn what follows into a decision: RESOLVED, It was agreed, ACTION …

A vehicle is found here, with its kind and the place where its text begins. How far it governs is
the business of `governing`; decisions without any vehicle are in `unlabelled`.
"""

import re
from itertools import islice

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.bodies import (
    BODY,
    SECOND_VERB,
    STARTS_WITH_BODY,
    SUBJECT_BEFORE,
    is_another_body,
    is_retold,
)
from scrapers.minutes.decisions.headings import is_lead_in
from scrapers.minutes.decisions.kinds import RECOMMENDATION, Vehicle, kind_of_word
from scrapers.minutes.decisions.labels import QUALIFIED, label_of
from scrapers.minutes.decisions.lists import leading_in
from scrapers.minutes.decisions.sentences import has_any
from scrapers.minutes.decisions.wording import opens_as_decision

_SEPARATOR = r" ?[:;,.]{0,2} ?[-]{0,2} ?:? ?"
# The vote may be told behind the colon too: "RESOLVED: By 5 votes to 3 that …".
_LATE = (
    r"(?:(?:\((?:unanimous\w*|[^()]{0,60}\b(?:votes?|dissenting|abstain\w*|abstentions?|against)\b[^()]{0,60})\)"
    r"|(?:unanimously|nem\.? ?con\.?"
    r"|by (?:an? )?[\w ]{0,30}(?:votes?|majority)[\w, ]{0,40}?)"
    r"(?= ?[:,-]? ?(?:that\b|to (?!\d)))) ?[:,-]? ?)?"
)

# RESOLVED, "RESOLVED (unanimously):", "RESOLVED - That", "Resolved to RECOMMEND", Penderfynwyd.
_VERB = re.compile(
    r"(?<![\w-])(?=[RrAaDdNnPpCc])(?P<word>RESOLVED|Resolved|resolved|RECOMMENDED|Recommended|recommended"
    r"|RECOMMENDS|recommends|REQUESTED"
    r"|AGREED|Agreed|agreed|DECIDED|Decided|decided|NOTED|Noted"
    r"|R E S O L V E D|R E C O M M E N D E D|A G R E E D|D E C I D E D|N O T E D"
    r"|PENDERFYNWYD|Penderfynwyd|penderfynwyd|CYTUNWYD|Cytunwyd|ARGYMHELLWYD|Argymhellwyd"
    r"|NODWYD|Nodwyd)(?=That\b|[^\w]|$)"
)
STEMS = (
    "resolved",
    "recommend",
    "requested",
    "agreed",
    "decided",
    "noted",
    "wyd",  # so every Welsh one ends
    " e d",  # "R E S O L V E D", as some headings are spaced
)
# "RESOLVED 12/24: That …" bears the number under which the resolution is filed.
_FILED = r"(?: (?:No\.? ?)?\d{1,4}(?:/\d{1,4})?(?= ?[:-]))?"
_AFTER_VERB = re.compile(rf"{_FILED}{QUALIFIED}(?P<separator>{_SEPARATOR})(?i:{_LATE})")
# "RECOMMENDED to Council that", "Resolved to RECOMMEND: (to Council)".
_TO_RECOMMEND = re.compile(
    r"(?:to|TO) (?:RECOMMEND|recommend|Recommend)\b(?P<rest>[:-]{0,2}"
    rf"(?: ?\(?to (?:the )?{BODY}\)?)?{_SEPARATOR}(?:that\b ?[:-]*|$)?)"
)
_OWN_RECOMMENDATIONS = re.compile(r"(?:its|the following) (?:\w+ )?recommendations?\b[^.;]*:[ -]*$")
_TO_BODY = re.compile(
    rf"(?:to|TO) (?P<body>{BODY})(?={_SEPARATOR}(?:[Tt]hat\b|$)|:)", re.IGNORECASE
)

_IS_PROSE = Caseless(r"(?<!\bit) (?:was|were)(?: unanimously| then| duly)? $")
_FIRST_ACT = re.compile(r"\b(?:APPROVED|ENDORSED|AUTHORISED|DELEGATED|ADOPTED|ACCEPTED)\b")
# "Item 1 - the budget: AGREED" answers what stands before it; "it was: AGREED" does not.
_ANSWERED = re.compile(r"(?<!\bwas)(?<!\bwere)(?<!tee)(?<!net)(?<!oard)(?<!nel)(?<!cil) ?[:-] $")
# What stands between a body and its verb: "The Committee, having considered it, agreed:".
_IN_BETWEEN = re.compile(r", (?:having|after|following|upon|subject|by|with|on) [^.]{1,200}, $")
_VERBS_AT_MOST = 40  # a paragraph that has not decided by then tells of deciding
_CONNECTED = Caseless(r"to\b|that|$")
_OBJECT = re.compile(r"(?:the|an?|as)\b")
_SEPARATED = re.compile(_SEPARATOR)
_SET_OFF = re.compile(r"[:-] ?$")
_PUTS_FORWARD = Caseless(r"\b(?:is|are|be|being|been)(?: therefore| hereby)? ?$")


def vehicle_of(text: str, *, committee: str | None = None) -> Vehicle | None:
    """The vehicle that governs a block's text or what follows it, if the block has one."""
    return label_of(text, committee) or _verb(text, committee) or leading_in(text, committee)


def governs(text: str, vehicle: Vehicle) -> bool:
    """Prose governs only where it opens a list; the rest of it is read as a commitment."""
    return not vehicle.is_prose or vehicle.is_clause or is_lead_in(text[vehicle.text_start :])


def _verb(text: str, committee: str | None) -> Vehicle | None:
    if not has_any(text, STEMS):
        return None
    sentence = 0
    for found in islice(_VERB.finditer(text), _VERBS_AT_MOST):
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
        _CONNECTED.match(rest) or (tail and (":" in tail["separator"] or "-" in tail["separator"]))
    )
    if is_retold(lead) or rest.startswith("accordingly"):
        return False  # "RESOLVED accordingly" answers what stands above it
    if _IS_PROSE.search(lead) and not rest.strip(" ."):
        return False  # "The recommendations were AGREED.", which says it all
    is_bare = not rest.strip(" .") or bool(tail and ")" in tail[0] and not is_connected)
    if word in ("AGREED", "NOTED") and is_bare and _ANSWERED.search(lead):
        return False
    if word in ("NOTED", "REQUESTED") and _FIRST_ACT.search(lead):
        return False  # "The Cabinet APPROVED the plan and NOTED the costs": the first act counts
    subject = SUBJECT_BEFORE.search(lead[-200:]) if lead else None
    if subject and is_another_body(subject["body"], committee):
        return False
    if text.isupper() and not is_connected:
        return False  # a heading: "AGREED FEES FOR 2024"
    if word.isupper() and word != "RECOMMENDS":
        return not lead.casefold().endswith((" not ", " be ", " not be "))
    if not lead:
        if word.casefold() == "recommends":
            return False  # an entry of its own list, which says who
        if not rest and "." in (tail["separator"] if tail else ""):
            return False  # "Agreed." answers what stands above it
        if word == "Noted":
            return is_connected
        return is_connected or bool(word[0].isupper() and _OBJECT.match(rest))
    if not is_connected or word == "Noted":
        return False
    if subject:
        # "It was recommended that …" may be anybody's; with a list below it is the meeting's.
        is_anybodys = word == "recommended" and not subject["body"] and not text.endswith(":")
        return not is_anybodys
    # "The Committee discussed the report and agreed that …"
    starts = STARTS_WITH_BODY.match(lead[:200])
    is_subject = starts and (SECOND_VERB.search(lead) or _IN_BETWEEN.search(lead))
    return bool(is_subject and starts and not is_another_body(starts["body"], committee))


def _with_tail(text: str, found: re.Match[str], lead: str) -> Vehicle:
    word = found["word"]
    tail = _AFTER_VERB.match(text, found.end())
    begins = tail.end() if tail else found.end()
    # "It was agreed: That the letter be noted." is no telling.
    is_set_off = bool(_SET_OFF.search(text[found.end() : begins])) and opens_as_decision(
        text, begins
    )
    kind = kind_of_word(word)
    if _OWN_RECOMMENDATIONS.match(text, begins):
        kind = RECOMMENDATION
    to_recommend = _TO_RECOMMEND.match(text, begins)
    if to_recommend:
        kind = RECOMMENDATION
        if to_recommend.end() == len(text) or ":" in to_recommend["rest"]:
            begins = to_recommend.end()
    elif kind == RECOMMENDATION and (to_body := _TO_BODY.match(text, begins)):
        separator = _SEPARATED.match(text, to_body.end())
        begins = separator.end() if separator else to_body.end()
    if lead.strip() and word.isupper() and not is_set_off and _OBJECT.match(text, begins):
        begins = found.start() - len(lead.lstrip())  # "The Committee NOTED the report", in full
    return Vehicle(
        kind=kind,
        status="proposed" if _PUTS_FORWARD.search(lead) else "adopted",
        start=found.start(),
        text_start=begins,
        is_prose=word.islower(),
        is_label=False,
        lead=lead,
        is_clause=word in ("resolved", "recommended", "recommends") or is_set_off,
    )
