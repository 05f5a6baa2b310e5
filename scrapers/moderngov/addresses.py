"""The kinds of page that sites have, and what tells one page from all others.

How an address looks as a link is for `urls`.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class PageKind(StrEnum):
    COMMITTEE_LIST = "committee_list"
    COMMITTEE_DETAILS = "committee_details"
    MEETING_LIST = "meeting_list"
    MEETING_DOCUMENTS = "meeting_documents"
    LEGACY_MEETING = "legacy_meeting"  # taken over from an older system, with ids of its own
    AGENDA_ITEM = "agenda_item"
    ISSUE_HOME = "issue_home"
    ISSUE_DETAILS = "issue_details"
    ISSUE_DECISIONS = "issue_decisions"
    ISSUE_CHRONOLOGY = "issue_chronology"
    DECISION_DETAILS = "decision_details"
    DECISION_LIST = "decision_list"
    MEETING_ATTENDANCE = "meeting_attendance"
    RESTRICTED_REASONS = "restricted_reasons"
    CALENDAR = "calendar"
    SEARCH_RESULTS = "search_results"
    RSS = "rss"
    SERVICE_COMMITTEES = "service_committees"
    SERVICE_MEETINGS = "service_meetings"
    SERVICE_MEETING = "service_meeting"
    DOCUMENT = "document"  # a file of an item: "131118" is documents/s131118/…
    TEXT = "text"  # the text of any page, saved by hand


@dataclass(frozen=True, slots=True)
class PageAddress:
    """A page of one site. `id` tells it from others of its kind: "3243", "328/year/2022"."""

    kind: PageKind
    id: str = ""
    # Some sites answer a meeting only with its committee beside it; it is no part of who it is.
    committee_id: int | None = field(default=None, compare=False)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else str(self.kind)
