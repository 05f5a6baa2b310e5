"""To whom a decision is addressed, and who is to carry it out. Unnamed stays None."""

import re

from scrapers.minutes.decisions.sentences import has_any

_TITLE = r"[A-Z][\w'-]*(?:,? (?:and |& |of |for )?(?:the )?[A-Z][\w'-]*){0,6}"
_NAMED = (
    # The letters are those that the names begin with: looked at first, they save most tries.
    rf"(?=[A-Zo])(?:Cabinet Member(?: for {_TITLE})?|Executive Member(?: for {_TITLE})?"
    rf"|Portfolio Holder(?: for {_TITLE})?|Lead Member(?: for {_TITLE})?|Leader of the Council"
    r"|(?:Full |County |City |Borough |Town )?Council|Cabinet|Executive|Leader|Chief Executive"
    r"|COUNCIL|CABINET|EXECUTIVE"
    rf"|(?:[A-Z][\w'&-]+,? (?:and |& |of |for )?(?:the )?){{0,7}}"
    r"(?:Committee|Board|Panel|Commission|Sub-Committee)"
    rf"|(?:[A-Z][\w'&-]+ (?:and )?){{0,4}}(?:Directors?|Head)(?: (?:of|for) {_TITLE})?"
    r"|Secretary of State(?: for [A-Z]\w+)?|Government|[Oo]fficers)"
)
# "recommend to Cabinet that", "request the Director of Education to", "ask the Cabinet Member".
_ADDRESSED = re.compile(
    r"\b(?:(?:[Rr]ecommend(?:s|ed|ations?|ing)?|RECOMMEND(?:ED|ATIONS?)?|refer(?:red)?"
    r"|write)[:,]? \(?(?:to|TO)(?: the| THE)?"
    r"|[Rr]equest(?:s|ed)?|[Aa]sk(?:s|ed)?|[Ii]nstruct(?:s|ed)?|[Uu]rge[sd]?|[Ii]nvite[sd]?"
    rf"|[Cc]alls? (?:up)?on) (?:the )?(?P<name>{_NAMED})(?!\w)"
)
# "That Council be recommended to", "That officers report back".
_OPENING = re.compile(
    rf"(?:[Tt]hat )?(?:[Tt]he )?(?P<name>{_NAMED})"
    r" (?:(?:be|is|are) (?:recommended|requested|asked|invited|instructed|urged|advised|authorised)"
    r"|(?:to )?(?:report|provide|bring|circulate|submit|undertake|ensure|present|write|review"
    r"|prepare|continue)\b)"
)
# "recommends that the Executive fund the team", "RECOMMENDED that Cabinet:" above a list.
_TO_ACT = re.compile(
    rf"\b(?:[Rr]ecommend(?:s|ed|ing)?|RECOMMEND(?:ED)?|[Uu]rge[sd]?),? that (?:the )?"
    rf"(?P<name>{_NAMED})(?= (?!was\b|is\b|be noted|had\b|has\b)(?:[a-z]|$)|\W*$)"
)
# "agreed to recommend the policy to Full Council".
_PASSED_ON = re.compile(
    r"\b[Rr]ecommend(?:s|ed)? (?!that\b|to\b)[^.;:]{3,120}? to (?:the )?"
    r"(?P<name>(?:Full |County |City )?Council|Cabinet|Executive)\b"
)
_TO_BE_ASKED = re.compile(
    rf"\b[Tt]hat (?:the )?(?P<name>{_NAMED}) "
    r"be (?:recommended|requested|asked|invited|instructed|urged|advised)\b"
)
# "The Health Board fund …" is another's to do, "The Committee felt …" the meeting's own.
_SUBJECT = re.compile(
    r"(?!(?:[Tt]hat )?(?:[Tt]he )?(?:Select |Scrutiny )?(?:Committee|Panel|Board|Commission)\b)"
    rf"(?:[Tt]hat )?(?:[Tt]he )?(?P<name>{_NAMED}) "
    r"(?!(?:was|is|had|has|be|of|and|for|on|in|to|at|or|members?|papers?|reports?|meetings?"
    r"|decisions?)\b|[a-z]+ed\b)[a-z]+ (?!(?:not )?be\b)"
)
_OWNER = re.compile(
    r"(?:ACTIONS?|Actions?)?(?: \d{1,2})? ?[:-]? ?(?:[Tt]hat )?"
    r"(?P<name>(?:[Tt]he )?(?:(?:[A-Z][\w'.&-]*|of|for|and|the|officers)[ ,]{1,2}){1,12}?"
    r"|[Tt]he (?:[a-z]+ ){0,3}?(?:director|manager|officer|head|chair|clerk)s? "
    r"(?:(?:for|of) (?:[\w']+ ){1,6}?)?)"
    r"(?:to|would|will|shall|should|undertook|agreed to|agreed that)(?! (?:to )?be\b)(?: \w+)"
)
_OWNER_AFTER = re.compile(
    r"[(\[](?:Action by|Action|ACTION|Lead|Owner)[:-]? ?(?P<name>[^()\[\]]{2,60})[)\]]\W*$"
)
_LAST_BRACKET = re.compile(r"\((?P<name>[A-Z][^()\d]{2,60})\)\W*$")
_TO_BE_DONE = re.compile(r"\b(?:to|would|will|should|shall) be \w+")
_STEMS = ("recommend", "refer", "write", "request", "ask", "instruct", "urge", "invite", "call")
_ANY_BODY = ("Committee", "Panel", "Board", "Commission")  # mostly the one that met
_LONGEST_NAME = 9  # words: "Chief Executive, Bradford Children and Families Trust"
_HEAD = 600  # an addressee stands near the beginning


def addressee_of(text: str, lead: str, *, is_recommendation: bool = False) -> str | None:
    """The body or officer a decision names as the one to answer it.

    `lead` is what the vehicle and its lead-in say: "RECOMMENDED that Cabinet:".
    """
    head = text[:_HEAD]
    found = _OPENING.match(head) or (is_recommendation and _SUBJECT.match(head))
    if not found and has_any(lead, _STEMS):
        found = _TO_ACT.search(lead) or _TO_BE_ASKED.search(lead) or _ADDRESSED.search(lead)
    if not found and has_any(head, _STEMS):
        found = _TO_ACT.match(head) or _ADDRESSED.search(head) or _PASSED_ON.search(head)
        if found and found["name"] in _ANY_BODY:
            return None
    return found["name"] if found else None


def owner_of(text: str) -> str | None:
    """Who an action says will do it: "Ms Reed to advise", "The Director would provide"."""
    if after := _OWNER_AFTER.search(text[-200:]):
        return after["name"].strip()
    if _TO_BE_DONE.search(text[:120]):
        return None  # "Visit to the hub to be arranged": by whom is not said
    if found := _OWNER.match(text[:300]):
        return found["name"].strip(" ,")
    bracket = _LAST_BRACKET.search(text[-80:])
    return bracket["name"] if bracket and is_name(bracket["name"]) else None


def is_name(text: str) -> bool:
    """ "ACTION: Ms Reed" names who, and leaves what to the sentence before."""
    words = [word for word in text.split() if word not in ("of", "for", "and", "the", "&")]
    return len(words) <= _LONGEST_NAME and not any(word[0].islower() for word in words)
