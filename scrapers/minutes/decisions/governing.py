"""The walk down a text: which vehicle governs which blocks, and what ends its reign.

A vehicle governs its own text, then the list or the paragraphs worded like resolutions after it; a
heading, a paragraph of plain prose or another vehicle ends it. What a governor makes of a block is
in `reign`, what becomes of motions in `floor`.
"""

from scrapers.minutes.decisions import ungoverned
from scrapers.minutes.decisions.blocks import CELL, Block, says_nothing
from scrapers.minutes.decisions.columns import decided_in_cell, is_of_header
from scrapers.minutes.decisions.commitments import commitments_of
from scrapers.minutes.decisions.findings import Finding, Governor
from scrapers.minutes.decisions.floor import Floor, tells_of_voting
from scrapers.minutes.decisions.headings import (
    ends_a_reign,
    is_lead_in,
    is_minutes_heading,
    is_narrative,
    is_title_of_list,
)
from scrapers.minutes.decisions.kinds import Vehicle
from scrapers.minutes.decisions.motions import Motion, motion_of
from scrapers.minutes.decisions.moving import motion_text, moved
from scrapers.minutes.decisions.reign import (
    awaits_outcome,
    decides_by_verb,
    depth_under,
    emitted,
    entry_of,
    goes_on_with,
    goes_with,
    is_act_under,
    lengthened,
    whole,
)
from scrapers.minutes.decisions.tables import header_at
from scrapers.minutes.decisions.unlabelled import headless_kind
from scrapers.minutes.decisions.vehicles import governs, vehicle_of
from scrapers.minutes.decisions.wording import end_of_reign

