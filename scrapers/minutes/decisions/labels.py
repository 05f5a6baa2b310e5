"""Headings that decide what stands under them: "RECOMMENDATIONS:", "Decision", "Actions"."""

import re

from scrapers.minutes.decisions.bodies import BODY, is_another_body
from scrapers.minutes.decisions.counts import NUMBER
from scrapers.minutes.decisions.kinds import ACTION, RECOMMENDATION, RESOLUTION, Vehicle

# What may stand between a formal word and its colon: "(unanimously)", "by 6 votes to 2".
QUALIFIED = (
    r"(?: ?\((?!(?:\d{1,2}|[ivx]{1,5}|[a-z])\))[^()]{0,200}\)"
    r"|,? (?:unanimously|UNANIMOUSLY|nem\.? ?con\.?|NEM\.? ?CON\.?"
    r"|by (?:general )?(?:assent|consensus|consent|acclamation)|yn unfrydol|YN UNFRYDOL)"
    r"|,? (?:with )?(?:none|no-?one|nobody) (?:dissenting|against|voting against),?"
    r"|,? without dissent,?"
    r"|,? (?:by|with|on) (?:a |an |the )?[\w' ]{0,30}"
    r"(?:votes?|majority|abstentions?|abstaining|show of hands)"
    rf"[\w, ]{{0,60}}?(?=[:-]| that| to (?!{NUMBER})|$)"
    r"| by (?:the )?(?:Cabinet|Executive|Lead) Member(?![^:]*\b(?:since|between)\b)[^:]{0,80}(?=:)"
    r"|,? (?:up)?on (?:the|a) (?:motion|proposal|proposition) (?:of|by) [^:]{0,160}?"
    r"(?=,? [Tt]hat\b))*"
)
_NOUN = (
    r"RECOMMENDATIONS?|Recommendations?|RESOLUTIONS?|Resolutions?|DECISIONS?|Decisions?"
    r"|ACTION(?:S| POINTS?)?|Action(?:s| [Pp]oints?)?|PENDERFYNIAD(?:AU)?|Penderfyniad(?:au)?"
)
_WHOSE = (
    r"(?i:agreed|further|follow[- ]?up|final|delegated|key|cabinet|executive|committee|panel|board"
    r"|scrutiny|officer|formal|(?:summary|list) of|(?:conclusions?|comments|findings) and)"
)
_NAME = r"[A-Z][\w'&-]*(?:,? (?:[A-Z][\w'&-]*|of|for|and|the|&))*"
# "RECOMMENDATIONS:", "Recommendation 1", "Decision", "Actions:", "Recommendations to Cabinet:".
_NOUN_LABEL = re.compile(
    # The letters are those that labels begin with: looked at first, they save most tries.
    rf"(?i:(?=[afkcepbsodlr]))(?:(?:{_WHOSE} )?(?P<word>{_NOUN}"
    rf"|(?<=[a-z] )(?:recommendations?|resolutions?|decisions?|actions?(?: points?)?)"
    r"|R E C O M M E N D A T I O N S?|R E S O L U T I O N S?|D E C I S I O N S?"
    r"|(?:CONCLUDED|Concluded)(?= ?[:-]+ ?(?:[Tt]hat\b|THAT\b|$)))(?:\([sS]\))?"
    rf"(?: (?P<number>\d{{1,3}}(?:/\d{{2,4}})?|[A-H]))?"
    r"(?: (?i:made|taken|agreed|adopted|approved|arising|required|for follow[- ]?up)"
    rf"| (?:to|TO) (?:{BODY}|(?:the )?{_NAME})"
    rf"| (?:of|OF|from|FROM) (?P<of>{BODY})"
    rf"|(?:/| and | or )[a-z][\w ]{{2,40}} (?:requested|to be \w+)"
    rf"|(?:/| and | or )requests(?: for (?:further |more )?information)?)?{QUALIFIED})"
    r"(?: ?: ?[-]* ?| [-]+ ?|[.-]?$)"
)
STEMS = (
    *("recommendation", "resolution", "decision", "action", "penderfyniad", "concluded"),
    *(" e c", " e s"),  # "R E S O L U T I O N", as some headings are spaced
)
_NONE = re.compile(
    r"(?:None|Nil|N/A|No actions?|There were none|Pending|To be confirmed|To follow|TBC)\b"
    # "Recommendation 1 - Accepted in part" is an answer to somebody's recommendation.
    r"|(?:(?:partially|partly|not|fully) )?(?:accepted|agreed|rejected|noted)(?: in (?:part|full"
    r"|principle))?\W*$",
    re.IGNORECASE,
)

_DONE = re.compile(r"\b(?:Completed?|Closed|Ongoing|Outstanding|Actioned|In progress)\W*$")


def tells_progress(text: str) -> bool:
    """ "Action 12 - visit the hub. Complete.": an entry of the log of earlier actions."""
    return bool(_DONE.search(text, max(0, len(text) - 60)))


def label_of(text: str, committee: str | None = None) -> Vehicle | None:
    """The label that a block consists of or begins with; another body's decisions are retold."""
    found = _NOUN_LABEL.match(text)
    if not found or _NONE.match(text, found.end()) or is_another_body(found["of"], committee):
        return None
    word = found["word"]
    if found["number"] and tells_progress(text):
        return None
    return Vehicle(
        kind=_kind_of_label(word.casefold()),
        status="adopted",
        start=0,
        text_start=found.end(),
        is_prose=False,
        is_label=True,
        lead="",
        ordinal=f"{word} {found['number']}" if found["number"] else None,
    )


def _kind_of_label(word: str) -> str:
    if "action" in word:
        return ACTION
    return RECOMMENDATION if "recommendation" in word.replace(" ", "") else RESOLUTION
