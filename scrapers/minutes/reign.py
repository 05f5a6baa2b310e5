"""What a vehicle makes of the words under it: which are decisions, in what order, how deep.

Takes one governor and one block at a time; which governor stands over which block is settled by
`governing`.
"""

import re

from scrapers.minutes.blocks import Block
from scrapers.minutes.clauses import has_act_of_its_own, is_subjunctive
from scrapers.minutes.findings import Finding, Governor, Level
from scrapers.minutes.headings import (
    is_bare_lead_in,
    is_lead_in,
    is_narrative,
    reads_as_decided,
)
from scrapers.minutes.ordinals import follows, is_first, opens_with_marker, run_in_entries
from scrapers.minutes.sentences import sentence_spans
from scrapers.minutes.unlabelled import notes_as_body
from scrapers.minutes.vehicles import (
    ACTION,
    NOTED,
    RECOMMENDATION,
    RESOLUTION,
    Vehicle,
    kind_of_act,
)

_OPENING_MARKS = re.compile(r"[\s:\"'….,;*-]+")
_CLOSING_MARKS = re.compile(r"\"[ .;,]*$|[\s*]+$")
_THAT = re.compile(r"[\"']?(?:(?:and|And|AND)[,;]? )?(?:that|That|THAT)\b[ ,]?")
_TO = re.compile(r"[\"']?(?:and )?(?:to|To|TO) \w")
_RECOMMENDS = re.compile(r"\brecommend\w* (?:to|that)", re.IGNORECASE)
_TO_RECOMMEND = re.compile(
    r"(?:that )?(?:to recommend\b|it be recommended|[\w ]{0,60}\bbe recommended to\b"
    r"|[\w ]{0,40}\brecommends? (?:to |that ))",
    re.IGNORECASE,
)


def emitted(
    governor: Governor, block: Block, start: int, end: int, marker: str | None
) -> list[Finding]:
    """Every decision of a stretch: entries run into it, sentences that begin with "That"."""
    found: list[Finding] = []
    text = block.text[:end]
    entries = run_in_entries(text, start)
    for entry in entries:
        words = text[entry.start : entry.end]
        if entry.ordinal:
            governor.levels = [Level(entry.ordinal, block.depth, is_decision=True)]
            found += _emitted(governor, block, entry.start, entry.end, entry.ordinal)
        elif len(entries) > 1:
            if has_act_of_its_own(words):
                found += _emitted(governor, block, entry.start, entry.end, marker)
        elif is_lead_in(words) and not has_act_of_its_own(words):
            governor.last_text = words
            if governor.kind == RESOLUTION and _RECOMMENDS.search(words):
                governor.kind = RECOMMENDATION
        else:
            for first, last in _that_sentences(text, entry.start, entry.end):
                found += _emitted(governor, block, first, last, marker)
    return found


def entry_of(governor: Governor, block: Block, marker: str, depth: int) -> list[Finding]:
    """What a list item under the governor decides: nothing if it only leads in to its own list."""
    above = governor.levels[:depth]
    is_told = governor.is_muted or governor.source == "silence"
    is_decision = not is_told and not is_bare_lead_in(block.text)
    governor.levels = [*above, Level(marker, block.depth, is_decision)]
    if is_decision:
        hanging = sum(level.is_decision for level in above)
        ordinal = _cited(governor.levels)
        return _emitted(governor, block, 0, len(block.text), ordinal, hanging)
    governor.last_text = block.text
    governor.count += governor.source == "silence"
    return []


def _emitted(
    governor: Governor, block: Block, start: int, end: int, ordinal: str | None, depth: int = 0
) -> list[Finding]:
    stretch = _trimmed(block.text, start, end)
    governor.last_text = block.text[start:end].rstrip()
    if stretch is None:
        return []
    text = block.text[slice(*stretch)]
    if governor.kind == ACTION and _is_name(text):
        return []
    first, last = block.stretch(*stretch)
    if ordinal is None and governor.count == 0:
        ordinal = governor.ordinal
    governor.count += 1
    finding = Finding(
        kind=_kind_under(governor, text),
        status=governor.status,
        start=first,
        end=last,
        text=text,
        ordinal=ordinal,
        depth=depth,
        governor=governor,
    )
    governor.findings.append(finding)
    return [finding]


