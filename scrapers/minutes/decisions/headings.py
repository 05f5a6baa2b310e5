"""Headings and turns of phrase that begin, end or merely lead in to what a vehicle governs."""

import re
from collections.abc import Sequence

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.blocks import Block
from scrapers.minutes.decisions.bodies import BODY, NOUN, STARTS_WITH_BODY, is_another_body

_MINUTES_BEGIN = ("Minutes", "MINUTES", "Cofnodion")
_MINUTES = re.compile(rf"(?:{'|'.join(_MINUTES_BEGIN)})(?: \d+)? ?:?$")
_END = Caseless(
    r"(?:the )?(?:reasons?\b(?: for)?|alternative options?|other options?|options? considered"
    r"|options? rejected|supporting documents?|additional documents?|accompanying documents?"
    r"|background(?: documents?| papers?| information)?|wards? affected|contact|publication date"
    r"|date of (?:decision|publication)|effective from|decided at meeting|is (?:key|subject)\b.*"
    r"|report author|lead (?:officer|director|member(?! (?:for [^:.]{2,80} )?(?:has |hereby )?"
    r"(?:resolved|agreed|approved|decided|noted|recommended)\b))"
    r"|declarations? of interest|implementation\b"
    r"|corporate (?:implications|impact)|financial implications|legal implications|consultation"
    r"|recorded vote|record of (?:vote|voting|decision)|voting record|call-?in\b|exempt\b"
    r"|purpose|discussion|introduction|summary(?! of actions)|context|questions?|next steps"
    r"|date of next meeting"
    r"|key points|meeting:|decision (?:maker|status|type|due)|in attendance|for information"
    r"|notes?|prior to)\b(?P<rest>[^:.]{0,60})(?P<colon>:|$)"
)
_REST_OF_HEADING = Caseless(
    r"(?:,? (?:of|for|and|the|any|considered|rejected|decisions?|recommendations?|resolutions?"
    r"|documents?|papers?|information|made|taken|&|\([^()]*\)))*$"
)
_BARE_END = re.compile(
    r"(?:Reasons?|REASONS?|Alternative [Oo]ptions|Supporting [Dd]ocuments?|Background|BACKGROUND"
    r"|Reasons? for (?:the )?(?:[Dd]ecisions?|[Rr]ecommendations?|[Rr]esolutions?)"
    r"|REASONS? FOR (?:THE )?DECISION|Implementation of [Dd]ecisions?|Consultation)\b"
)
_LEAD_IN = Caseless(r"(?::[ -]*|[-]|\b(?:that|to|it was|as follows)[.…;, ]*)$")
_CONCLUDES = re.compile(
    r"(?:Conclusions?|Outcomes?|CONCLUSIONS?|OUTCOMES?)\W*$"
)  # of what was said
_LEADING_ENDS = (":", "that", "to", "it was", "follows")
# No name has "a" within: "set up a working group" is an act.
_BARE_LEAD_IN = re.compile(
    rf"(?:[Tt]hat:? ?)?(?:(?!\w+ (?:\w+ )?an? ){BODY}|[Oo]fficers|we|it)?"
    r"(?: ?\b(?:also|further|agree[ds]?|requests?|recommends?|resolves?|that|to))*\W*$"
)
_READS_AS_NAME = re.compile(
    r"(?:[Tt]hat|[Tt]he|[Tt]his)\b|[A-Z][\w&'-]*(?: (?:[A-Z][\w&'-]*|of|for|and|the))*$"
)
_NAME_ALONE = re.compile(
    r"[Tt]hat (?:the )?[A-Z][\w'&-]*(?:,? (?:(?:of|for|and|the|&|to) )*[A-Z][\w'&-]*){0,9} ?:[ -]*$"
)
_AND_THEN = Caseless(
    rf"\b(?:and(?: then| therefore)?|{NOUN}(?: \([^()]{{1,60}}\))?(?: members)?"
    r"|members|councillors) ?:[ -]*$"
)
# "Members:" above "asked …; welcomed …" tells of a discussion.
_NO_SUBJECT = Caseless(r"(?:the |all )?(?:members|councillors) ?:|(?:decisions?|resolutions?) of\b")
# A decision taken by one member: "The Cabinet Member for Children:" above all that was approved.
_ALONE = r"The (?:Executive )?(?:Cabinet|Executive|Lead) Member(?: for [\w, &'-]{2,80}?)?"
_MEMBER_ALONE = re.compile(rf"{_ALONE}(?: has| hereby)? ?:[ -]*$")
_ACTS_ALONE = re.compile(
    rf"(?:{_ALONE}|{BODY})(?: has| hereby)? (?:APPROVED|ENDORSED|AUTHORISED|ADOPTED|ACCEPTED"
    r"|CONFIRMED|SUPPORTED) ?[:-]{1,2}[ -]*$"
)
_SAYS_WHAT = re.compile(
    r"\bbe\b|\bto (?!the\b)[a-z]+ (?:the|an?|its|their|all|to|on|in|with|for)\b"
)
_NARRATIVE = re.compile(
    r"\(?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Dr|The (?:Chair|Chairman|Director|Cabinet Member|Leader"
    r"|Portfolio Holder|Vice[- ]Chair|Head|Assistant|Executive Director|Corporate Director|meeting"
    r"|Mayor|Officer|report\b|presentation|following (?:points|comments))"
    r"|At the meeting\b|Members (?:asked|were|queried|discussed|raised|noted|commented)"
    r"|In response|In reply|During"
    r"|A (?:Member|question|discussion)|There (?:was|were)"
    r"|It was (?:noted|reported|explained|stated)"
    rf"|{BODY} (?:considered|received|discussed|welcomed|heard|was|were|thanked|asked|had)\b)",
)
_LONGEST_HEADING = 120  # characters
_OF_THE_DECISION = Caseless(r"(?:this|the) decision (?:was|is|has|had)\b")
_DECIDED = re.compile(
    rf"(?:(?:{BODY}|{_ALONE} (?:has|hereby))(?: \w+ly| then| also)?"
    r" (?:noted|approved|agreed|endorsed|resolved|accepted|recommended"
    r"|supported|authorised|delegated|granted|adopted|requested|received and noted)\b"
    rf"|{_ALONE} (?:noted|approved|agreed|endorsed|accepted|authorised|delegated|granted|adopted)"
    r" (?:the|a|an|to|option) "
    r"|(?:Approved|Agreed|Noted|Endorsed|Accepted|Authorised|Granted|Adopted|Recommended)\b"
    r"|.{0,300}?\b(?:be|was|were) (?:\w+ly )?(?:noted|approved|agreed|endorsed|accepted|adopted"
    r"|authorised|granted|supported|delegated|deferred|referred|circulated|provided|received)\b)"
)


