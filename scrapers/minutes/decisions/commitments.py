"""Commitments made in passing, within the prose of a discussion.

"It was agreed that a talk would be held", "The Committee requested that figures be
provided", "ACTION - Ms Reed to advise". Such a sentence is quoted whole. What merely holds an
opinion ("Members agreed that it was fine") or is retold is left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.bodies import (
    LOWERED_BODY,
    SECOND_VERB,
    STARTS_WITH_BODY,
    SUBJECT_BEFORE,
    is_another_body,
    is_retold,
)
from scrapers.minutes.decisions.clauses import is_to_be
from scrapers.minutes.decisions.kinds import ACTION, AGREEMENT, RECOMMENDATION, RESOLUTION
from scrapers.minutes.decisions.labels import tells_progress
from scrapers.minutes.decisions.sentences import has_any, sentence_spans


@dataclass(frozen=True, slots=True)
class Commitment:
    kind: str
    start: int
    end: int
    fills_the_block: bool


STEMS = ("agreed", "request", "undert", "action", "decided", "determined")
_AGREED = re.compile(
    r"\b(?P<verb>agreed|decided|determined(?= that))"
    r"(?:,? (?:unanimously|by [\w ]{0,40}?(?:votes?|majority"
    r"|consensus|assent|acclamation)(?: to \w+)?))?,? (?P<link>that|to)\b(?: that\b)? ?"
)
_THIS = Caseless(
    rf"(?:{LOWERED_BODY}|this was|it was) agreed(?: (?:to|with))?"
    r"(?: (?:this|the)(?: \w+)?)?\.?$"
)
_REQUESTED = re.compile(
    r"\brequested (?:that (?P<clause>.)|(?:to (?:receive|have|see|be)|an?|further|the|more|some)\b)"
)
_TO_RECOMMEND = Caseless(r"\bagreed to recommend (?:to|that)\b")
_OFFICER = Caseless(
    r"^(?:in (?:response|reply)[^,]{0,80}, )?(?:the )?(?:[\w'&,-]+ ){0,10}?"
    r"(?:officers?|directors?|managers?|head of [\w' -]{2,40}|executive|leader|lead)"
    r"(?: (?:for|of) (?:[\w'&,-]+ ){0,8}?[\w'&-]+)?,? "
    r"(?:then |also |therefore )?(?P<verb>undertook|agreed|would undertake) to (?P<does>\w+)"
)
_DELIVERS = Caseless(
    r"(?:provide|circulate|send|share|report|bring|submit|supply|arrange|forward|distribute|present"
    r"|email|write|investigate|feed|include|invite|add)$"
)
_REQUESTABLE = Caseless(
    r"(?:[\w'-]+ ){0,6}?(?:reports?|updates?|briefings?|breakdown|papers?|data|figures"
    r"|presentations?|visits?|lists?|notes?|copy|copies|statistics|timetable|analysis)\b"
)
_ACTION_WITHIN = re.compile(
    r"(?:(?<=[.?!;:)] )|(?<=[.?!;:(\[])|^)(?:ACTIONS?|Actions?)(?: (?:POINT )?\d{1,2})? ?(?::|[-])"
)
# Parted by at least one blank: else capitals run together could be cut in endless ways.
_NAME_PART = r"(?:[A-Z][\w'./&-]*|of|for|and|the)"
_NAMES_WHO = re.compile(
    rf"[\s:-]*(?:the )?(?:{_NAME_PART}[ ,]{{1,2}}){{0,9}}{_NAME_PART}[ ,]{{0,2}}[)\].]*$"
)
_NOTHING = Caseless(r"\W*(?:none|nil|no action|n/a)\b")


def commitments_of(text: str, *, committee: str | None = None) -> Iterator[Commitment]:
    """The sentences of a block that commit somebody to something."""
    if not has_any(text, STEMS):
        return
    spans = list(sentence_spans(text))
    for index, (start, end) in enumerate(spans):
        sentence = text[start:end]
        if not has_any(sentence, STEMS):
            continue
        if action := _ACTION_WITHIN.search(sentence):
            if (
                tells_progress(text)
                or _NOTHING.match(sentence, action.end())
                or len(sentence) <= action.end() + 8
            ):
                continue
            if not _NAMES_WHO.match(sentence, action.end()):
                yield Commitment(ACTION, start + action.start(), end, len(spans) == 1)
            elif index:  # the sentence before says what
                yield Commitment(ACTION, spans[index - 1][0], end, fills_the_block=False)
        elif verb := _agreed(sentence, committee):
            kind = AGREEMENT if verb == "agreed" else RESOLUTION
            kind = RECOMMENDATION if _TO_RECOMMEND.search(sentence) else kind
            yield Commitment(kind, start, end, len(spans) == 1)
        elif index and _THIS.match(sentence) and len(sentence) < 80:
            yield Commitment(AGREEMENT, spans[index - 1][0], end, fills_the_block=False)
        elif _is_requested(sentence, committee) or _is_undertaken(sentence):
            yield Commitment(ACTION, start, end, fills_the_block=False)


def _agreed(sentence: str, committee: str | None) -> str | None:
    """The verb by which the body commits itself in a sentence, if it does."""
    for found in _AGREED.finditer(sentence[:800]):
        if not _is_by_the_body(sentence[: found.start()], committee):
            continue
        clause = sentence[found.end() :]
        if found["link"] == "that" and is_to_be(clause):
            return found["verb"]
        if found["link"] == "to" and re.match(r"(?!this|the|it|differ|disagree)\w+", clause):
            return found["verb"]
    return None


def _is_by_the_body(lead: str, committee: str | None) -> bool:
    if is_retold(lead):
        return False
    body = _body_before(lead)
    return bool(body or SUBJECT_BEFORE.search(lead[-200:])) and not is_another_body(body, committee)


def _body_before(lead: str) -> str | None:
    """The body named as the subject; None for "It was agreed"."""
    subject = SUBJECT_BEFORE.search(lead[-200:])
    if not subject and SECOND_VERB.search(lead):
        subject = STARTS_WITH_BODY.match(lead[:200])
    return subject["body"] if subject else None


def _is_requested(sentence: str, committee: str | None) -> bool:
    found = _REQUESTED.search(sentence[:800])
    if not found or not _is_by_the_body(sentence[: found.start()], committee):
        return False
    if _body_before(sentence[: found.start()]) is None:
        return False  # "It was also requested": by some one member
    if found["clause"]:
        return is_to_be(sentence[found.end() - 1 :])
    return bool(_REQUESTABLE.match(sentence, found.end() + 1))


def _is_undertaken(sentence: str) -> bool:
    found = _OFFICER.match(sentence[:400])
    if not found or is_retold(found[0]):
        return False
    return found["verb"].casefold() != "agreed" or bool(_DELIVERS.match(found["does"]))
