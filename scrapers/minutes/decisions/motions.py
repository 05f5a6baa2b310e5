"""Motions: "It was moved by Councillor A, seconded by Councillor B, that …"."""

import re
from dataclasses import dataclass

from scrapers.minutes.decisions.kinds import RECOMMENDATION, RESOLUTION
from scrapers.minutes.decisions.sentences import ends_with_colon, has_any


@dataclass(frozen=True, slots=True)
class Motion:
    kind: str
    is_amendment: bool
    is_seconder_alone: bool
    start: int  # of the words that move it
    end: int
    text_start: int | None  # of the motion's words in the same block


_WHO = (
    r"(?:(?:[Tt]he )?(?:Vice[- ]|Deputy )?"
    r"(?:Councillor|Cllr|Alderman|Chair\w*|Mayor|Leader|Mr|Mrs|Ms|Dr|Common))"
)
_MOVED_BY = re.compile(
    # The letters are those that the alternatives begin with: looked at first, they save many tries.
    r"\b(?=[MmPpAaUOoT])(?:"
    r"(?:[Mm]oved|MOVED|[Pp]roposed|PROPOSED|[Mm]otion|[Aa]mendment)(?: as an? \w+)?"
    rf" (?:by|from) {_WHO}"
    rf"|Moved: ?{_WHO}|Proposed: ?{_WHO}|^(?:Up)?[Oo]n the (?:motion|proposition) of {_WHO}"
    rf"|^(?:A|The) proposal (?:by|from) {_WHO})"
)
STEMS = ("moved", "propos", "motion", "amend", "second")
_OF_WHOM = (" by ", " from ", "moved:", "proposed:", " of ")
_MOVES = re.compile(
    rf"\b(?:{_WHO}\.?(?: [A-Z][\w'.-]*){{1,4}}|(?:A|One|Another) [Mm]ember"
    r"|[Tt]he (?:Vice[- ]|Deputy )?(?:Chair\w*|Mayor|Leader)),?(?: \w+){0,2}"
    r" (?:moved|proposed)\b"
    r"(?:,? and \b[^.;:]{2,80} seconded\b)?"
    r"(?=,|:| that\b| the (?:motion|recommend|report|adoption|following|proposal|budget)"
    r"| an? (?:\w+ )?(?:motion|amendment|proposal))"
)
_SECONDED = re.compile(r"\b[Ss]econded|\bSECONDED")
_SECONDER_ALONE = re.compile(rf"(?:and )?(?:[Ss]econded|SECONDED)(?: by|:) ?{_WHO}")
_THAT = re.compile(r"[,:;]? ?[\"]?(?P<that>\b[Tt]hat\b)")
_MOVES_THAT = re.compile(r"[^.;]{0,160}\bthat\b")
# "moved by Councillor Ash, seconded by Councillor Elm, to delete paragraph 3".
_TO_AMEND = re.compile(r"\b(?P<to>to (?:delete|add|insert|replace|remove|substitute)) ")
# "The motion was moved by Councillor Ash": the one printed above.
_OF_THE_SAME = re.compile(
    r"(?:The|This) (?:(?:above|original) )?(?:notice of )?(?:motion|amendment|proposal) was\b"
)
_QUOTE = re.compile(r"[\"](?P<text>\w)")
_MOTION_TEXT = re.compile(
    r"[\"']|That\b|To (?:delete|add|amend|replace|insert|remove)\b"
    r"|(?:Therefore,? )?(?:this|This|the|The) (?:Council|Committee|meeting|Meeting)"
    r"(?: therefore| also)? (?:resolves|agrees|calls|requests|asks|instructs|recommends)"
)
_RESOLVES = re.compile(
    r"\bthis (?:Council|Committee|meeting)(?: therefore| also| further)*(?: resolves| agrees)?"
    r"(?: to| that)?:[ -]*$",
    re.IGNORECASE,
)
_FURTHER_TEXT = re.compile(r"[\"']?(?:[Aa]nd )?That\b")
_PREAMBLE = re.compile(
    r"[\"']?(?:this|the) (?:council|committee|meeting)(?: also| further)? (?:notes?|believes?"
    r"|recognises?|welcomes?|acknowledges?|understands?|regrets?|is)\b",
    re.IGNORECASE,
)
# "This Council notes with concern the report. This Council calls on the Leader to …"
_CALLS = re.compile(
    r"\. (?:this|the|it) (?:council|committee|meeting)?(?: therefore| also| further)*"
    r" ?(?:resolves|agrees|calls|requests|asks|instructs|urges)\b",
    re.IGNORECASE,
)
_MUTES = re.compile(
    r"\b(?:notes?|believes?|recognises?|welcomes?|acknowledges?|understands?|regrets?)\b"
    r"(?:(?!\b(?:resolves?|agrees?|asks?|calls?|requests?|instructs?)\b)[^.]){0,60}$",
    re.IGNORECASE,
)


def motion_of(text: str) -> Motion | None:
    """The motion that a paragraph moves, if it moves one."""
    if not has_any(text, STEMS):
        return None
    if _SECONDER_ALONE.match(text):
        return Motion(RESOLUTION, False, True, 0, len(text), _words_of(text, 0))
    moved = _MOVED_BY.search(text) if has_any(text, _OF_WHOM) else None
    if not moved and has_any(text, ("moved", "proposed")):
        moved = _MOVES.search(text)
    if not moved:
        return None
    is_formal = "as an amendment" in text[moved.end() : moved.end() + 40]
    if moved[0].endswith("proposed") and not is_formal and not _SECONDED.search(text):
        return None  # a suggestion in discussion
    if moved[0].startswith(("Moved by", "Proposed by")) and not _MOVES_THAT.match(
        text, moved.end()
    ):
        return None  # named below what is already printed
    head = text[: moved.end() + 40]
    return Motion(
        kind=RECOMMENDATION if "recommendation" in head.casefold() else RESOLUTION,
        is_amendment="amendment" in head.casefold(),
        is_seconder_alone=False,
        start=moved.start(),
        end=moved.end(),
        text_start=_words_of(text, moved.end()),
    )


def _words_of(text: str, start: int) -> int | None:
    quote = _QUOTE.search(text, start)
    that = _THAT.search(text, start)
    to_amend = _TO_AMEND.search(text, start) if "amendment" in text.casefold() else None
    if to_amend and not (that and that.start() < to_amend.start()):
        that = to_amend
    if quote and (not that or quote.start() <= that.start()):
        return quote.start("text")
    return that.start(1) if that else None


def is_of_the_same(text: str) -> bool:
    """Whether a mover is named for a motion already printed."""
    return bool(_OF_THE_SAME.match(text))


def is_motion_text(text: str, *, is_first: bool) -> bool:
    """Whether a paragraph below the mover is what is moved, not what is said about it."""
    if _PREAMBLE.match(text) and not (is_first and _CALLS.search(text)):
        return False
    return bool(_MOTION_TEXT.match(text) if is_first else _FURTHER_TEXT.match(text))


def mutes(lead_in: str) -> bool:
    """Whether a motion's lead-in introduces no resolve of it: "This Council notes:"."""
    return bool(_MUTES.search(lead_in[-120:]))


def is_unmoved_motion(text: str) -> bool:
    """Whether a paragraph leads in to a motion's resolves, whoever moves it: "this Council:"."""
    return ends_with_colon(text) and bool(_RESOLVES.search(text[-120:]))
