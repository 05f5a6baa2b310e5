"""Which meetings a crawl asks for: a rule over what the list says and what the archive holds."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from scrapers.archive import Entry
from scrapers.records import ListedMeeting

# Minutes are signed at the next meeting, so a quarter after they appear they no longer change.
SETTLED_AFTER = timedelta(days=90)
# Agendas gain supplements just before a meeting, draft minutes appear just after it.
HOT_BEFORE, HOT_AFTER = timedelta(days=7), timedelta(days=3)
HOT_RECHECK, RECHECK = timedelta(hours=20), timedelta(days=7)
# Of the settled meetings on a list, about this share is looked at again each night.
RECHECK_SHARE = 0.002


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one command wants of every council: a range of meeting dates, as of a moment."""

    command: str  # demo, nightly, backfill
    now: datetime
    since: date = date.min
    until: date = date.max
    chance: random.Random = field(default_factory=random.Random)

    @property
    def is_backfill(self) -> bool:
        return self.command == "backfill"

    def covers(self, listed: ListedMeeting) -> bool:
        return self.since <= listed.held_on <= self.until

    def wants(self, listed: ListedMeeting, last: Entry | None) -> bool:
        """Whether the meeting's page may say something that the archive does not hold."""
        if not self.covers(listed):
            return False
        if last is None or last.listing != as_listed(listed):
            return True
        if self._is_settled(listed):
            return self.chance.random() < RECHECK_SHARE
        return self.now - last.fetched_at > self._recheck_after(listed)

    def _is_settled(self, listed: ListedMeeting) -> bool:
        age = self.now.date() - listed.held_on
        # Two years on, a meeting without minutes has none to come: a change of its listing tells.
        return age > (SETTLED_AFTER if _is_final(listed) else timedelta(days=730))

    def _recheck_after(self, listed: ListedMeeting) -> timedelta:
        ahead = listed.held_on - self.now.date()
        return HOT_RECHECK if -HOT_AFTER <= ahead <= HOT_BEFORE else RECHECK


def as_listed(listed: ListedMeeting) -> str:
    """The list's line of a meeting; the archive keeps it with the page, to tell when it changed."""
    return f"{listed.held_on} {listed.starts_at_local or ''} {listed.listing or ''}".strip()


def _is_final(listed: ListedMeeting) -> bool:
    words = (listed.listing or "").lower()
    return any(word in words for word in ("minutes", "cofnodion", "cancel", "wedi'i ganslo"))
