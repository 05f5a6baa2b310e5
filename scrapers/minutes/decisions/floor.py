"""What is before the meeting: motions whose fate is still open, votes told around decisions."""

import re
from dataclasses import dataclass, field

from scrapers.minutes.decisions.findings import Governor
from scrapers.minutes.decisions.kinds import RECOMMENDATION
from scrapers.minutes.decisions.votes import is_circumstance, outcome_of

_AT_ONCE = 5  # a motion and its amendments; what lies further back was never put
_LOOKS_AHEAD = re.compile(r"\bfollowing|\bmoved|\bproposed")
_LONGEST_TELLING = 1500
# "For (21): Councillors Ash and Elm", a line of a recorded vote.
_COUNTED = re.compile(
    r"(?:For|FOR|Against|AGAINST|Abst\w+|ABST\w+)(?: ?\(\d{1,3}\) ?:| ?[:-] ?\(?\d)"
)


@dataclass(slots=True)
class Floor:
    pending: list[Governor] = field(default_factory=list)
    latest: Governor | None = None  # the last to have governed: votes told below are its own
    told: list[str] = field(default_factory=list)  # circumstances told before what they concern
    unlabelled: list[Governor] = field(default_factory=list)  # "That …" alone, since the last label

    def open(self, motion: Governor) -> None:
        self.pending = [*self.pending[-_AT_ONCE:], motion]
        self.latest = motion
        self.told = []

    def circumstances(self, lead: str) -> list[str]:
        """All that has been told up to a vehicle, which then is what the motion came to."""
        moved = [words for motion in self.pending for words in motion.circumstances]
        told = [*moved, *self.told, lead]
        self.pending, self.told, self.unlabelled = [], [], []
        return told

    def settle(self, text: str) -> bool:
        """Give the motion that a paragraph speaks of its fate; False if it speaks of none."""
        if self.pending and self.pending[-1].findings and _COUNTED.match(text):
            self.pending[-1].circumstances.append(text)
            return True
        is_open = self.pending or self.unlabelled
        outcome = outcome_of(text) if is_open and tells_of_voting(text) else None
        if outcome is None:
            return False
        if not self.pending:
            return self._lose_unlabelled() if outcome.status == "lost" else False
        amendments = [motion for motion in self.pending if motion.is_amendment]
        motion = (amendments if outcome.of_amendment and amendments else self.pending)[-1]
        self.pending.remove(motion)
        motion.circumstances.append(text)
        motion.status = outcome.status
        for finding in motion.findings:
            finding.status = outcome.status
        if not motion.findings and outcome.status == "adopted":
            self.told = motion.circumstances  # of the resolution that will be printed below
        return True

    def _lose_unlabelled(self) -> bool:
        """ "The recommendations were put to the vote and not agreed": those printed above, bare."""
        lost = [one for governor in self.unlabelled for one in governor.findings]
        lost = [one for one in lost if one.text.startswith(("That ", "that "))]
        for finding in lost:
            finding.status = "lost"
        return bool(lost)

    def note(self, text: str, governor: Governor | None) -> None:
        """Note what a paragraph tells of a vote for the decisions it belongs to."""
        is_awaited = governor is not None and governor.count == 0
        if self.latest is None or is_awaited or _LOOKS_AHEAD.search(text):
            self.told.append(text)
            return
        # Below one entry it is that entry's vote, below the whole list it is the list's.
        latest = self.latest
        if latest.voted_to < len(latest.findings):
            latest.voted_from, latest.voted_to = latest.voted_to, len(latest.findings)
        for finding in latest.findings[latest.voted_from : latest.voted_to]:
            finding.told.append(text)
        outcome = outcome_of(text)
        if outcome and outcome.status != "adopted" and self.latest.kind == RECOMMENDATION:
            for finding in self.latest.findings:
                finding.status = outcome.status


def tells_a_fate(text: str) -> bool:
    """Whether a sentence tells of a vote rather than being part of what is voted on."""
    return tells_of_voting(text) and outcome_of(text) is not None


def tells_of_voting(text: str) -> bool:
    """Whether a paragraph may tell of a motion or a vote: no long one does."""
    return len(text) <= _LONGEST_TELLING and is_circumstance(text)
