"""The styles that ModernGov sites come in, and how each words, dates and links what it prints.

Styles are those of real sites: which classes, metadata, languages, links and services there are.
"""

import html as escaping
import re
from dataclasses import dataclass, field

from tests.scrapers.moderngov.style_world import Meeting, World

WELSH = {
    "Venue": "Lleoliad", "Minutes": "Cofnodion", "Decision": "Penderfyniad", "Items": "Eitemau",
    "Additional documents": "Dogfennau ychwanegol", "Supporting documents": "Dogfennau ychwanegol",
    "Agenda and minutes": "Rhaglen a chofnodion", "Agenda": "Rhaglen", "Meeting": "Cyfarfod",
    "Agenda and draft minutes": "Rhaglen a chofnodion drafft", "Committees": "Pwyllgorau",
    "Browse meetings": "Pori cyfarfodydd", "Agenda item": "Eitem ar yr agenda",
    "Meeting attendance": "Presenoldeb yn y cyfarfod", "Attendee": "Mynychwr", "Role": "Rôl",
    "Attendance": "Presenoldeb", "CANCELLED": "Wedi'i ganslo", "Meeting of": "Cyfarfod",
    "Agenda, Minutes": "Rhaglen, Cofnodion", "Agenda, Draft minutes": "Rhaglen, Cofnodion drafft",
    "No documents are available for this meeting": "Nid oes dogfennau ar gael",
    "view the full minutes text for item": "gweld testun llawn y cofnodion ar gyfer eitem",
}  # fmt: skip
MONTHS_WELSH = (
    "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi",
    "Hydref", "Tachwedd", "Rhagfyr",
)  # fmt: skip


@dataclass(frozen=True)
class Style:
    name: str
    prefix: str = ""
    has_title_class: bool = True
    has_metadata: bool = True
    says_meeting: bool = True  # committee and date stand in the h2
    is_welsh: bool = False
    has_entities: bool = False  # signs as numbers
    session: str = ""  # "/(S(…))" in every link, and before every page
    list_style: str = "earlier"  # earlier, years, both
    all_years: str = "passed over"  # what Year=-1 gives: passed over, listed, nothing
    committee_page: str = "mglistcommittees.aspx"
    parameters: tuple[str, str] = ("CId", "MId")
    content_class: str = "mgContent"
    has_title_links: bool = True
    is_unclosed: bool = False
    date_style: str = "plain"
    # none, whole, lists (GetMeeting fails), committees (GetMeetings fails), empty (no meetings)
    service: str = "none"
    has_html: bool = True
    has_mark: bool = False
    has_two_headings: bool = False


STYLES = [
    Style("plain"),
    Style("bare", has_title_class=False, has_two_headings=True, content_class="panel-body"),
    Style("no-metadata", has_metadata=False, date_style="ordinal", has_mark=True),
    Style("silent-heading", has_metadata=False, says_meeting=False),
    Style("welsh", is_welsh=True, date_style="welsh"),
    Style("entities", has_entities=True, has_title_links=False, is_unclosed=True),
    Style("prefixed", prefix="/internet", parameters=("CommitteeId", "MeetingId")),
    Style("years", list_style="years", committee_page="iedocsearch.aspx"),
    Style("all-years", list_style="years", all_years="listed"),
    Style("no-all-years", list_style="both", all_years="nothing"),
    Style("session", session="/(S(33rhih553gpijinuki3kvf55))", parameters=("CId", "MID")),
    Style("structure", committee_page="mgcommitteestructure.aspx"),
    Style("service", service="whole"),
    Style("service-alone", service="whole", has_html=False),
    Style("half-service", service="lists"),
    Style("half-lists", service="committees"),
    Style("empty-service", service="empty"),
]


@dataclass
class StyledWording:
    """A world and a style: the words, dates and links of the one in the manner of the other."""

    style: Style
    world: World
    address: str = ""
    page_size: int = 4  # of the list of meetings
    results: list[Meeting] = field(default_factory=list)  # whose items the search finds
    retired: set[int] = field(default_factory=set)  # committees, as the service has it
    files: dict[int, bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    def _word(self, paragraphs: list[str]) -> str:
        inner = "".join(f'<p class="MsoNormal">{self._text(p)}</p>' for p in paragraphs)
        return f'<div class="mgWordPara"><div class="WordSection1">{inner}</div></div>'

    def _text(self, words: str) -> str:
        if not self.style.has_entities:
            return escaping.escape(words)
        return re.sub(r"[^\w\s]", lambda sign: f"&#{ord(sign.group())};", words)

    def _label(self, words: str) -> str:
        return WELSH.get(words, words) if self.style.is_welsh else words

    def _when(self, meeting: Meeting) -> str:
        on = meeting.held_on
        match self.style.date_style:
            case "welsh":
                day = f"Dydd Llun, {on.day}eg {MONTHS_WELSH[on.month - 1]}, {on.year}"
                return f"{day} {meeting.time.replace(':', '.')} o'r gloch"
            case "ordinal":
                ending = {1: "st", 2: "nd", 3: "rd"}.get(on.day % 10, "th")
                ending = "th" if on.day in (11, 12, 13) else ending
                return f"{on:%A}, {on.day}{ending} {on:%B}, {on.year} {clock(meeting.time, '.')}"
        return f"{on:%A} {on.day} {on:%B %Y} {clock(meeting.time, ':')}"

    def _short_day(self, meeting: Meeting) -> str:
        on = meeting.held_on
        if self.style.is_welsh:
            return f"{on.day} {MONTHS_WELSH[on.month - 1][:4]} {on.year}"
        return f"{on.day} {on:%b %Y}"

    def _meeting_href(self, meeting: Meeting) -> str:
        committee, name = self.style.parameters
        query = f"{committee}={meeting.committee_id}&amp;{name}={meeting.meeting_id}&amp;Ver=4"
        return self._href(f"ieListDocuments.aspx?{query}")

    def _file(self, paper) -> str:
        return self._href(f"documents/s{paper.attachment_id}/{paper.title}.pdf")

    def _href(self, relative: str) -> str:
        session = self.style.session
        return f"/{self.style.name}{self.style.prefix}{session}/{relative}" if session else relative


def status(meeting: Meeting) -> str:
    return "Cancelled" if meeting.level == "cancelled" else "Confirmed"


def moment(meeting: Meeting) -> str:
    return f"{meeting.held_on:%Y%m%d}{meeting.time.replace(':', '')}"


def clock(time: str, separator: str) -> str:
    hour, minute = time.split(":")
    half = "am" if int(hour) < 12 else "pm"
    return f"{int(hour) % 12 or 12}{separator}{minute} {half}"