_TOLD_AT_MOST = 8  # paragraphs told of one decision; hostile text could go on for ever


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
        self.interrupted: Governor | None = None  # by "Reason:" or "Councillor Ash left" below it
        self.said = ungoverned.Said()

    def read(self, index: int) -> None:
        block = self.blocks[index]
        if says_nothing(block):
            return
        if is_minutes_heading(block.text):
            self.governor, self.is_after_reasons = None, False
            self.floor.told = []
            return
        if ends_a_reign(block.text) and not is_of_header(self.governor, block):
            self.interrupted = self.governor or self.interrupted
            self.governor, self.is_after_reasons = None, True
            return
        is_under = (self.governor or self.interrupted) and (
            self._takes_up_the_list(block) or self._takes_item(block) or self._takes_cell(index)
        )
        if is_under:
            return
        if self.governor and is_act_under(self.governor, block):
            self.findings += whole(self.governor, block, 0, len(block.text), None)
            return
        vehicle = vehicle_of(block.text, committee=self.committee)
        is_governing = vehicle is not None and governs(block.text, vehicle)
        motion = None if is_governing else motion_of(block.text)
        if vehicle and ungoverned.is_outsiders(vehicle, self.governor):
            return
        if vehicle and is_governing:
            self._install(index, vehicle)
        elif motion:
            self._move(block, motion)
        elif not (
            self._is_told(index) or self._takes_paragraph(index) or self._starts_a_list(index)
        ):
            self._read_ungoverned(index)

    def _install(self, index: int, vehicle: Vehicle) -> None:
        block = self.blocks[index]
        before = self.floor.circumstances(block.text[: vehicle.text_start])
        if self.governor and self.governor.count == 0:  # "RECOMMENDATIONS:", then the sentence
            before = [*self.governor.circumstances, *before][-_TOLD_AT_MOST:]
        header = header_at(self.blocks, index)
        governor = Governor.of(vehicle, before, own_marker=block.marker, header=header)
        self.governor = self.floor.latest = governor
        self.is_after_reasons, self.interrupted, self.said = False, None, ungoverned.Said()
        end = end_of_reign(block.text, vehicle)
        if vehicle.text_start < end:
            self.findings += emitted(governor, block, vehicle.text_start, end, block.marker)
        after = block.text[end:].strip()
        if governor.count and tells_of_voting(after):  # "RESOLVED: That … . Voting: unanimous"
            self.floor.note(after, governor)

    # What comes under the vehicle that reigns

    def _takes_item(self, block: Block) -> bool:
        governor = self.governor
        if governor is None or block.marker is None or governor.header is not None:
            return False
        if awaits_outcome(governor) and (self.said.is_led_in or is_narrative(block.text)):
            return False
        depth = depth_under(governor, block, block.marker)
        if depth is None:
            if governor.source != "motion":
                self.governor = None
            return False
        vehicle = vehicle_of(block.text, committee=self.committee)
        # Acts have their verbs: "The Cabinet: (1) NOTED the report; (2) APPROVED the plan".
        is_acts = governor.source in ("silence", "body", "headless") or decides_by_verb(
            governor, block.text
        )
        if vehicle and not vehicle.is_prose and vehicle.start < 4 and not is_acts:
            return False
        self.findings += entry_of(governor, block, block.marker, depth)
        return True

    def _takes_up_the_list(self, block: Block) -> bool:
        """Whether an item goes on with the list that "Reason: …" had broken off."""
        governor = self.interrupted
        if governor is None or self.governor is not None or not goes_on_with(governor, block):
            return False
        self.governor, self.is_after_reasons = governor, False
        return self._takes_item(block)

    def _takes_cell(self, index: int) -> bool:
        if self.governor is None or self.governor.header is None:
            return False
        if self.blocks[index].kind != CELL:
            self.governor = None
            return False
        self.findings += decided_in_cell(self.governor, self.blocks, index)
        return True

    def _takes_paragraph(self, index: int) -> bool:
        governor, block = self.governor, self.blocks[index]
        if governor is None or block.marker is not None:
            return False
        if governor.source == "motion":
            self.findings += motion_text(governor, block)
            return True
        if governor.source == "silence":
            self.governor = None
            return False
        is_worded_so = goes_with(governor, block.text)
        calls_for_more = governor.count == 0 or governor.runs_on
        if not is_worded_so and governor.count == 0 and ungoverned.is_telling(block.text):
            return False
        following = self.blocks[index + 1 : index + 2]
        is_title = calls_for_more and is_title_of_list(block.text, following)
        is_told = bool(governor.count) and is_narrative(block.text)
        if is_worded_so or (calls_for_more and not is_title and not is_told):
            self.findings += emitted(governor, block, 0, len(block.text), None)
            return True
        if not is_title:
            self.interrupted, self.governor = governor, None
        pair = self.blocks[index - 1 : index + 1]
        return is_title or lengthened(self.findings[-1], governor, pair)

    # Motions and votes

    def _move(self, block: Block, motion: Motion) -> None:
        self.governor, found = moved(block, motion, self.governor, self.floor)
        self.findings += found

    def _is_told(self, index: int) -> bool:
        """Whether a paragraph only tells how a decision before or after it came about."""
        text = self.blocks[index].text
        if self.floor.settle(text):
            self.governor = None
            return True
        governor = self.governor
        if governor and governor.source == "motion":
            return False
        if governor and governor.count == 0 and text.startswith("That "):
            return False  # "Resolved:" above "That the motion be referred to the Committee"
        is_telling = tells_of_voting(text)
        is_of_recommendations = "recommendations" in text.casefold()
        if not (is_telling or is_of_recommendations):
            return False
        # "The recommendations were unanimously agreed" decides, if no RESOLVED comes of it.
        is_open = self.floor.latest is None or self.floor.latest.status in ("lost", "withdrawn")
        decides = governor is None and is_open and self._unlabelled_kind(index)
        below = self.blocks[index + 1].text if index + 1 < len(self.blocks) else ""
        if decides and not (vehicle_of(below) or headless_kind(below)):
            return False
        if not is_telling:
            return bool(decides)
        self.floor.note(text, governor)
        if governor and governor.count and not governor.levels:
            self.governor = None  # a list may go on below the vote on one of its entries
        return governor is not None or not any(commitments_of(text, committee=self.committee))

    # What stands under no vehicle

    def _starts_a_list(self, index: int) -> bool:
        is_awaited = self.governor is not None and awaits_outcome(self.governor)
        governor = ungoverned.list_begun(self.blocks, index, self.committee, is_awaited=is_awaited)
        if governor is None:
            return False
        self.governor = governor
        if governor.source == "motion":
            self.floor.open(governor)
        elif governor.source in ("body", "headless"):
            self.floor.latest = governor
        return True

    def _read_ungoverned(self, index: int) -> None:
        block = self.blocks[index]
        told, self.floor.told = self.floor.told[-_TOLD_AT_MOST:], []
        if self.governor is not None and self.governor.source == "motion":
            return
        is_said = self.said.takes(block)
        if self.governor is not None and awaits_outcome(self.governor):
            self.findings += ungoverned.committed(block, self.committee, is_said=True)
            return
        self.governor = self.floor.latest = None
        kind = None if is_said else self._unlabelled_kind(index)
        if kind is None:
            self.findings += ungoverned.committed(block, self.committee, is_said=is_said)
            return
        unlabelled = self.floor.latest = Governor(kind, "adopted", "prose", told)
        self.floor.unlabelled = [*self.floor.unlabelled[-_TOLD_AT_MOST:], unlabelled]
        # "The Board noted the report and made these comments:" is no mere lead-in.
        give = whole if is_lead_in(block.text) else emitted
        self.findings += give(unlabelled, block, 0, len(block.text), block.marker)

    def _unlabelled_kind(self, index: int) -> str | None:
        if self.is_after_reasons:
            return None
        return ungoverned.kind_at(self.blocks, index, self.committee)
