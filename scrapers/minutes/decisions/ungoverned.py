"""What stands under no vehicle: lists led in to by a name, outcomes told in prose, commitments."""

import re
from dataclasses import dataclass

from scrapers.minutes.decisions.blocks import Block
from scrapers.minutes.decisions.commitments import commitments_of
from scrapers.minutes.decisions.findings import Finding, Governor
from scrapers.minutes.decisions.headings import (
    ends_a_reign,
    is_act_over_list,
    is_lead_in,
    is_member_deciding,
    is_minutes_heading,
    is_narrative,
    leads_to_acts,
)
from scrapers.minutes.decisions.kinds import RECOMMENDATION, RESOLUTION, Vehicle
from scrapers.minutes.decisions.lists import is_act_in_capitals, kind_of_act, list_owner
from scrapers.minutes.decisions.motions import is_unmoved_motion
from scrapers.minutes.decisions.ordinals import follows, is_first
from scrapers.minutes.decisions.unlabelled import (
    headless_kind,
    leads_in_unlabelled,
    may_tell_outcome,
    prose_kind,
)

_ENTRIES_LOOKED_AT = 12
_CONSIDERED = re.compile(r"considered the\b", re.IGNORECASE)  # comes before acts, and is none


@dataclass(slots=True)
class Said:
    """The list of what was said that "Members made these comments:" leads in to."""

    is_led_in: bool = False
    last_marker: str | None = None

    def takes(self, block: Block) -> bool:
        """Whether an item is of what was said: any so led in to, any bullet but "• That …"."""
        if block.marker is None:
            self.is_led_in, self.last_marker = is_lead_in(block.text), None
            return False
        last, self.last_marker = self.last_marker, block.marker
        if last and is_first(block.marker) and not follows(block.marker, last):
            self.is_led_in = False  # "(1) That …" below bullets, its label lost
        is_counted = any(map(str.isalnum, block.marker))
        return self.is_led_in or not (is_counted or block.text.startswith("That "))


def list_begun(
    blocks: list[Block], index: int, committee: str | None, *, is_awaited: bool
) -> Governor | None:
    """What governs a list without a vehicle: the body's acts, a motion's, or somebody else's.

    `is_awaited` is whether "Decision:" stands above, and nothing that was decided.
    """
    text = blocks[index].text
    if not text.endswith((":", "-")):
        return None
    following = blocks[index + 1 : index + 2]
    first = following[0].text if following and following[0].marker else None
    is_opening = index == 0 or is_awaited
    leads = leads_to_acts(text, committee) or (is_opening and is_member_deciding(text))
    if first is not None and is_act_over_list(text):
        return Governor(RESOLUTION, "adopted", "vehicle", last_text=text, lead_in=text)
    if leads and first is None and following and is_act_in_capitals(following[0].text):
        return Governor(RESOLUTION, "adopted", "body", last_text=text, lead_in=text)
    if leads and first is not None and _are_acts(blocks, index + 1):
        return Governor(RESOLUTION, "adopted", "body", last_text=text)
    if first is not None and leads_in_unlabelled(text):
        return Governor(RESOLUTION, "adopted", "headless", last_text=text)
    if is_unmoved_motion(text):
        return Governor(RESOLUTION, "pending", "motion", circumstances=[text])
    owner = list_owner(text)
    if owner is None:
        return None
    # An inspectorate's is passed over, a member's or officer's is only proposed.
    source = "silence" if owner == "outsider" else "proposal"
    return Governor(RECOMMENDATION, "proposed", source, last_text=text)


def _are_acts(blocks: list[Block], index: int) -> bool:
    """Whether all of a list is what was done: "was informed" and "heard" tell of a discussion."""
    last = blocks[index].marker or ""
    entries = [blocks[index]]
    for block in blocks[index + 1 : index + _ENTRIES_LOOKED_AT]:
        if block.marker and follows(block.marker, last):
            last = block.marker
            entries.append(block)
    acts = [entry for entry in entries if not _CONSIDERED.match(entry.text)]
    return bool(acts) and all(kind_of_act(entry.text) for entry in acts)


def kind_at(blocks: list[Block], index: int, committee: str | None) -> str | None:
    """The kind of a block that decides by itself, from its wording and its place."""
    block = blocks[index]
    kind = headless_kind(block.text, is_entry=block.marker is not None)
    if kind or not may_tell_outcome(block.text):
        return kind
    following = blocks[index + 1 : index + 2]
    is_last = not following or ends_a_reign(following[0].text)
    before = [
        earlier.text
        for earlier in blocks[max(0, index - 3) : index]
        if not is_minutes_heading(earlier.text)
    ]
    is_whole_minute = not before and is_last
    return prose_kind(
        block.text,
        committee=committee,
        before=None if is_whole_minute else (before or [""])[-1],
        is_last=is_last,
    )


def is_telling(text: str) -> bool:
    """Whether a paragraph tells what happened, or whose list comes below: "The review made …:"."""
    return is_narrative(text) or list_owner(text) is not None


def is_outsiders(vehicle: Vehicle, governor: Governor | None) -> bool:
    """ "Recommendation 1:" below "The inspectors made these recommendations:"."""
    is_silent = governor is not None and governor.source == "silence"
    return is_silent and vehicle.is_label and vehicle.kind == RECOMMENDATION


def committed(block: Block, committee: str | None, *, is_said: bool) -> list[Finding]:
    """The commitments made in passing within a block."""
    found = []
    for commitment in commitments_of(block.text, committee=committee):
        start, end = block.stretch(commitment.start, commitment.end)
        text = block.text[commitment.start : commitment.end]
        is_alone = commitment.fills_the_block and not is_said
        found.append(
            Finding(
                kind=commitment.kind,
                status="adopted",
                start=start,
                end=end,
                text=text,
                ordinal=block.marker if is_alone else None,
                is_inline=not is_alone,
                told=[text],
            )
        )
    return found
