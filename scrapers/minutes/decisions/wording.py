"""Where the words of a decision begin and end: its sentences, quotation marks, brackets."""

import re

from scrapers.minutes.decisions.clauses import is_subjunctive
from scrapers.minutes.decisions.headings import ends_a_reign, is_narrative
from scrapers.minutes.decisions.kinds import Vehicle
from scrapers.minutes.decisions.ordinals import opens_with_marker
from scrapers.minutes.decisions.sentences import sentence_spans

_OPENING_MARKS = re.compile(r"[\s:\"'….,;*-]+")
_CLOSING_MARKS = re.compile(r"\"[ .;,]*$|[\s*]+$")
THAT = re.compile(r"[\"']?(?:(?:and|And|AND)[,;]? )?(?:that|That|THAT)\b[ ,]?")
TO = re.compile(r"[\"']?(?:and )?(?:to|To|TO) \w")

_LONGEST_THAT = 12  # characters of "\"And, that "

_VOTE = re.compile(r"\(?(?:Vote|Voting|VOTE|VOTING)\b ?:")


def end_of_reign(text: str, vehicle: Vehicle) -> int:
    """A vehicle at the head of a paragraph governs all of it, one within only its sentence."""
    is_at_head = not vehicle.lead.strip() and vehicle.start < 4
    end = vehicle.text_start
    for start, stop in sentence_spans(text):
        if stop <= vehicle.text_start:
            continue
        if start > vehicle.text_start:
            goes_on = says_that(text, start) or opens_with_marker(text, start)
            sentence = text[start:stop]
            is_told = is_narrative(sentence) or ends_a_reign(sentence) or _VOTE.match(sentence)
            if is_told or not (is_at_head or goes_on):
                break
        end = stop
    return end


def says_that(text: str, start: int) -> bool:
    return THAT.match(text, start, start + _LONGEST_THAT) is not None


def opens_as_decision(text: str, start: int) -> bool:
    """Whether the words from there on are a decision's: "That …", "To note …", "(1) The …"."""
    return bool(THAT.match(text, start) or TO.match(text, start) or opens_with_marker(text, start))


def is_resolution(text: str) -> bool:
    """Whether a paragraph is worded as one: "That the report be noted"."""
    that = THAT.match(text)
    return bool(that) and is_subjunctive(text[that.end() :])


def that_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "That A be noted. That B be done." are two; other sentences belong to the one before."""
    spans: list[tuple[int, int]] = []
    for first, last in sentence_spans(text[start:end]):
        if spans and not says_that(text, start + first):
            spans[-1] = (spans[-1][0], start + last)
        else:
            spans.append((start + first, start + last))
    return spans


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    opening = _OPENING_MARKS.match(text, start, end)
    if opening:
        start = opening.end()
    closing = _CLOSING_MARKS.search(text, max(start, end - 12), end)
    if closing:
        is_quoted = text.count('"', start, end) % 2 == 1
        if is_quoted or not closing[0].strip():
            end = closing.start()
    while end > start and (text[end - 1].isspace() or _closes_nothing(text, start, end)):
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None


def _closes_nothing(text: str, start: int, end: int) -> bool:
    """The bracket at the end of "(Resolved: That the report be noted.)"."""
    is_bracket = text[end - 1] in ")]"
    return is_bracket and text.count("(", start, end) + text.count("[", start, end) < text.count(
        ")", start, end
    ) + text.count("]", start, end)
