"""The walk down a text: which vehicle governs which blocks, and what ends its reign.

A vehicle governs its own text, then the list or the paragraphs worded like resolutions after it; a
heading, a paragraph of plain prose or another vehicle ends it. What a governor makes of a block is
in `reign`, what becomes of motions in `floor`.
"""

from scrapers.minutes.blocks import CELL, Block
from scrapers.minutes.commitments import commitments_of
from scrapers.minutes.findings import Finding, Governor
from scrapers.minutes.floor import Floor
from scrapers.minutes.headings import (
    ends_a_reign,
    is_bare_lead_in,
    is_lead_in,
    is_minutes_heading,
    is_narrative,
    is_title_of_list,
)
from scrapers.minutes.motions import Motion, is_motion_text, is_unmoved_motion, motion_of, mutes
from scrapers.minutes.reign import (
    awaits_outcome,
    depth_under,
    emitted,
    end_of_reign,
    entry_of,
    goes_with,
)
from scrapers.minutes.sentences import sentence_spans
from scrapers.minutes.tables import header_column
from scrapers.minutes.unlabelled import headless_kind, prose_kind
from scrapers.minutes.vehicles import (
    RECOMMENDATION,
    RESOLUTION,
    Vehicle,
    kind_of_act,
    list_owner,
    vehicle_of,
)


def findings_of(blocks: list[Block], *, committee: str | None = None) -> list[Finding]:
    """The decisions of minutes, in reading order."""
    walk = _Walk(blocks, committee)
    for index in range(len(blocks)):
        walk.read(index)
    return walk.findings


