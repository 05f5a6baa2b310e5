"""Whether sentences go on about an inspection that one of them has named.

There "the services were good" is what it found; see `plain_words`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scrapers.minutes.inspections.events import EventPhrase
from scrapers.minutes.inspections.interventions import DFE
from scrapers.minutes.inspections.regimes import CARE

_NEVER = -100
_REACH = 2  # sentences that go on about an inspection without naming it


@dataclass(slots=True)
class InspectionTalk:
    """How far back an item last spoke of an inspection of the services, or of its grades."""

    last_at: int = _NEVER  # the number of the last sentence that did

    def goes_on(self, phrases: Sequence[EventPhrase], *, at: int) -> bool:
        """Whether the next sentence speaks of an inspection, or goes on about one."""
        if any(one.is_graded_kind and one.family in CARE for one in phrases):
            self.last_at = at
        elif any(one.family != DFE for one in phrases):
            self.last_at = _NEVER
        return at - self.last_at <= _REACH

    def judged(self, *, at: int) -> None:
        """Take note that the sentence told a grade."""
        self.last_at = at
