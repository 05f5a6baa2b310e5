"""Sentences that lead in to a list, and whose list it then is.

"The following actions were agreed:" opens the body's own; an inspectorate's recommendations and
what an officer proposed are somebody else's.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.bodies import (
    STARTS_WITH_BODY,
    SUBJECT_BEFORE,
    is_another_body,
    is_retold,
)
from scrapers.minutes.decisions.kinds import (
    ACTION,
    AGREEMENT,
    NOTED,
    RECOMMENDATION,
    RESOLUTION,
    Vehicle,
    kind_of_word,
)
from scrapers.minutes.decisions.sentences import ends_with_colon, has_any

# "The following actions were agreed:", "The Committee made the following recommendations:".
_LISTED = r"(?P<noun>recommendations?|actions?|resolutions?|decisions?)"
_FOLLOWING = Caseless(
    rf"following (?:\w+ ){{0,2}}{_LISTED} (?:was|were) (?:\w+,? ){{0,5}}?"
    r"(?:agreed|made|approved|resolved|carried|adopted|passed|taken|identified)\b"
    rf"|(?:made|makes?|agreed|approved|adopted|resolved|took|agreed to make|put forward)"
    rf" the following (?:\w+ ){{0,3}}{_LISTED.replace('noun', 'object')}"
    r"|following (?:was|were) (?P<verb>agreed|resolved|recommended)\b"
    r"|(?P<what>agreed|resolved|recommended) (?:upon |on )?the following\b"
    rf"|agreed (?:its|their|the) {_LISTED.replace('noun', 'final')}"
    r"(?: to the [\w ]{2,60})?(?: as follows)?(?= ?:)"
    rf"|{_LISTED.replace('noun', 'shown')} (?:was|were )?(?:(?!and\b)\w+ ){{0,3}}as follows"
    rf"|\b{_LISTED.replace('noun', 'own')} (?:was|were)(?: that)? ?:"
    rf"|(?<='s ){_LISTED.replace('noun', 'theirs')}(?: to [\w' ]{{2,60}})? ?:"
    rf"|\b(?P<asked>requested(?: that)?|asked (?:that|for))(?: the following[\w ]{{0,60}}"
    r"|(?<=that)(?: [\w']+){1,5})? ?[:-]"
)
_STEMS = ("follow", "recommendation", "action", "resolution", "decision", "requested", "asked")
_OUTSIDER = Caseless(
    r"\b(?:report|letter|inspectors?|inspection|inspectorate|ofsted|hmip?|cqc|ombudsman|review|peer"
    r"|auditors?|department|dfe|secretary of state|coroner)\b"
)
_PROPOSER = Caseless(
    r"\b(?:portfolio holder|director|officers?|chair|cabinet member|member|councillor)\b"
    r"[^.]{0,80}\b(?:proposed|recommended)(?: that)?\W*$"
)
_ACTED = re.compile(
    r"(?:and )?(noted|agreed|recommended|requested|asked(?! (?:about|if|whether|how|what|why|when"
    r"|wh\w+)\b)"
    r"|approved|endorsed|resolved|accepted|supported|adopted|delegated|authorised|thanked|welcomed"
    r"|received|appointed|confirmed|deferred|referred|instructed|invited|congratulated|upheld|dismissed"
    r"|rejected|granted|allocated|awarded|opposed)\b",
    re.IGNORECASE,
)
_KIND_OF_ACT = {
    "noted": NOTED,
    "agreed": AGREEMENT,
    "recommended": RECOMMENDATION,
    "requested": ACTION,
    "asked": ACTION,
}
_PUT_TO_THE_BODY = Caseless(
    r"(?:(?:the |this )?(?:[\w&'-]+ ){0,6}?(?:committee|panel|board|commission|forum)|members)"
    r" (?:is|are) (?:therefore |hereby )?(?:recommended|asked|invited|requested) to\b"
)
_CALLS_FOR = ("recommend", "require", "suggest", "priority action", "for improvement")


def leading_in(text: str, committee: str | None) -> Vehicle | None:
    """A sentence that only leads in to a list: "The following actions were agreed:"."""
    if len(text) > 400 or not ends_with_colon(text):
        return None
    found = _FOLLOWING.search(text) if has_any(text, _STEMS) else None
    if not found:
        return None
    lead = text[: found.start()]
    if _OUTSIDER.search(lead) and not _is_body_acting(lead, committee):
        return None
    if is_retold(lead) or (
        found["noun"] is None and found["verb"] is None and not _is_body_acting(lead, committee)
    ):
        return None
    named = ("noun", "object", "final", "shown", "own", "theirs", "verb", "what")
    noun = next((found[name] for name in named if found[name]), "action")
    return Vehicle(
        kind=ACTION if found["asked"] else kind_of_word(noun.casefold()),
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


def puts_to_the_body(text: str) -> bool:
    """Whether a lead-in asks the meeting itself: "The Committee is recommended to:"."""
    return bool(_PUT_TO_THE_BODY.match(text))


def kind_of_act(text: str) -> str | None:
    """What an entry under "The Committee:" is by its own verb: "noted the report"."""
    found = _ACTED.match(text)
    return _KIND_OF_ACT.get(found[1].casefold(), RESOLUTION) if found else None


def is_act_in_capitals(text: str) -> bool:
    """ "NOTED the letter", "DELEGATED authority to …": an act under a heading or a name."""
    found = _ACTED.match(text)
    is_whole = found and text[found.end() :].strip(" :-") and not ends_with_colon(text)
    return bool(found and is_whole and found[1].isupper() and found[1] != "RESOLVED")


def list_owner(text: str) -> str | None:
    """Whose list a lead-in introduces that is not the body's own: an outsider's, a proposer's."""
    if not text.endswith("-") and not ends_with_colon(text):
        return None
    head = text[:600]
    if _PROPOSER.search(head):
        return "proposer"
    if _OUTSIDER.search(head) and has_any(head, _CALLS_FOR):
        return "outsider"
    return None
