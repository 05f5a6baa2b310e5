"""Decisions of an agenda item: what its minutes decide, and what its description only proposes.

The rules of reading stand in the modules this one brings together; see docs/reading-minutes.md.
"""

import re

from scrapers.minutes.decisions.addressees import addressee_of, owner_of
from scrapers.minutes.decisions.blocks import Block, blocks_of
from scrapers.minutes.decisions.deadlines import due_in_cell, due_of
from scrapers.minutes.decisions.findings import Finding
from scrapers.minutes.decisions.governing import findings_of
from scrapers.minutes.decisions.headings import is_minutes_heading
from scrapers.minutes.decisions.kinds import ACTION, RECOMMENDATION
from scrapers.minutes.decisions.plain import squash
from scrapers.minutes.decisions.proposals import lay_proposals_aside
from scrapers.minutes.decisions.repeats import without_repeats
from scrapers.minutes.decisions.substance import is_substantive
from scrapers.minutes.decisions.tellings import bearing_on
from scrapers.minutes.decisions.votes import is_circumstance, vote_of
from scrapers.minutes.decisions.worth_reading import may_decide
from scrapers.records import AgendaItem, Decision

# "… ... view the full minutes text for item 59." where ModernGov cuts long minutes short.
_CUT = re.compile(
    r"\s*(?:\.{3}|…)?\s*view the full (?:minutes|decision|item|agenda)? ?text\b.{0,300}$"
)
_CUT_WITHIN = 800  # characters from the end
# "That the panel be provided with": so no decision ends, and no clerk left it so.
_BROKEN_OFF = re.compile(
    r"\b(?:the|an?|its|their|our|this|of|to|for|with|by|from|in|and|or|be|been|being|is|are|that)$"
)
_WHOLE = re.compile(r"[.;!?][\"')\]]*(?: and| or)?$")
_NAME_ALONE = re.compile(
    r"[\"']?That (?:the )?[A-Z][\w'&-]*(?:,? (?:(?:of|for|and|the|to) )*[A-Z][\w'&-]*){0,9}$"
)
_IN_BRACKETS = re.compile(r"\(([^()]{1,200})\)\W*$")


def read_decisions(item: AgendaItem) -> list[Decision]:
    """The decisions of an item in reading order: of its description, then of its minutes."""
    found = [
        *(("description", finding) for finding in _proposed(item)),
        *(("minutes_text", finding) for finding in _minuted(item)),
    ]
    return [
        _decision(item, place, field, finding) for place, (field, finding) in enumerate(found, 1)
    ]


def _proposed(item: AgendaItem) -> list[Finding]:
    """What the agenda said beforehand decides nothing, whatever vehicle it prints."""
    text = item.description or ""
    if not may_decide(text):
        return []
    findings = findings_of(blocks_of(text), committee=item.committee_name)
    formal = [finding for finding in findings if not finding.is_inline]
    for finding in formal:
        finding.status = "proposed"
    return without_repeats(formal, None)


def _minuted(item: AgendaItem) -> list[Finding]:
    text = item.minutes_text or ""
    if not may_decide(text):
        return []
    end = _end_of_whole(text)
    blocks = blocks_of(text[:end])
    findings = findings_of(blocks, committee=item.committee_name)
    is_cut = end < len(text) or item.is_truncated or _BROKEN_OFF.search(text.rstrip()[-12:])
    if is_cut or (findings and _is_stump(max(findings, key=lambda one: one.end).text)):
        findings = _without_the_cut_one(findings, blocks)
    findings = without_repeats(findings, _minutes_start(blocks))
    lay_proposals_aside(findings, blocks, item.committee_name)
    return findings


def _is_stump(text: str) -> bool:
    """Whether a decision says who and no more: "That the Governance Officer"."""
    return _NAME_ALONE.match(text) is not None


def _end_of_whole(text: str) -> int:
    tail = max(0, len(text) - _CUT_WITHIN)
    place = text.rfind("view the full", tail)
    if place < 0:
        return len(text)
    cut = _CUT.search(text, max(tail, place - 40))
    return cut.start() if cut else len(text)


def _without_the_cut_one(findings: list[Finding], blocks: list[Block]) -> list[Finding]:
    """A decision broken off in mid-sentence is not given as if it were whole."""
    if not findings or not blocks:
        return findings
    last = max(findings, key=lambda finding: finding.end)
    if last.end < blocks[-1].end - 3 or _WHOLE.search(last.text):
        return findings
    return [finding for finding in findings if finding is not last]


def _minutes_start(blocks: list[Block]) -> int | None:
    """Where the minutes begin that follow a "Decision:" block."""
    if not blocks or not re.match(r"(?:Decisions?|Penderfyniad(?:au)?) ?:?$", blocks[0].text):
        return None
    return next((block.start for block in blocks if is_minutes_heading(block.text)), None)


def _decision(item: AgendaItem, place: int, field: str, finding: Finding) -> Decision:
    told = list(finding.governor.circumstances) if finding.governor else []
    lead = finding.lead_in or (told[-1] if told else "")
    told = [*told, *finding.told]
    if finding.governor and finding.governor.source == "prose":
        told.append(finding.text)  # "The recommendations were unanimously approved."
    bracket = _IN_BRACKETS.search(finding.text[-240:])
    if bracket and is_circumstance(bracket[1]):
        told.append(bracket[1])
    is_amendment = finding.governor is not None and finding.governor.is_amendment
    vote = vote_of(bearing_on(told, status=finding.status, is_amendment=is_amendment)[-4000:])
    due_text, due_on = (
        due_in_cell(finding.due_text, item.held_on)
        if finding.due_text
        else due_of(finding.text, item.held_on)
    )
    return Decision(
        item_position=item.item_position,
        decision_position=place,
        kind=finding.kind,
        status="proposed" if finding.status == "pending" else finding.status,
        text=squash((getattr(item, field) or "")[finding.start : finding.end]),
        evidence_field=field,
        evidence_start=finding.start,
        evidence_end=finding.end,
        ordinal=finding.ordinal,
        depth=finding.depth,
        is_substantive=is_substantive(finding.text, finding.kind, lead_in=finding.lead_in),
        is_inline=finding.is_inline,
        addressee=addressee_of(
            finding.text, lead[-300:], is_recommendation=finding.kind == RECOMMENDATION
        ),
        owner=finding.owner or (owner_of(finding.text) if finding.kind == ACTION else None),
        due_text=due_text,
        due_on=due_on,
        mover=vote.mover,
        seconder=vote.seconder,
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstentions=vote.abstentions,
        is_unanimous=vote.is_unanimous,
    )
