"""To whom a decision is addressed, and who is to carry it out. Unnamed stays None."""

import re

_TITLE = r"[A-Z][\w'-]*(?:,? (?:and |& |of |for )?(?:the )?[A-Z][\w'-]*){0,6}"
_NAMED = (
    rf"(?:Cabinet Member(?: for {_TITLE})?|Executive Member(?: for {_TITLE})?"
    rf"|Portfolio Holder(?: for {_TITLE})?|Lead Member(?: for {_TITLE})?|Leader of the Council"
    r"|(?:Full |County |City |Borough |Town )?Council|Cabinet|Executive|Leader|Chief Executive"
    rf"|(?:[A-Z][\w'&-]+,? (?:and |& |of |for )?(?:the )?){{0,7}}"
    r"(?:Committee|Board|Panel|Commission|Sub-Committee)"
    rf"|(?:[A-Z][\w'&-]+ (?:and )?){{0,4}}(?:Directors?|Head)(?: (?:of|for) {_TITLE})?"
    r"|Secretary of State(?: for [A-Z]\w+)?|Government|[Oo]fficers)"
)
# "recommend to Cabinet that", "request the Director of Education to", "ask the Cabinet Member".
_ADDRESSED = re.compile(
    r"\b(?:(?:recommend(?:s|ed|ation)?|RECOMMEND(?:ED|ATIONS?)?|refer(?:red)?|write)[:,]? \(?to"
    r"|[Rr]equest(?:s|ed)?|[Aa]sk(?:s|ed)?|[Ii]nstruct(?:s|ed)?|[Uu]rge[sd]?|[Ii]nvite[sd]?"
    rf"|[Cc]alls? (?:up)?on) (?:the )?(?P<name>{_NAMED})(?!\w)"
)
# "That Council be recommended to", "That officers report back".
_OPENING = re.compile(
    rf"(?:[Tt]hat )?(?:[Tt]he )?(?P<name>{_NAMED})"
    r" (?:(?:be|is|are) (?:recommended|requested|asked|invited|instructed|urged|authorised)"
    r"|(?:to )?(?:report|provide|bring|circulate|submit|undertake|ensure|present|write|review"
    r"|prepare|continue)\b)"
)
_OWNER = re.compile(
    r"(?:ACTIONS?|Actions?)?(?: \d{1,2})? ?[:-]? ?(?:[Tt]hat )?"
    r"(?P<name>(?:[Tt]he )?(?:(?:[A-Z][\w'.&-]*|of|for|and|the|officers)[ ,]{1,2}){1,12}?)"
    r"(?:to|would|will|shall|should|undertook|agreed to|agreed that)(?: \w+)"
)
_OWNER_AFTER = re.compile(
    r"[(\[](?:Action|ACTION|Lead|Owner|Action by)[:-]? ?(?P<name>[^()\[\]]{2,60})[)\]]\W*$"
)
_HEAD = 600  # an addressee stands near the beginning


def addressee_of(text: str, lead: str) -> str | None:
    """The body or officer a decision names as the one to answer it."""
    opening = _OPENING.match(text[:_HEAD])
    found = opening or _ADDRESSED.search(lead) or _ADDRESSED.search(text[:_HEAD])
    return found["name"] if found else None


def owner_of(text: str) -> str | None:
    """Who an action says will do it: "Ms Reed to advise", "The Director would provide"."""
    if after := _OWNER_AFTER.search(text[-200:]):
        return after["name"].strip()
    found = _OWNER.match(text[:300])
    return found["name"].strip(" ,") if found else None
