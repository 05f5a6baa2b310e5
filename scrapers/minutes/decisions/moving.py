"""A motion being moved: its text, and what the same paragraph already tells of its fate."""

import re

from scrapers.minutes.decisions.blocks import Block
from scrapers.minutes.decisions.findings import Finding, Governor
from scrapers.minutes.decisions.floor import Floor, tells_a_fate, tells_of_voting
from scrapers.minutes.decisions.headings import is_lead_in
from scrapers.minutes.decisions.kinds import AGREEMENT, RESOLUTION
from scrapers.minutes.decisions.motions import Motion, is_motion_text, is_of_the_same, mutes
from scrapers.minutes.decisions.reign import emitted
from scrapers.minutes.decisions.sentences import has_any, sentence_spans

_AGREED = re.compile(
    r"(?:\band|,) (?:it was )?(?:unanimously )?(?P<verb>agreed|carried|approved|resolved)\b"
)
_SECONDED = re.compile(
    r",? (?:and |which was |this was |This was |It was )*(?:duly )?seconded by\b"
    r"|\.[\"']* (?:Councillor|Cllr)\.?(?: [A-Z][\w'-]*){1,4} (?:duly |then )?seconded\b"
)
# "…, that the report be deferred, was LOST by 3 votes to 9": its fate in the motion's own sentence.
_PUT = r"(?:,? (?:and|but|which|this|it|was|were|then|duly|declared|put to the vote))*"
_LOST = "lost|carried|defeated|rejected|withdrawn|fell|not carried|not agreed|agreed"
_FATE_AT_END = re.compile(
    rf"(?:(?:,|(?= and\b)|(?= but\b)){_PUT} (?P<fate>{_LOST})"
    r"|(?<!which)(?<!that)(?<!who) was (?P<bare>lost|defeated|carried)"
    rf"|,?{_PUT} (?P<capitals>LOST|CARRIED|DEFEATED|REJECTED|WITHDRAWN|FELL))"
    r"\b(?: unanimously| nem con)?(?:,? (?:by|with) [\w ,-]{0,60}\b(?:votes?|majority|for|to"
    r"|against|abst\w+)\b[^;]{0,60})?[\s.)\"']*$"
)
_FATES = ("lost", "carried", "defeated", "rejected", "withdrawn", "fell", "agreed")
_SENTENCE_ENDS_WITHIN = 260  # characters: no fate takes more to tell
_SECONDERS_AT_MOST = 8  # hostile text could go on for ever


def moved(
    block: Block, motion: Motion, governor: Governor | None, floor: Floor
) -> tuple[Governor | None, list[Finding]]:
    """What governs below a paragraph that moves something, and what it moves already."""
    text = block.text
    is_printed = bool(floor.pending and floor.pending[-1].findings)
    if motion.text_start is None and is_printed and is_of_the_same(text):
        floor.pending[-1].circumstances.append(text)
        return governor, []
    if governor and governor.source == "motion" and motion.is_seconder_alone:
        governor.circumstances = [*governor.circumstances, text][-_SECONDERS_AT_MOST:]
        return governor, []
    begins, ends = _part_that_moves(text, motion)
    # "Proposed by …, seconded by … and resolved to:" calls for a list.
    is_complete = motion.text_start is not None or is_lead_in(text)
    until = motion.text_start or len(text)
    agreed = _AGREED.search(text, motion.end, until) if is_complete else None
    told_before = text[:begins]  # "The motion was carried. An amendment had been moved by …"
    if begins and not floor.settle(told_before) and tells_of_voting(told_before):
        floor.note(told_before, governor)
    now = Governor(
        kind=_kind_agreed(motion, agreed),
        status="adopted" if agreed else "pending",
        source="motion",
        circumstances=[text[begins:]],
        is_amendment=motion.is_amendment,
        ordinal=governor.ordinal if governor and not governor.count else None,
    )
    if agreed:  # "… proposed by …, seconded by … and agreed that …"
        floor.latest = now
    else:
        floor.open(now)
    found = []
    reigns: Governor | None = now
    if motion.text_start is not None and motion.text_start < ends:
        told = _fate_at_end(text, max(motion.text_start, ends - _SENTENCE_ENDS_WITHIN), ends)
        ends = told.start() if told else ends
        # What is moved tells nothing of the vote: "that children of 4 to 10 be counted".
        now.circumstances = [text[begins : motion.text_start], text[ends:]]
        found = emitted(now, block, motion.text_start, ends, None)
        if told and not agreed:
            what = "amendment" if now.is_amendment else "motion"
            floor.settle(f"the {what} was {told['fate'] or told['bare'] or told['capitals']}")
            reigns = None
    # "… moved that the item be deferred. The motion was lost.", all in one paragraph
    for start, end in sentence_spans(text):
        is_after = start > motion.end or (motion.text_start is None and end > motion.end)
        if is_after and floor.settle(text[start:end]):
            # "… proposed the following, which was agreed:" still has its text to come.
            reigns = now if is_lead_in(text[start:end]) else None
    return reigns, found


def _kind_agreed(motion: Motion, agreed: re.Match[str] | None) -> str:
    is_agreement = motion.kind == RESOLUTION and agreed is not None and agreed["verb"] == "agreed"
    return AGREEMENT if is_agreement else motion.kind


def _fate_at_end(text: str, start: int, end: int) -> re.Match[str] | None:
    return _FATE_AT_END.search(text, start, end) if has_any(text[start:end], _FATES) else None


def motion_text(governor: Governor, block: Block) -> list[Finding]:
    """What a paragraph below the mover adds to what is moved."""
    if is_lead_in(block.text):
        governor.is_muted, governor.levels = mutes(block.text), []
        return []
    if not is_motion_text(block.text, is_first=governor.count == 0):
        return []
    return emitted(governor, block, 0, len(block.text), None)


def _part_that_moves(text: str, motion: Motion) -> tuple[int, int]:
    """From the sentence that moves to before the one that tells what came of it."""
    begins, ends = 0, len(text)
    for start, end in sentence_spans(text):
        if start <= motion.start < end:
            begins = start
        elif start > motion.end and tells_a_fate(text[start:end]):
            ends = start
            break
    seconded = _SECONDED.search(text, motion.text_start or 0, ends) if motion.text_start else None
    if seconded:
        ends = seconded.start()
    return begins, ends