def is_minutes_heading(text: str) -> bool:
    return text.startswith(_MINUTES_BEGIN) and bool(_MINUTES.match(text))


def ends_a_reign(text: str) -> bool:
    """A heading after which nothing is decided: "Reasons:", "Supporting documents:"."""
    has_colon = ":" in text[:_LONGEST_HEADING]
    if len(text) > _LONGEST_HEADING and not has_colon:
        return False
    if _BARE_END.match(text) and (len(text) < 60 or ":" in text[:60]):
        return True
    if text.endswith(".") and not has_colon:
        return False  # a sentence
    found = _END.match(text[:_LONGEST_HEADING])
    if not found:
        return False
    return bool(found["colon"] or _REST_OF_HEADING.match(found["rest"]))


def is_lead_in(text: str) -> bool:
    """Words that only lead in to what comes next: "That:", "the Cabinet:-", ""."""
    end = text.rstrip(" -.…;,")[-7:].casefold()
    if end.endswith(_LEADING_ENDS) or text.endswith("-"):
        return bool(_LEAD_IN.search(text[-40:])) and not _CONCLUDES.match(text)
    return not text.strip()


def is_bare_lead_in(text: str) -> bool:
    """A lead-in naming only the body itself, which decides nothing: "That the Committee:"."""
    if not (is_lead_in(text) or _READS_AS_NAME.match(text)) or _says_what(text):
        return False
    return bool(_BARE_LEAD_IN.match(text) or _NAME_ALONE.match(text))


def _says_what(text: str) -> bool:
    return text.endswith((".", ";")) or _SAYS_WHAT.search(text) is not None


def leads_to_acts(text: str, committee: str | None) -> bool:
    """The body's name above a list of what it did: "The Committee:", "… considered it and:"."""
    if not text.endswith((":", ":-", ": -")) or _NO_SUBJECT.match(text):
        return False
    if is_bare_lead_in(text):
        return True
    if not _AND_THEN.search(text[-60:]):
        return False
    body = STARTS_WITH_BODY.search(text[:200])
    return body is not None and not is_another_body(body["body"], committee)


def is_member_deciding(text: str) -> bool:
    return bool(_MEMBER_ALONE.match(text))


def is_act_over_list(text: str) -> bool:
    """The verb above what it is done to: "The Cabinet Member APPROVED -" and a list."""
    return bool(_ACTS_ALONE.match(text))


def is_narrative(text: str) -> bool:
    """Plain telling, which no vehicle governs: "Councillor Jones left the meeting"."""
    return bool(_NARRATIVE.match(text)) and not _DECIDED.match(text[:400])


def is_title_of_list(text: str, following: Sequence[Block]) -> bool:
    """A few words between vehicle and list, without an end: "Decisions of the Cabinet"."""
    is_short = len(text.split()) <= 6 and text[-1] not in ".;:,"
    return is_short and any(block.marker or block.text.startswith("That") for block in following)


def reads_as_decided(text: str) -> bool:
    """Under "Decision:": "The Cabinet approved …", "Approved", "The report be noted"."""
    return bool(_DECIDED.match(text[:600])) and not _OF_THE_DECISION.match(text)