class _Walk:
    def __init__(self, blocks: list[Block], committee: str | None) -> None:
        self.blocks = blocks
        self.committee = committee
        self.findings: list[Finding] = []
        self.governor: Governor | None = None
        self.floor = Floor()
        self.is_after_reasons = False  # there only a formal vehicle decides
        self.is_led_in = False  # by a paragraph like "Members made these comments:"

    def read(self, index: int) -> None:
        block = self.blocks[index]
        if is_minutes_heading(block.text):
            self.governor, self.is_after_reasons = None, False
            self.floor.told = []
            return
        if ends_a_reign(block.text):
            self.governor, self.is_after_reasons = None, True
            return
        if self._takes_item(block) or self._takes_cell(block):
            return
        vehicle = vehicle_of(block.text, committee=self.committee)
        motion = None if vehicle else motion_of(block.text)
        if vehicle and _is_governing(block.text, vehicle):
            self._install(index, vehicle)
        elif motion:
            self._move(block, motion)
        elif not (
            self._is_told(index) or self._takes_paragraph(index) or self._starts_a_list(index)
        ):
            self._read_ungoverned(index)

    def _install(self, index: int, vehicle: Vehicle) -> None:
        block = self.blocks[index]
        told = self.floor.circumstances(block.text[: vehicle.text_start])
        if self.governor and self.governor.count == 0:  # "RECOMMENDATIONS:", then the sentence
            told = [*self.governor.circumstances, *told]
        governor = Governor(
            kind=vehicle.kind,
            status=vehicle.status,
            source="label" if vehicle.is_label else "vehicle",
            circumstances=told,
            ordinal=vehicle.ordinal,
            own_marker=block.marker,
            column=header_column(self.blocks, index),
        )
        self.governor = self.floor.latest = governor
        self.is_after_reasons = False
        end = end_of_reign(block.text, vehicle)
        if vehicle.text_start < end:
            self.findings += emitted(governor, block, vehicle.text_start, end, block.marker)

    # What comes under the vehicle that reigns

    def _takes_item(self, block: Block) -> bool:
        governor = self.governor
        if governor is None or block.marker is None or governor.column is not None:
            return False
        if awaits_outcome(governor) and is_narrative(block.text):
            return False
        depth = depth_under(governor, block, block.marker)
        if depth is None:
            if governor.source != "motion":
                self.governor = None
            return False
        vehicle = vehicle_of(block.text, committee=self.committee)
        if vehicle and not vehicle.is_prose and vehicle.start < 4 and governor.source != "silence":
            return False
        self.findings += entry_of(governor, block, block.marker, depth)
        return True

    def _takes_cell(self, block: Block) -> bool:
        governor = self.governor
        if governor is None or governor.column is None:
            return False
        if block.kind != CELL:
            self.governor = None
            return False
        if block.column == governor.column and len(block.text) > 3:
            self.findings += emitted(governor, block, 0, len(block.text), block.marker)
        return True

    def _takes_paragraph(self, index: int) -> bool:
        governor, block = self.governor, self.blocks[index]
        if governor is None or block.marker is not None:
            return False
        if governor.source == "motion":
            return self._takes_motion_text(governor, block)
        if governor.source == "silence":
            self.governor = None
            return False
        is_worded_so = goes_with(governor, block.text)
        if governor.count == 0:
            if not is_worded_so and is_narrative(block.text):
                return False
            is_title = is_title_of_list(block.text, self.blocks[index + 1 : index + 2])
            goes_on = not is_title
        else:
            goes_on = governor.runs_on and not is_narrative(block.text)
            is_title = False
        if is_worded_so or goes_on:
            self.findings += emitted(governor, block, 0, len(block.text), None)
            return True
        if not is_title:
            self.governor = None
        return is_title or self._lengthens(governor, index)

    def _lengthens(self, governor: Governor, index: int) -> bool:
        """Whether a paragraph is the rest of an entry that a line break has cut in two."""
        block, last = self.blocks[index], self.findings[-1]
        is_next = last.governor is governor and last.end >= self.blocks[index - 1].end
        if not is_next or governor.last_text.endswith((".", ";", ":")) or block.text[0].isupper():
            return False
        last.end = block.stretch(0, len(block.text))[1]
        last.text = f"{last.text} {block.text}"
        return True

    # Motions and votes

    def _move(self, block: Block, motion: Motion) -> None:
        governor = self.governor
        if governor and governor.source == "motion" and motion.is_seconder_alone:
            governor.circumstances.append(block.text)
            return
        moved = Governor(
            kind=motion.kind,
            status="pending",
            source="motion",
            circumstances=[block.text],
            is_amendment=motion.is_amendment,
            ordinal=governor.ordinal if governor and not governor.count else None,
        )
        self.governor = moved
        self.floor.open(moved)
        if motion.text_start is not None:
            self.findings += emitted(moved, block, motion.text_start, len(block.text), None)
        # "… moved that the item be deferred. The motion was lost.", all in one paragraph
        for start, end in sentence_spans(block.text):
            if start > motion.end and self.floor.settle(block.text[start:end]):
                self.governor = None

    def _takes_motion_text(self, governor: Governor, block: Block) -> bool:
        if is_lead_in(block.text):
            governor.is_muted = mutes(block.text)
        elif is_motion_text(block.text, is_first=governor.count == 0):
            self.findings += emitted(governor, block, 0, len(block.text), None)
        return True

    def _is_told(self, index: int) -> bool:
        """Whether a paragraph only tells how a decision before or after it came about."""
        text, following = self.blocks[index].text, self.blocks[index + 1 : index + 2]
        if self.floor.settle(text):
            self.governor = None
            return True
        governor = self.governor
        if governor and governor.source == "motion":
            return False
        # "The recommendations were unanimously agreed" decides, if no RESOLVED comes of it.
        decides = governor is None and self.floor.latest is None and self._unlabelled_kind(index)
        if decides and not (following and vehicle_of(following[0].text)):
            return False
        if not self.floor.note(text, governor):
            return False
        if governor and governor.count and not governor.levels:
            self.governor = None  # whereas a list may go on below the vote on one of its entries
        return governor is not None or not any(commitments_of(text, committee=self.committee))

    # What stands under no vehicle

    def _starts_a_list(self, index: int) -> bool:
        """Lists without a vehicle: the body's acts, a motion's resolves, or somebody else's."""
        text, following = self.blocks[index].text, self.blocks[index + 1 : index + 2]
        has_acts_below = bool(following and following[0].marker and kind_of_act(following[0].text))
        if has_acts_below and is_bare_lead_in(text) and text.endswith((":", ":-")):
            self.governor = Governor(RESOLUTION, "adopted", "body", last_text=text)
            self.floor.latest = self.governor
            return True
        if is_unmoved_motion(text):
            self.governor = Governor(RESOLUTION, "pending", "motion", circumstances=[text])
            self.floor.open(self.governor)
            return True
        owner = list_owner(text)
        if owner is not None:
            # An inspectorate's is passed over, a member's or officer's is only proposed.
            source = "silence" if owner == "outsider" else "proposal"
            self.governor = Governor(RECOMMENDATION, "proposed", source, last_text=text)
        return owner is not None

    def _read_ungoverned(self, index: int) -> None:
        block = self.blocks[index]
        self.floor.told = []
        if self.governor is not None and self.governor.source == "motion":
            return
        if self.governor is not None and awaits_outcome(self.governor):
            self._read_commitments(block, is_in_discussion=True)
            return
        self.governor = self.floor.latest = None
        if block.marker is None:
            self.is_led_in = is_lead_in(block.text)
        is_counted = block.marker is not None and any(map(str.isalnum, block.marker))
        is_in_discussion = block.marker is not None and (self.is_led_in or not is_counted)
        kind = None if is_in_discussion else self._unlabelled_kind(index)
        if kind is None:
            self._read_commitments(block, is_in_discussion=is_in_discussion)
            return
        unlabelled = self.floor.latest = Governor(kind, "adopted", "vehicle")
        self.findings += emitted(unlabelled, block, 0, len(block.text), block.marker)

    def _unlabelled_kind(self, index: int) -> str | None:
        block = self.blocks[index]
        if self.is_after_reasons:
            return None
        following = self.blocks[index + 1 : index + 2]
        is_last = not following or ends_a_reign(following[0].text)
        before = [
            earlier.text
            for earlier in self.blocks[max(0, index - 3) : index]
            if not is_minutes_heading(earlier.text)
        ]
        is_whole_minute = not before and is_last
        return headless_kind(block.text, is_entry=block.marker is not None) or prose_kind(
            block.text,
            committee=self.committee,
            before=None if is_whole_minute else (before or [""])[-1],
            is_last=is_last,
        )

    def _read_commitments(self, block: Block, *, is_in_discussion: bool) -> None:
        for commitment in commitments_of(block.text, committee=self.committee):
            start, end = block.stretch(commitment.start, commitment.end)
            is_alone = commitment.fills_the_block and not is_in_discussion
            self.findings.append(
                Finding(
                    kind=commitment.kind,
                    status="adopted",
                    start=start,
                    end=end,
                    text=block.text[commitment.start : commitment.end],
                    ordinal=block.marker if is_alone else None,
                    is_inline=not is_alone,
                    told=[block.text[commitment.start : commitment.end]],
                )
            )


def _is_governing(text: str, vehicle: Vehicle) -> bool:
    """Prose governs only where it opens a list; the rest of it is read as a commitment."""
    return not vehicle.is_prose or vehicle.is_clause or is_lead_in(text[vehicle.text_start :])
