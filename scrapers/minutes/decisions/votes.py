"""Who moved and seconded, how the vote went, and what became of a motion.

Reads the circumstances printed round a decision; which circumstances belong to which decision is
settled by `governing`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.counts import counts_of
from scrapers.minutes.decisions.sentences import has_any


@dataclass(frozen=True, slots=True)
class Vote:
    mover: str | None = None
    seconder: str | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    is_unanimous: bool | None = None


_TITLE = (
    r"(?:(?:The |the )?(?:Deputy |Vice[- ])?(?:Councillor|Cllr\.?|Alderman|Chairman|Chairwoman"
    r"|Chairperson|Chair|Mayor|Leader|County Councillor|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Lord|Lady"
    r"|Sir|Professor|Reverend|Rev\.?|Common Councilman|Deputy))"
)
_NO_NAME = r"(?:Seconde[dr]|SECONDED|Vote|VOTE|Voting|Carried|CARRIED|Motion|For|Against|That)\b"
_PERSON = (
    rf"{_TITLE}(?: (?!{_NO_NAME})"
    r"(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Miss|[A-Z][\w'-]+|[A-Z]\.?|[Dd]e|van|von|\([A-Z][\w -]{0,30}\)))*"
)
_MOVER = re.compile(
    rf"(?:\b[Mm]oved|MOVED|\b[Pp]roposed|PROPOSED|\b[Mm]otion|\b[Pp]roposition|\b[Pp]roposal"
    r"|\b[Mm]over|\b[Pp]roposer)"
    rf"(?: as a recommendation| as an amendment)?(?: (?:by|of|from)|:) ?(?P<name>{_PERSON})"
    rf"|(?P<active>{_PERSON})(?:,? (?:then|formally|also))?"
    r" (?:moved|MOVED|proposed|PROPOSED)\b(?! by)"
)
_SECONDER = re.compile(
    rf"(?:\b[Ss]econded|SECONDED|\b[Ss]econder)(?: (?:by|from)|:) ?(?P<name>{_PERSON})"
    rf"|(?P<active>{_PERSON})(?: (?:then|formally|also))? (?:seconded|SECONDED)\b(?! by)"
)
_UNANIMOUS = Caseless(
    r"\b(?:unanimous(?:ly)?|nem\.? ?con|yn unfrydol|(?:none|no-?one|nobody) dissenting"
    r"|without dissent|all (?:members )?(?:present )?(?:were |voted |voting )?in favour)\b"
)
_OPPOSED = Caseless(
    r"(?<!no one )(?<!nobody )(?<!none )\bvot(?:ed|ing) against\b"
    r"|\bvotes? against\b[^.]{0,60}\brecorded"
)
_NOT_UNANIMOUS = Caseless(r"\bnot (?:\w+ )?unanimous")
_PUT = (
    r"(?:motion|amendment|recommendations?|proposals?|proposition|resolution|this|it|matter|item)"
)
_FATE = (
    r"(?P<fate>carried|lost|defeated|not carried|rejected|not (?:agreed|approved|supported)|fell"
    r"|withdrawn"
    r"|agreed|approved|adopted|accepted|deferred|referred(?: back)?)"
)
# "The motion was put and carried by 12 votes to 7", "the amendment was declared lost".
_OUTCOME = Caseless(
    rf"\b(?P<what>{_PUT})\b(?!,? (?:be|moved|seconded)\b)(?:[^.;\"]{{0,140}}?[ ,])??"
    rf"(?:was|were|is|be|being|been|and|then|had been|declared|vote"
    r"|therefore|duly|accordingly|unanimously|stood|stands)"
    rf"(?: \w+){{0,3}}? {_FATE}\b"
    rf"|\b(?P<bare>motion|amendment)(?: was)? {_FATE.replace('fate', 'bare_fate')}\b"
    rf"|^\(?(?:the )?(?:vote|voting)\b[^.]{{0,80}}\b{_FATE.replace('fate', 'vote_fate')}\b"
    r"|^\(?(?P<alone>carried|lost|defeated|withdrawn)\b"
    r"(?=[\s:.)]*(?:unanimously|(?:by |with |\d)[^.;]{1,80})?[\s.)]*(?:\([^()]{1,80}\)\W*)?$)"
    r"|(?P<show>\ball (?:members )?(?:were |voted )?in favour)\b"
    r"|^(?:it was )?(?:(?:resolved|agreed) accordingly|so (?:resolved|agreed))\W*$"
    r"|\b(?P<active>withdrew) (?:the|their|his|her|this) (?:\w+ )?(?P<withdrawn>motion|amendment)\b"
    r"|^(?P<all>(?:all|members|the (?:committee|panel|board|meeting)) (?:unanimously )?agreed)\W*$"
)
_STATUS = {
    "carried": "adopted",
    "agreed": "adopted",
    "approved": "adopted",
    "adopted": "adopted",
    "accepted": "adopted",
    "lost": "lost",
    "defeated": "lost",
    "not carried": "lost",
    "not agreed": "lost",
    "not approved": "lost",
    "not supported": "lost",
    "rejected": "lost",
    "fell": "lost",
    "withdrawn": "withdrawn",
    "withdrew": "withdrawn",
    "in favour": "adopted",
    "deferred": "deferred",
    "referred": "referred",
    "referred back": "referred",
}
_STEMS = (
    *("motion", "amend", "moved", "second", "vot", "carried", "unanim", "abst", "nem con"),
    "in favour",
)
_CIRCUMSTANCE = Caseless(
    r"\b(?:motion|amendment|moved|seconded|put to the vote|carried|unanimous(?:ly)?"
    r"|voted|votes|voting|vote"
    r"|abstained|abstentions?|abstain|nem con|all (?:members )?(?:were )?in favour)\b"
)
_OPENS_AS_ONE = Caseless(
    r"\(?(?:lost|defeated)\b|the proposal (?:was|fell)\b|(?:proposer|mover|seconder) ?:"
    r"|\W*(?:for|against|in favour)(?: ?\(\d{1,3}\))? ?:"
    r"|(?:all|members|the (?:committee|panel|board|meeting)) (?:unanimously )?agreed\W*$"
    r"|(?:it was )?(?:(?:resolved|agreed) accordingly|so (?:resolved|agreed))\W*$"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    status: str
    of_amendment: bool


def outcome_of(text: str) -> Outcome | None:
    """What a paragraph says became of the motion before it, if it says so."""
    found = _OUTCOME.search(text)
    if not found:
        return None
    fate = found["fate"] or found["bare_fate"] or found["vote_fate"] or found["alone"]
    fate = fate or found["active"] or "in favour"
    what = found["what"] or found["bare"] or found["withdrawn"] or ""
    return Outcome(_STATUS[fate.casefold()], what.casefold() == "amendment")


def is_circumstance(text: str) -> bool:
    """Whether a paragraph tells how a decision came about: moved, seconded, voted."""
    if has_any(text, _STEMS) and _CIRCUMSTANCE.search(text):
        return True
    return _OPENS_AS_ONE.match(text) is not None


@lru_cache(maxsize=64)  # the entries of a long list have it in common
def vote_of(circumstances: str) -> Vote:
    """The mover, seconder and vote that the words round a decision state."""
    votes_for, votes_against, abstentions = counts_of(circumstances)
    return Vote(
        mover=_person(_MOVER.search(circumstances)),
        seconder=_person(_SECONDER.search(circumstances)),
        votes_for=votes_for,
        votes_against=votes_against,
        abstentions=abstentions,
        is_unanimous=_is_unanimous(circumstances, votes_against, abstentions),
    )


def _person(found: re.Match[str] | None) -> str | None:
    return (found["name"] or found["active"]).strip(" .,") if found else None


def _is_unanimous(
    circumstances: str, votes_against: int | None, abstentions: int | None
) -> bool | None:
    if _UNANIMOUS.search(circumstances) and not _NOT_UNANIMOUS.search(circumstances):
        return True
    if votes_against is None:
        return False if _OPPOSED.search(circumstances) else None
    if votes_against:
        return False
    return None if abstentions else True  # "none against" with abstentions is for others to name
