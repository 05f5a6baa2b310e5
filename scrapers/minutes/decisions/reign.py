"""What a vehicle makes of the words under it: which are decisions, in what order, how deep.

Takes one governor and one block at a time; which governor stands over which block is settled by
`governing`.
"""

import re

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.decisions.addressees import is_name, owner_of
from scrapers.minutes.decisions.blocks import Block
from scrapers.minutes.decisions.clauses import (
    has_act_of_its_own,
    is_subjunctive,
    passes_on_comments,
)
from scrapers.minutes.decisions.findings import Finding, Governor, Level
from scrapers.minutes.decisions.headings import (
    is_bare_lead_in,
    is_lead_in,
    reads_as_decided,
)
from scrapers.minutes.decisions.kinds import ACTION, NOTED, RECOMMENDATION, RESOLUTION
from scrapers.minutes.decisions.lists import is_act_in_capitals, kind_of_act, puts_to_the_body
from scrapers.minutes.decisions.ordinals import (
    continued,
    follows,
    is_first,
    run_in_entries,
)
from scrapers.minutes.decisions.sentences import has_any
from scrapers.minutes.decisions.unlabelled import kind_by_body, kind_of_entry
from scrapers.minutes.decisions.wording import THAT, TO, is_resolution, that_sentences, trimmed

