"""Decisions whose label is lost or was never printed.

"That the pledge be signed." stands alone where text extraction dropped the bold RESOLVED above
it; "The minutes were confirmed as an accurate record." is how some clerks write throughout.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.bodies import STARTS_WITH_BODY, is_another_body, is_retold
from scrapers.minutes.decisions.clauses import is_subjunctive, shall_be
from scrapers.minutes.decisions.headings import is_bare_lead_in
from scrapers.minutes.decisions.kinds import AGREEMENT, NOTED, RESOLUTION, kind_of_word
from scrapers.minutes.decisions.lists import is_act_in_capitals, kind_of_act
from scrapers.minutes.decisions.sentences import ends_with_colon, has_any

_THAT = re.compile(r"[\"']?(?:That|THAT),? (?P<clause>.)")
_BODY_SHALL = re.compile(
    r"(?:the )?(?:Cabinet|Council|Committee|Panel|Board|Sub-Committee|Commission|Executive)"
    r" (?:note|receive|approve|agree|endorse|recommend|support|adopt|accept|delegate|authorise"
    r"|consider|request|ask|welcome)\b(?! to be)"
)
_TO_ACT = re.compile(
    r"to (?:note|approve|agree|endorse|recommend|request|support|delegate|refer|accept|adopt"
    r"|authorise)\b"
)
# "APPROVED the plan", "DELEGATED authority to …"; not "APPROVED PREMISES" or "CONFIRMED cases".
_ACT_ON_SOMETHING = re.compile(
    r"(?:AND )?[A-Z]+ (?:the|an?|that|to|all|both|its|their|authority)\b"
)
_IS_DONE = re.compile(
    r"That (?!(?:it|this|there|these|they)\b)[^.;]{3,160}? (?:is|are) (?:hereby |also )?"
    r"(?:noted|approved|agreed|endorsed|accepted|adopted|received|authorised|confirmed|referred"
    r"|delegated|(?:put|placed|included) (?:on|in) the (?:\w+ )?(?:work programme|agenda)"
    r"|added to the (?:\w+ )?(?:work programme|agenda))\b"
)
_ONLY_NOTED = re.compile(
    r"\b(?:be|(?<=That )[^.;]{3,160} (?:is|are)) (?:received and |received, "
    r"|considered and )?noted\b"
    r"(?!.*\b(?:and|;)\b.*\bbe (?!noted))"
)
STEMS = (
    *("noted", "approved", "agreed", "confirmed", "accepted", "received", "carried"),
    *("endorsed", "adopted", "supported", "signed", "elected", "appointed"),
)
_DONE_BY_A_BODY = (
    *("noted", "approved", "agreed", "endorsed", "adopted", "accepted", "supported"),
)
_MINUTES_APPROVED = Caseless(
    r"^(?:.{0,60}?\b)?minutes\b.{0,200}?\b(?:was|were)\b.{0,60}?\b(?:approved|agreed|confirmed|accepted"
    r"|signed|received)\b.{0,60}?\b(?:as|and) (?:being )?(?:a |an )?"
    r"(?:true|correct|accurate|signed|proper|fair)"
)
_MINUTES_AGREED = Caseless(
    r"^(?:.{0,40}?\b)?minutes of .{0,160}?\b(?:was|were) (?P<verb>approved|agreed|confirmed)\b"
)
_DOCUMENT = (
    r"(?:reports?|updates?|contents?|presentations?|briefings?|minutes|letters?|findings|outcomes?"
    r"|information|position|progress|plans?|work programme|forward plan|action plan|verbal update"
    r"|performance|recommendations?)"
)
_WAS_NOTED = Caseless(
    rf"^(?:the )?(?:[\w'&-]+ ){{0,6}}{_DOCUMENT}(?: [\w'&,-]+){{0,14}} (?:was|were) "
    r"(?:received and |duly )?noted\.?$"
)
_WAS_AGREED = Caseless(
    r"^(?!the following\b)"
    r"(?:(?:up)?on being put to the vote,? |(?:following|after|having|upon)\b[^.;]{0,100}?, )?"
    r"(?:(?:the \w+|members) voted\b[^.;]{0,60}? and )?(?:all |both )?(?:the )?(?:[\w'&-]+ ){0,3}"
    r"recommendations?,?(?: [\w'&,-]+){0,10} (?:was|were) "
    r"(?:unanimously |then |all |duly |put to the (?:vote|meeting) and "
    r"|(?:proposed|moved),? (?:and )?(?:duly )?seconded,? and )*"
    r"(?P<verb>approved|agreed|accepted|carried|endorsed)\b[^,;]{0,60}$"
)
_DOCUMENT_AGREED = Caseless(
    rf"^(?:the )?(?:[\w'&-]+ ){{0,6}}(?:{_DOCUMENT}|strategy|policy|budget|schedule|programme"
    r"|terms of reference|application) (?:was|were) (?:then |unanimously |duly )*"
    r"(?P<verb>approved|agreed|endorsed|adopted|accepted)(?: unanimously)?\.?$"
)
_BODY_NOTED = re.compile(
    r" (?:then |duly |unanimously |received and |considered and )?(?:noted|NOTED) "
    r"(?:the |this |its )?(?:(?!(?:that|of|on|for|in|and)\b)[\w'&-]+ ){0,5}?"
    rf"{_DOCUMENT}\b(?! (?:had|has|have|was|were|is|are|would|did)\b)(?P<rest>.*)$"
)
_BODY_NOTED_THAT = re.compile(r" (?:then |duly )?noted that\b")
_BODY_APPROVED = Caseless(
    r" (?:then |duly |unanimously |formally |also |(?:noted|received|considered|welcomed) and )*"
    r"(?P<verb>approved|endorsed|agreed|adopted|accepted|supported)"
    r" (?:and \w+ )?(?:the |all |an? |its |these |both )"
)
_AND_APPROVED = Caseless(
    r"\band (?:then |unanimously )?(?P<verb>approved|endorsed|agreed|accepted) the "
    r"(?:report'?s? |\w+ )?recommendations?\b"
)
# "Councillor Ash was duly elected Chair for the year": so the minute of an election ends.
_ELECTED = re.compile(
    r"(?:That )?(?:Councillor|Cllr\.?|Alderman|Mr|Mrs|Ms|Miss|Dr|Professor)"
    r" [A-Z][\w' .-]{1,60}? was"
    r" (?:then |duly |unanimously |therefore |accordingly )*(?:re-?)?(?:elected|appointed)"
    r"(?: as)?(?: the)?(?: to the (?:office|position|role|post) of)?(?: the)?"
    r" (?:Chair|Vice|Deputy (?:Chair|Mayor|Leader)|Co-?Chair|Mayor)"
    r"(?![^.]*\b(?:in (?:19|20)\d\d|had|has)\b)"
)
_STANDING_FOR = Caseless(r"\b(?:nominat|propos|moved|second)")
_OWN_VERB = re.compile(
    r" (?:\w+ )?(?:(?:agreed|AGREED) to (?=recommend))?"
    r"(?P<verb>noted|NOTED|agreed|AGREED|recommend(?:ed)?|RECOMMENDED)\b"
)
_MEMBERS = Caseless(r"(?:the |all )?(?:members|councillors)\b")
_PURPOSE = re.compile(r"(?:to|To) (?P<verb>note|confirm|receive|agree|approve|appoint)\b")


def headless_kind(text: str, *, is_entry: bool = False) -> str | None:
    """The kind of a bare "That … be …", None if the text is none such.

    An entry of a list may do without "That": "a) Cabinet receive and note the letter", "(1) to
    note the report".
    """
    if is_entry and (_BODY_SHALL.match(text) or _TO_ACT.match(text)):
        return RESOLUTION
    if is_entry and _IS_DONE.match(text):
        return kind_of_entry(text)  # "a. That the letter is noted, and"
    if is_entry and text.startswith("that ") and shall_be(text):
        return kind_of_entry(text)  # "(a) that fees be frozen;"
    if _ACT_ON_SOMETHING.match(text) and is_act_in_capitals(text):
        return kind_of_act(text)  # "APPROVED the plan."
    found = _THAT.match(text)
    if not found or not is_subjunctive(text[found.start("clause") :]):
        return None
    return kind_of_entry(text)


def kind_of_entry(text: str) -> str:
    """What a decision without a label is by its own words."""
    is_noting = text.startswith("Noted ") or _ONLY_NOTED.search(text[:1000])
    return NOTED if is_noting else RESOLUTION


def leads_in_unlabelled(text: str) -> bool:
    """ "That the Cabinet:" or "That:" above a list, its label lost."""
    is_that = text.startswith(("That ", "That:"))
    return is_that and ends_with_colon(text) and is_bare_lead_in(text)


def may_tell_outcome(text: str) -> bool:
    """Whether a paragraph is worth asking for its `prose_kind`."""
    return len(text) <= 600 and has_any(text, STEMS)


def prose_kind(
    text: str, *, committee: str | None, before: str | None, is_last: bool
) -> str | None:
    """The kind of a paragraph that tells an outcome in plain prose, None if it does not.

    `before` is the text of the block before it, None where the paragraph is the whole minute.
    """
    if has_any(text, ("minutes",)) and (kind := _kind_of_minutes(text)):
        return kind
    if has_any(text, ("noted",)) and _WAS_NOTED.match(text):
        return NOTED
    if _ELECTED.match(text) and (before is None or _STANDING_FOR.search(before)):
        return RESOLUTION
    agreed = _WAS_AGREED.match(text) if has_any(text, ("recommendation",)) else None
    agreed = agreed or (is_last and _DOCUMENT_AGREED.match(text))
    if agreed and not is_retold(text[: agreed.start("verb")]):
        return AGREEMENT if agreed["verb"].casefold() == "agreed" else RESOLUTION
    body = STARTS_WITH_BODY.match(text[:200]) if has_any(text, _DONE_BY_A_BODY) else None
    if not body or is_another_body(body["body"], committee) or is_retold(body[0]):
        return None
    if noted := _BODY_NOTED.match(text, body.end()):
        return NOTED if is_last or not re.search(r"[.] ", noted["rest"]) else None
    # "To note that Cllr Ash has been appointed" on the agenda, answered by "The Committee noted".
    answers = before is None or (
        (purpose := _PURPOSE.match(before)) is not None and purpose["verb"] == "note"
    )
    if _BODY_NOTED_THAT.match(text, body.end()):
        is_body = not _MEMBERS.match(text)
        return NOTED if is_body and answers and ". " not in text else None
    if not is_last:
        return None
    approved = _BODY_APPROVED.match(text, body.end()) or _AND_APPROVED.search(text, body.end())
    if approved is None:
        return None
    return AGREEMENT if approved["verb"].casefold() == "agreed" else RESOLUTION


def _kind_of_minutes(text: str) -> str | None:
    """ "The minutes of 4 May were approved as an accurate record", or AGREED."""
    if _MINUTES_APPROVED.search(text):
        return RESOLUTION
    agreed = _MINUTES_AGREED.search(text)
    if agreed is None:
        return None
    return AGREEMENT if agreed["verb"].casefold() == "agreed" else RESOLUTION


def kind_by_body(text: str) -> str | None:
    """Under the heading "Decision": "The Cabinet noted the report", "The Cabinet agreed to …"."""
    body = STARTS_WITH_BODY.match(text[:200])
    verb = _OWN_VERB.match(text, body.end()) if body else None
    if verb is None:
        return None
    return kind_of_word(verb["verb"])
