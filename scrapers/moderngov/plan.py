"""Which meetings a crawl asks for: a rule over what the list says and what the archive holds."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from scrapers.archive import Entry
from scrapers.records import ListedMeeting

# Minutes are signed at the next meeting, so a quarter after they appear they no longer change.
SETTLED_AFTER = timedelta(days=90)
# Two years on, a meeting without minutes has none to come: a change of its listing tells.
GIVEN_UP_AFTER = timedelta(days=730)
# Agendas gain supplements just before a meeting, draft minutes appear just after it.
HOT_BEFORE, HOT_AFTER = timedelta(days=7), timedelta(days=3)
HOT_RECHECK, RECHECK = timedelta(hours=20), timedelta(days=7)
# A run goes on where one that was cut off stopped, unless lists have changed since; what a backfill
# is after lies in the past.
RESUMED_NIGHT, RESUMED_BACKFILL = timedelta(hours=6), timedelta(days=30)
# Of the settled meetings on a list, this share is looked at again each night, one at most.
RECHECK_SHARE = 0.002
# What a night without news may cost a council beside one request for each committee's list. What
# robots.txt, the list of committees and the weekly search leave of it goes to meetings whose line
# in the list has not changed: those that are longest overdue come first.
QUIET_NIGHT_REQUESTS = 3
# A clock that was wrong may have dated an answer ahead of now.
CLOCK_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What one command wants of every council: a range of meeting dates, as of a moment."""

    command: str  # demo, nightly, backfill
    now: datetime
    since: date = date.min
    until: date = date.max
    attendances: bool = False  # of a backfill: ask for attendance pages too
    documents: bool = False  # ask for the files of items about inspections
    chance: random.Random = field(default_factory=random.Random)

    @property
    def is_backfill(self) -> bool:
        return self.command == "backfill"

    @property
    def wants_attendances(self) -> bool:
        return self.attendances or not self.is_backfill

    @property
    def wants_more(self) -> bool:
        """Whether more is asked for of meetings that were had than their pages."""
        return self.documents or (self.attendances and self.is_backfill)

    @property
    def resumes(self) -> timedelta:
        """How old the answers of a run that was cut off may be for this one to go on from them."""
        return RESUMED_BACKFILL if self.is_backfill else RESUMED_NIGHT

    @property
    def holds(self) -> timedelta:
        """How old any answer may be: of councils that a backfill has done already, nothing is asked
        again while it goes on with the others.
        """
        return timedelta(days=1) if self.is_backfill else timedelta(0)

    def covers(self, listed: ListedMeeting) -> bool:
        return self.since <= listed.held_on <= self.until

    def reached(self, listed: ListedMeeting) -> float:
        """How far into the range of dates a walk is that has come to this meeting: 0 to 1.

        Walks go from the newest meeting to the oldest; without a first day nobody knows how far.
        """
        newest = min(self.until, self.now.date())
        if self.since == date.min or newest <= self.since:
            return 0.0
        return min(max((newest - listed.held_on) / (newest - self.since), 0.0), 1.0)

    def wants(self, listed: ListedMeeting, last: Entry | None) -> bool:
        """Whether the meeting was never had, or its line in the list has changed since."""
        return self.covers(listed) and (last is None or last.listing != as_listed(listed))

    def overdue(self, listed: ListedMeeting, last: Entry, *, is_minuted: bool = False) -> float:
        """How long ago a meeting was had, as a share of the time after which it may have changed.

        Where its list says nothing of minutes, `is_minuted` tells that the last answer had them.
        """
        age = self.now - last.fetched_at
        if age < -CLOCK_SLACK:
            return 1.0
        is_settled = self._is_settled(listed, is_minuted) or not self.covers(listed)
        return 0.0 if is_settled else age / self._recheck_after(listed)

    def rechecks(self, listed: ListedMeeting) -> bool:
        """Whether chance has it that a meeting thought settled is looked at again this night."""
        is_nightly = self.command == "nightly" and self.covers(listed)
        return is_nightly and self.chance.random() < RECHECK_SHARE

    def _is_settled(self, listed: ListedMeeting, is_minuted: bool) -> bool:
        age = self.now.date() - listed.held_on
        return age > (SETTLED_AFTER if is_minuted or _is_final(listed) else GIVEN_UP_AFTER)

    def _recheck_after(self, listed: ListedMeeting) -> timedelta:
        ahead = listed.held_on - self.now.date()
        return HOT_RECHECK if -HOT_AFTER <= ahead <= HOT_BEFORE else RECHECK


def as_listed(listed: ListedMeeting) -> str:
    """The list's line of a meeting; the archive keeps it with the page, to tell when it changed."""
    return f"{listed.held_on} {listed.starts_at_local or ''} {listed.listing or ''}".strip()


def _is_final(listed: ListedMeeting) -> bool:
    words = (listed.listing or "").lower()
    return any(word in words for word in ("minutes", "cofnodion", "cancel", "ganslo", "canslwyd"))
