"""Which of the words told round a decision are told of it, and which of an amendment or a motion
that failed: a vote of 2 to 4 against an amendment is not the vote on what was resolved.
"""

import re
from functools import lru_cache

from scrapers.minutes.decisions.sentences import sentence_spans
from scrapers.minutes.decisions.votes import is_circumstance, outcome_of

# "An amendment … was lost", "moved, as an amendment, that …", "the amended wording was put".
_OF_AMENDMENT = re.compile(
    r"\bamendment\b[^.;]{0,200}\b(?:moved|proposed|seconded|put|lost|carried|vote|voted|defeated"
    r"|withdrawn|accepted|rejected|fell|support\w*|debated|not agreed)\b"
    r"|\b(?:moved|proposed|tabled|put forward)\b[^.;]{0,60}\bamendment\b",
    re.IGNORECASE,
)
_OF_SUBSTANTIVE = re.compile(
    r"\b(?:substantive|original|main|amended) (?:motion|recommendation|proposal|proposition)"
    r"|\b(?:motion|recommendations?|proposal),? as (?:so )?amended\b",
    re.IGNORECASE,
)
_FAILED = ("lost", "withdrawn")
_LONGEST = 4000


def bearing_on(told: list[str], *, status: str, is_amendment: bool) -> str:
    """Of all that was told round a decision, the sentences that tell of it."""
    told = [words if len(words) <= _LONGEST else _ends_of(words) for words in told]
    if not (is_amendment or status in _FAILED):
        told = [_of_what_stands(words) for words in told]
    return " \n ".join(told)


def _ends_of(words: str) -> str:
    """Movers are named at the beginning of a long paragraph, votes at its end."""
    return f"{words[: _LONGEST // 2]} \n {words[-_LONGEST // 2 :]}"


@lru_cache(maxsize=64)  # the entries of a long list have it in common
def _of_what_stands(words: str) -> str:
    kept: list[str] = []
    failing = 0  # where among the kept the telling of the present motion began
    is_of_amendment = False
    for start, end in sentence_spans(words):
        sentence = words[start:end]
        outcome = outcome_of(sentence)
        if _OF_SUBSTANTIVE.search(sentence):
            is_of_amendment = False
        elif _OF_AMENDMENT.search(sentence):
            is_of_amendment = True
            continue
        elif is_of_amendment and (outcome or is_circumstance(sentence)):
            continue
        if outcome and outcome.status in _FAILED:
            del kept[failing:]
            continue
        kept.append(sentence)
        if outcome:
            failing = len(kept)
    return " ".join(kept)