_NAMES_OBJECTS = Caseless(
    r"\b(?:on|includ(?:e|es|ed|ing)|regarding|about|covering|namely|such as|of(?: the)?|for|into"
    r"|respect of|relation to|(?:areas|topics|themes|issues|points|matters|questions)[\w ]{0,40})"
    r" ?:[ -]*$"
)
# "… be noted. (Proposed by Councillor Ash, carried)": told of the decision, not decided.
_TOLD_IN_BRACKETS = re.compile(
    r" \((?P<told>(?:Proposed|Moved|Carried|Vot(?:e|ing))\b[^()]*|[^()]*\bdissenting)\)\W*$"
)
_LOST = Caseless(r"\b(?:lost|defeated|not carried|not agreed|rejected)\b")
# "To the Health Board -" between two recommendations.
_TO_WHOM = re.compile(r"To (?:the )?[A-Z][\w ,'&-]{2,80}[:-]$")
_BRACKETS_AT_MOST = 200  # characters
_OBJECT_AT_MOST = 20  # words
_RECOMMENDS = Caseless(r"\brecommend\w* (?:to|that)")
_TO_RECOMMEND = Caseless(
    r"(?:that )?(?:to recommend\b|it be recommended|[\w ,/&'()-]{0,90}\bbe recommended to\b"
    r"|[\w ]{0,40}\brecommends? (?:to |that )"
    r"|[\w ]{0,60}\bagreed to recommend\b)"
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
            found += whole(governor, block, entry.start, entry.end, entry.ordinal)
        elif len(entries) > 1:
            if has_act_of_its_own(words):
                found += whole(governor, block, entry.start, entry.end, marker)
        elif (is_lead_in(words) or is_bare_lead_in(words)) and not has_act_of_its_own(words):
            governor.last_text = words
            governor.lead_in = text[: entry.end]
            if puts_to_the_body(words):
                governor.status = "proposed"
            if governor.kind == RESOLUTION and _RECOMMENDS.search(words):
                governor.kind = RECOMMENDATION
        else:
            for first, last in that_sentences(text, entry.start, entry.end):
                found += whole(governor, block, first, last, marker)
            governor.is_muted = governor.is_muted or passes_on_comments(words)
    return found


def entry_of(governor: Governor, block: Block, marker: str, depth: int) -> list[Finding]:
    """What a list item under the governor decides: nothing if it only leads in to its own list."""
    above = governor.levels[:depth]
    if _is_object(governor, block.text, marker):
        governor.levels = [*above, Level(marker, block.depth, is_decision=False)]
        governor.findings[-1].end = block.stretch(0, len(block.text))[1]
        return []
    is_told = governor.is_muted or governor.source == "silence"
    is_no_act = governor.source == "body" and not above and kind_of_act(block.text) is None
    is_decision = not (is_told or is_no_act or is_bare_lead_in(block.text))
    lead_in = "" if is_decision else block.text
    governor.levels = [*above, Level(marker, block.depth, is_decision, lead_in)]
    if is_decision:
        hanging = sum(level.is_decision for level in above)
        found: list[Finding] = []
        for entry in continued(block.text, marker):
            own = entry.ordinal or marker
            governor.levels = [*above, Level(own, block.depth, is_decision)]
            ordinal = _cited(governor.levels)
            found += whole(governor, block, entry.start, entry.end, ordinal, hanging)
        return found
    governor.last_text = block.text
    governor.count += governor.source == "silence"
    return []


def whole(
    governor: Governor, block: Block, start: int, end: int, ordinal: str | None, depth: int = 0
) -> list[Finding]:
    """A stretch as one decision; none if it says nothing, or only who is to act."""
    stretch = trimmed(block.text, start, end)
    governor.last_text = block.text[start:end].rstrip()
    if stretch is None:
        return []
    text = block.text[slice(*stretch)]
    told = _TOLD_IN_BRACKETS.search(text, max(0, len(text) - _BRACKETS_AT_MOST))
    status = "lost" if told and _LOST.search(told["told"]) else governor.status
    if told and told.start():
        stretch = (stretch[0], stretch[0] + told.start())
        text = text[: told.start()]
    if governor.kind == ACTION and is_name(text):
        return []
    first, last = block.stretch(*stretch)
    if ordinal is None and governor.count == 0:
        ordinal = governor.ordinal
    governor.count += 1
    is_put = governor.kind == RECOMMENDATION and puts_to_the_body(text)
    finding = Finding(
        kind=_kind_under(governor, text),
        status="proposed" if is_put else status,
        start=first,
        end=last,
        text=text,
        ordinal=ordinal,
        depth=depth,
        governor=governor,
        told=[told["told"]] if told else [],
        lead_in=next(filter(None, (level.lead_in for level in governor.levels)), governor.lead_in),
    )
    governor.findings.append(finding)
    return [finding]


def lengthened(last: Finding, governor: Governor, blocks: list[Block]) -> bool:
    """Give an entry its rest, if the second of two blocks is one that a line break has cut off."""
    above, block = blocks
    if last.governor is not governor or last.end < above.end:
        return False
    if governor.last_text.endswith((".", ";", ":")) or not block.text[0].islower():
        return False
    last.end = block.stretch(0, len(block.text))[1]
    last.text = f"{last.text} {block.text}"
    return True


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


def goes_with(governor: Governor, text: str) -> bool:
    """Whether a paragraph is worded like those its governor already has under it."""
    if governor.kind == RECOMMENDATION and _TO_WHOM.match(text):
        return True
    if governor.kind == ACTION and governor.source == "label" and owner_of(text):
        return True
    if is_resolution(text) or (governor.source == "label" and reads_as_decided(text)):
        return True
    return bool(TO.match(text)) and (governor.count == 0 or bool(TO.match(governor.last_text)))


def goes_on_with(governor: Governor, block: Block) -> bool:
    """Whether an item is the next of a list that something else had come between."""
    if block.marker is None or not governor.levels or not governor.count:
        return False
    if not governor.levels[0].is_counted or not follows(block.marker, governor.levels[0].marker):
        return False
    forms = (form for form in (TO, THAT) if form.match(block.text))
    return governor.runs_on or any(form.match(governor.last_text) for form in forms)


def _is_object(governor: Governor, text: str, marker: str) -> bool:
    """Whether a bullet only says of what: "a briefing be provided on:" and "• fostering"."""
    if any(map(str.isalnum, marker)) or not governor.findings:
        return False
    is_named = bool(_NAMES_OBJECTS.search(governor.last_text[-80:]))
    is_act = THAT.match(text) or TO.match(text) or is_subjunctive(text)
    return is_named and not is_act and len(text.split()) <= _OBJECT_AT_MOST


def awaits_outcome(governor: Governor) -> bool:
    """Under the heading "Decision:" some print the whole discussion first."""
    return governor.source == "label" and governor.kind == RESOLUTION and governor.count == 0


def _cited(levels: list[Level]) -> str:
    """An entry's ordinal as a clerk cites it: "a." under "2." is "2.a."; bullets stay bullets."""
    *above, own = levels
    if not own.is_counted:
        return own.marker
    return "".join(level.marker for level in above if level.is_counted) + own.marker


def decides_by_verb(governor: Governor, text: str) -> bool:
    """Whether an entry with a formal word of its own stays in the list: "(ii) AGREED to …"."""
    if is_act_in_capitals(text):
        return True
    is_decision = governor.source == "label" and governor.kind == RESOLUTION
    return is_decision and text[:8].casefold() != "resolved" and kind_of_act(text) is not None


def is_act_under(governor: Governor, block: Block) -> bool:
    """Whether a paragraph is an act under "The Cabinet:", whose list has lost its numbers."""
    is_led_in = governor.source in ("label", "body") and governor.lead_in and not governor.levels
    return bool(is_led_in and block.marker is None and is_act_in_capitals(block.text))


def _kind_under(governor: Governor, text: str) -> str:
    if governor.source == "body":
        return kind_of_act(text) or RESOLUTION
    if governor.source == "headless":
        return kind_of_entry(text)
    if is_act_in_capitals(text) and (act := kind_of_act(text)) in (NOTED, RECOMMENDATION):
        return act
    if governor.source == "label" and governor.kind == RESOLUTION:
        by_body = NOTED if text.casefold().startswith("noted") else kind_by_body(text)
        if by_body:
            return by_body
    is_to_recommend = has_any(text, ("recommend",)) and _TO_RECOMMEND.match(text)
    if governor.kind == RESOLUTION and is_to_recommend:
        return RECOMMENDATION
    return governor.kind
