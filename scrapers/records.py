"""One frozen dataclass per raw table: what a page *says*, before anybody asks what it means.

Field order is column order. The name of the table is the plural in `TABLES`. Provenance (council,
page_key, source_url, fetched_at, page_sha256) is not stated here: landing adds those five columns
to every table, in front. Within a page an agenda item is known by its `item_position`, so that what
hangs on it (documents, decisions, mentions) finds it even where the site prints no id.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee on the council's list of committees."""

    committee_id: int
    committee_name: str
    category: str | None = None
    is_retired: bool = False  # the site says that it no longer meets


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMeeting:
    """A meeting on its committee's list of meetings."""

    committee_id: int
    meeting_id: int | None  # None where it was taken over from an older system
    held_on: date
    starts_at_local: str | None = None  # "19:30"
    listing: str | None = (
        None  # as printed after the date: "Agenda, Decisions, Minutes", "CANCELLED"
    )
    legacy_page: str | None = None  # as linked, of a meeting without a number: it is known by that


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as its own page, an item of it or an issue page states it."""

    meeting_id: int | None = None
    committee_id: int | None = None
    committee_name: str | None = None
    held_on: date | None = None
    starts_at_local: str | None = None  # "19:30"
    venue: str | None = None
    heading: str | None = None  # the page's h1: "Agenda and draft minutes"
    stated_status: str | None = None  # as printed: "CANCELLED", "Confirmed; Rescheduled from …"
    minutes_status: str | None = None  # none, draft or published; unknown where not stated
    is_whole: bool = False  # True where the page lists every item of the meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An entry of a meeting's agenda, as one page prints it."""

    item_position: int  # 1 is the first item of the page
    title: str
    item_id: int | None = None  # the site's own number: AI51890, mgAi.aspx?ID=51890
    item_number: str | None = None  # as printed: "54.", "7a"
    meeting_id: int | None = None
    committee_id: int | None = None
    committee_name: str | None = None
    held_on: date | None = None
    description: str | None = None  # what the agenda said beforehand
    minutes_text: str | None = None  # all below the headings "Decision:" and "Minutes:"
    is_truncated: bool = False  # the page offers "view the full minutes text"
    is_restricted: bool = False
    issue_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file or webcast listed on a meeting (`item_position` is None) or on one of its items."""

    title: str
    document_url: str | None = None  # absolute; None where the enclosure is restricted
    document_kind: str = "other"
    item_position: int | None = None
    meeting_id: int | None = None
    attachment_id: int | None = None  # documents/s131118/…, mgConvert2PDF.aspx?ID=131118
    file_type: str | None = None  # "pdf"
    size_bytes: int | None = None  # as printed, so rounded: "PDF 553 KB"
    is_restricted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A person named on a meeting's attendance list."""

    meeting_id: int | None = None  # None where the page says its meeting by committee and day alone
    person_name: str
    person_id: int | None = None
    role: str | None = None
    attendance: str  # as printed: "Present", "Apologies", "In attendance"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedItem:
    """An item, issue or decision as a page that points to many of them names it.

    Such pages are search results, lists of decisions, and the home of an issue. What the item says
    stands on its own page.
    """

    title: str
    item_id: int | None = None
    item_number: str | None = None
    meeting_id: int | None = None
    committee_id: int | None = None
    committee_name: str | None = None
    held_on: date | None = None  # of the meeting, where one is named
    decided_on: date | None = None  # of a decision, as its list prints it
    decision_id: int | None = None
    issue_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A recommendation, resolution, agreement, action or noting that an item records.

    `text` is the stretch `evidence_start:evidence_end` of the item's `evidence_field`, with its
    white space squashed; offsets count characters, from 0.
    """

    item_position: int
    decision_position: int  # 1 is the first decision of the item
    kind: str  # recommendation, resolution, agreement, action, noted
    status: str  # proposed, adopted, lost, withdrawn, deferred, referred
    text: str
    evidence_field: str  # minutes_text, description, title
    evidence_start: int
    evidence_end: int
    ordinal: str | None = None  # as printed: "(i)", "a)", "2.a."
    depth: int = 0  # 0 for a decision that hangs under no other
    is_substantive: bool = True
    is_inline: bool = False
    addressee: str | None = None
    owner: str | None = None
    due_text: str | None = None
    due_on: date | None = None
    mover: str | None = None
    seconder: str | None = None
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    is_unanimous: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionMention:
    """What an item says about one inspection event and one judgement area."""

    item_position: int
    mention_position: int  # 1 is the first mention of the item
    regime: str
    event_type: str
    occurrence: str  # occurred, scheduled
    evidence: str  # the stretch evidence_start:evidence_end of the field, to the letter
    evidence_field: str  # minutes_text, description, title
    evidence_start: int
    evidence_end: int
    judgement_area: str | None = None
    grade: str | None = None
    date_as_stated: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    date_precision: str | None = None  # day, month, quarter, year
    visit_number: int | None = None
    is_own_council: bool = True
    subject_council: str | None = None  # named where it is another council


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """What a file that an item lists says: a letter, a report, as far as it has text."""

    document_url: str
    attachment_id: int | None = None
    page_count: int
    is_whole: bool = True  # False where only the first pages were read
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMention:
    """What a document's text says about one inspection event and one judgement area."""

    attachment_id: int | None = None
    mention_position: int  # 1 is the first mention of the document
    regime: str
    event_type: str
    occurrence: str  # occurred, scheduled
    evidence: str  # the stretch evidence_start:evidence_end of the text, to the letter
    evidence_start: int
    evidence_end: int
    judgement_area: str | None = None
    grade: str | None = None
    date_as_stated: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    date_precision: str | None = None  # day, month, quarter, year
    visit_number: int | None = None
    is_own_council: bool = True
    subject_council: str | None = None


Record = (
    Committee
    | ListedMeeting
    | Meeting
    | AgendaItem
    | Document
    | Attendance
    | ListedItem
    | Decision
    | InspectionMention
    | DocumentText
    | DocumentMention
)

TABLES: dict[str, type[Record]] = {
    "committees": Committee,
    "listed_meetings": ListedMeeting,
    "meetings": Meeting,
    "agenda_items": AgendaItem,
    "documents": Document,
    "attendances": Attendance,
    "listed_items": ListedItem,
    "decisions": Decision,
    "inspection_mentions": InspectionMention,
    "document_texts": DocumentText,
    "document_mentions": DocumentMention,
}
