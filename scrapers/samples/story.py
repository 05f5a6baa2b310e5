"""The story of a sample council: its committees, meetings, and what was said there.

Each dataclass is a table of the council's file in `councils/`, its fields the keys a storyteller
may write; `loading.py` reads them. How all this looks on a page is for `pages.py`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

_SIZE = re.compile(r"\s*\((\d+ [KM]B)\)$")  # "Improvement plan (553 KB)"
_DOCUMENTS_PER_ITEM = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """How this council's pages look: the differences between real sites that parsers meet."""

    has_heading_class: bool = True  # <h1 class="mgMainTitleTxt">, or a plain <h1>
    has_byte_order_mark: bool = False
    has_unclosed_action_lists: bool = False
    has_title_links: bool = False  # the first report is linked from the title of its item
    is_service: bool = False  # mgWebService.asmx answers
    service_failure: int = 404  # else: its status; 200 comes with an error page
    date_style: str = "plain"  # "Tuesday 8 March 2022 6:00 pm", or ordinal: "Tuesday, 8th March, …"
    heading_break: bool = False  # committee and date parted by a line break, not by a dash
    meetings_per_page: int = 15
    agenda_offset: int = 0  # agenda ids run ahead of meeting ids by this
    numbers_restart: bool = False  # at each meeting; else they run on over the municipal year


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    id: int
    name: str
    category: str
    purpose: str
    venue: str
    contact: str
    time: str  # "18:00"
    members: list[str]  # "Councillor Judith Amberley (Chair)"
    officers: list[str] = field(default_factory=list)
    numbering: str = "{number}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    id: int
    title: str
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    title: str
    description: str | None = None
    decision: str | None = None
    minutes: str | None = None
    cut_after: str | None = None  # the meeting page stops the minutes after these words
    documents: list[str] = field(default_factory=list)  # "Improvement plan (553 KB)"
    restricted_documents: int = 0
    is_restricted: bool = False
    is_heading: bool = False  # a row that parts the agenda, without a number
    has_webcast: bool = False
    issue: int | None = None
    id: int = 0
    number: str = ""

    @property
    def restriction_id(self) -> int:
        return self.id + 9000

    def papers(self) -> list[Document]:
        """The item's files, each with the attachment id the site would give it."""
        return [
            Document(
                id=self.id * _DOCUMENTS_PER_ITEM + position,
                title=_SIZE.sub("", printed),
                size=found.group(1) if (found := _SIZE.search(printed)) else "184 KB",
            )
            for position, printed in enumerate(self.documents, start=1)
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    id: int
    committee: Committee
    on: date
    time: str
    published: str = "minutes"
    is_cancelled: bool = False
    apologies: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    officers: list[str] = field(default_factory=list)
    is_bare: bool = False  # the h2 says neither committee nor date, and there are no DC tags
    welsh_date: str | None = None  # the page has Welsh labels and this date
    items: list[Item] = field(default_factory=list)

    @property
    def has_minutes(self) -> bool:
        return "minutes" in self.published

    def attendances(self) -> Iterator[tuple[str, str, str]]:
        """Name, role and attendance of everybody on the attendance page."""
        expected = "Present" if self.has_minutes else "Expected"
        for member in self.committee.members:
            name = bare_name(member)
            missing = "Apologies" if name in self.apologies else "Absent"
            is_missing = name in self.apologies or name in self.absent
            role = "Chair" if member.endswith("(Chair)") else "Committee Member"
            yield name, role, missing if is_missing else expected
        for officer in self.committee.officers + self.officers:
            yield officer, "Officer", "In attendance" if self.has_minutes else "Expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    slug: str
    name: str
    site: Site
    committees: list[Committee]
    meetings: list[Meeting]  # oldest first
    issues: dict[int, str]  # id → title
    people: dict[str, int]  # name → id

    def meetings_of(self, committee: Committee) -> list[Meeting]:
        return [meeting for meeting in self.meetings if meeting.committee.id == committee.id]

    def items(self) -> Iterator[tuple[Meeting, Item]]:
        for meeting in self.meetings:
            for item in meeting.items:
                yield meeting, item


def bare_name(member: str) -> str:
    """The name without the role: "Councillor Judith Amberley (Chair)"."""
    return re.sub(r"\s*\(.*\)$", "", member)
