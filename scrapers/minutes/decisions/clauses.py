"""Whether a clause says what shall be, or tells what was: "be approved" against "was approved"."""

import re

from scrapers.minutes.caseless import Caseless

_PARTICIPLE = (
    r"(?:\w+ly )?(?:\w+(?:ed|en)|noted|put|set|sent|made|held|given|taken|brought|built|kept|drawn"
    r"|sought|undertaken|thanked|paid|told|read|asked to|in place|added|withdrawn|shown|found|met)"
)
# "That the report be noted", "updates be provided"; not "to be noted", "would be noted".
_SHALL_BE = Caseless(
    rf"(?<!\bto )(?<!\bwould )(?<!\bwill )(?<!\bcould )(?<!\bcan )(?<!\bmay )(?<!\bmight )"
    r"(?<!\bshould )(?<!\bmust )(?<!\bnot )\b"
    rf"(?:not )?be (?:and (?:is|are) hereby )?{_PARTICIPLE}\b"
)
_RELATIVE = Caseless(
    r"\b(?:which|who|whom|where|as|what|than|whether|if|because) (?:\w+ ){0,3}?"
    r"(?:was|were|is|are|had|has|have|could|can|may|did|does)\b"
)
_FINITE = Caseless(
    r"(?P<shall>\b(?:would|should|will|shall|must)\b|(?<!\bto )\bbe\b)"
    r"|\b(?:was|were|is|are|had|has|have|did|does|could|can|may|might|needs?|needed)\b"
)
_OPINION = Caseless(
    r"\b(?:would|should|will|must) (?:\w+ly |also |not )?(?:be (?:an? |very |more |most |so )?"
    r"(?:\w+ ){0,1}?(?:helpful|useful|good|difficult|important|beneficial|interesting|better|easier"
    r"|hard|possible|challenging|necessary|sensible|wise|happy|idea|challenge|priority|positive)"
    r"|have been|like to|need|depend|help\b|not )"
)
_TOLD_SUBJECT = Caseless(
    r"(?:it|this|that|these|they|he|she|we|there) (?:was|were|is|are|had|has)\b"
)
# "Cabinet invest in early help": a singular name, and a verb without its s.
_BODY_DOES = re.compile(
    r"(?:the )?(?:[A-Z][\w'&-]* (?:of |for |and )?){0,6}(?:Cabinet|Executive|Council|Committee"
    r"|Panel|Board|Commission|Chair|Director|Officers?|Managers?|Leader|Government|Minister)"
    r" (?!(?:of|for|and|or|in|on|to|at|by|with|from)\b)[a-z]+(?<!ed)(?<!s)\b"
)
# "That children be seen was the main theme" tells of what was asked.
_IS_A_SUBJECT = re.compile(r"(?<!\bto )\bbe \w+ (?:was|were|is|had|has)\b")
_BARE_VERB = Caseless(
    r"\b(?:notes?|approves?|agrees?|endorses?|recommends?|receives?|supports?|reports?|provides?"
    r"|brings?|circulates?|considers?|returns?|requests?|asks?|delegates?|authorises?|accepts?"
    r"|continues?|writes?|invites?|submits?|adopts?|welcomes?|prepares?|reviews?|establish(?:es)?"
    r"|appoints?|acknowledges?|thanks?|confirms?|ensures?|works?|takes?|undertakes?|explores?"
    r"|monitors?|includes?|commends?|calls?|encourages?|remains?|attends?|given?|makes?|looks?"
    r"|develops?|presents?|shares?|sends?|delivers?|adjourns?)\b"
)
# Comments below "RESOLVED that the following comments be submitted" are no acts.
_COMMENTS = re.compile(
    r"\bfollowing (?:\w+ )?(?:comments|observations|views|concerns|questions)\b[^:]{0,60} be \w+"
)


def is_to_be(clause: str) -> bool:
    """Whether a that-clause sets something to be done, rather than holding an opinion or telling.

    "the hub be visited" and "a talk would be held" are; "it was a fine plan"
    and "it would be helpful" are not.
    """
    head = clause[:300]
    if _TOLD_SUBJECT.match(head) or _OPINION.search(head):
        return False
    first = _FINITE.search(_RELATIVE.sub(" ", head))
    return (first is None and bool(_BARE_VERB.search(head))) or bool(first and first["shall"])


def is_subjunctive(clause: str) -> bool:
    """Whether a clause after "That" is worded as a resolution: "X be noted", "officers report"."""
    head = clause[:600]
    if _TOLD_SUBJECT.match(head) or _IS_A_SUBJECT.search(head):
        return False
    if _SHALL_BE.search(head):
        return True
    first = _FINITE.search(_RELATIVE.sub(" ", head))
    if first:
        return bool(first["shall"])
    return bool(_BARE_VERB.search(head) or _BODY_DOES.match(head))


def shall_be(clause: str) -> bool:
    """Whether a clause says of something that it be done, and not merely that it should be."""
    is_telling = _TOLD_SUBJECT.match(clause) or _IS_A_SUBJECT.search(clause[:300])
    return not is_telling and bool(_SHALL_BE.search(clause[:300]))


def passes_on_comments(lead: str) -> bool:
    """Whether a list only spells out what is passed on: "the following comments be submitted:"."""
    return bool(_COMMENTS.search(lead))


def has_act_of_its_own(lead: str) -> bool:
    """Whether the words before a list decide something too: "That the letter be noted and:"."""
    if passes_on_comments(lead):
        return True
    shall = _SHALL_BE.search(lead)
    return bool(shall and re.search(r"[;,]? and\b", lead[shall.end() :]))