def end_of_reign(text: str, vehicle: Vehicle) -> int:
    """A vehicle at the head of a paragraph governs all of it, one within only its sentence."""
    is_at_head = not vehicle.lead.strip() and vehicle.start < 4
    end = vehicle.text_start
    for start, stop in sentence_spans(text):
        if stop <= vehicle.text_start:
            continue
        if start > vehicle.text_start:
            goes_on = _THAT.match(text, start) or opens_with_marker(text, start)
            if is_narrative(text[start:stop]) or not (is_at_head or goes_on):
                break
        end = stop
    return end


def depth_under(governor: Governor, block: Block, marker: str) -> int | None:
    """How deep an item stands in the list under a vehicle; None where it is not of that list."""
    if not governor.levels:
        if governor.own_marker and follows(marker, governor.own_marker):
            return None
        if governor.count == 0 or governor.is_unfinished or governor.source == "motion":
            return 0
        return 0 if is_resolution(block.text) else None
    for depth in reversed(range(len(governor.levels))):
        level = governor.levels[depth]
        if follows(marker, level.marker) and (level.is_counted or block.depth == level.indent):
            return depth
    is_called_for = governor.last_text.endswith((":", "-")) or governor.is_unfinished
    is_deeper = block.depth > governor.levels[-1].indent
    return len(governor.levels) if is_first(marker) and (is_called_for or is_deeper) else None


def is_resolution(text: str) -> bool:
    """Whether a paragraph is worded as one: "That the report be noted"."""
    that = _THAT.match(text)
    return bool(that) and is_subjunctive(text[that.end() :])


def goes_with(governor: Governor, text: str) -> bool:
    """Whether a paragraph is worded like those its governor already has under it."""
    if is_resolution(text) or (governor.source == "label" and reads_as_decided(text)):
        return True
    return bool(_TO.match(text)) and (governor.count == 0 or bool(_TO.match(governor.last_text)))


def awaits_outcome(governor: Governor) -> bool:
    """Under the heading "Decision:" some print the whole discussion first."""
    return governor.source == "label" and governor.kind == RESOLUTION and governor.count == 0


def _that_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "That A be noted. That B be done." are two; other sentences belong to the one before."""
    spans: list[tuple[int, int]] = []
    for first, last in sentence_spans(text[start:end]):
        if spans and not _THAT.match(text, start + first):
            spans[-1] = (spans[-1][0], start + last)
        else:
            spans.append((start + first, start + last))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    opening = _OPENING_MARKS.match(text, start, end)
    if opening:
        start = opening.end()
    closing = _CLOSING_MARKS.search(text, max(start, end - 12), end)
    if closing:
        is_quoted = opening is not None and '"' in opening[0]
        if is_quoted or not closing[0].strip():
            end = closing.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None


def _is_name(text: str) -> bool:
    """ "ACTION: Ms Reed" names who, and leaves what to the sentence before."""
    words = text.split()
    return len(words) <= 5 and not any(word[0].islower() for word in words)


def _cited(levels: list[Level]) -> str:
    """An entry's ordinal as a clerk cites it: "a." under "2." is "2.a."; bullets stay bullets."""
    *above, own = levels
    if not own.is_counted:
        return own.marker
    return "".join(level.marker for level in above if level.is_counted) + own.marker


def _kind_under(governor: Governor, text: str) -> str:
    if governor.source == "body":
        return kind_of_act(text) or RESOLUTION
    if governor.source == "label" and governor.kind == RESOLUTION and notes_as_body(text):
        return NOTED
    if governor.kind == RESOLUTION and _TO_RECOMMEND.match(text):
        return RECOMMENDATION
    return governor.kind
