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


# The pages that one issue has; each links to the others.
ISSUE_PAGES = (
    PageKind.ISSUE_HOME,
    PageKind.ISSUE_DETAILS,
    PageKind.ISSUE_DECISIONS,
    PageKind.ISSUE_CHRONOLOGY,
)


@dataclass(frozen=True, slots=True)
class PageAddress:
    """A page of one site. `id` tells it from others of its kind: "3243", "328/year/2022".

    A document of an older system's meeting that is shown as a page is "376/f/minutes.htm".
    """

    kind: PageKind
    id: str = ""
    # Some sites answer a meeting only with its committee beside it, and one of an older system with
    # its day; they are no part of who it is.
    committee_id: int | None = field(default=None, compare=False)
    day: str | None = field(default=None, compare=False)  # as links print it: "08/02/2011, 10:00"

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else str(self.kind)
