"""Draws a `World` as a ModernGov site in one style, and answers for it over HTTP.

Styles are those of real sites: which classes, metadata, languages, links and services there are.
"""

import html as escaping
import re
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qsl, urlsplit

from tests.scrapers.moderngov.style_world import Item, Meeting, World

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
HEADINGS = {
    "nothing": "Meeting", "cancelled": "Meeting", "agenda": "Agenda",
    "draft": "Agenda and draft minutes", "minutes": "Agenda and minutes",
}  # fmt: skip
LISTINGS = {"agenda": "Agenda", "draft": "Agenda, Draft minutes", "minutes": "Agenda, Minutes",
            "cancelled": "CANCELLED", "nothing": ""}  # fmt: skip
Answer = tuple[int, str, bytes]


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
class StyledSite:
    style: Style
    world: World
    address: str = ""
    page_size: int = 4  # of the list of meetings
    results: list[Meeting] = field(default_factory=list)  # whose items the search finds
    retired: set[int] = field(default_factory=set)  # committees, as the service has it
    files: dict[int, bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    def answer(self, target: str) -> Answer:
        parts = urlsplit(target)
        if parts.path == "/robots.txt":
            return 404, "text/plain", b"none"
        self.requests.append(target)
        style = self.style
        root = f"/{style.name}{style.prefix}"
        path = parts.path.removeprefix(root)
        if style.session and not path.startswith(style.session):
            return 302, f"{root}{style.session}{path}?{parts.query}", b""
        file = path.removeprefix(style.session).strip("/").lower()
        query = {name.lower(): value for name, value in parse_qsl(parts.query)}
        if file.startswith("mgwebservice.asmx/"):
            return self._service(file.partition("/")[2], query)
        if found := re.match(r"documents/s(\d+)/", file):
            body = self.files.get(int(found[1]))
            return (200, "application/pdf", body) if body else (404, "text/html", b"gone")
        page = self._page(file, query) if style.has_html else None
        if page is None:
            return 404, "text/html", b"<html><h1>404 - not found</h1></html>"
        mark = "\ufeff\r\n\r\n" if style.has_mark else ""
        return 200, "text/html; charset=utf-8", (mark + page).encode()

    def _page(self, file: str, query: dict[str, str]) -> str | None:
        if file == self.style.committee_page:
            return self._committees()
        if file == "ielistmeetings.aspx":
            return self._list(query)
        if file == "ielistdocuments.aspx":
            meeting = self.world.meeting(query.get("mid") or query.get("meetingid"))
            return meeting and self._meeting(meeting)
        if file == "mgai.aspx" and (found := self.world.item(query.get("id"))):
            return self._item_page(*found)
        if file == "ieissuedetails.aspx":
            return self.issue_page(int(query.get("iid", 0)))
        if file == "mgmeetingattendance.aspx":
            meeting = self.world.meeting(query.get("id"))
            return (meeting and meeting.people and self._attendance(meeting)) or None
        if file == "iesearchresults2.aspx" and self.results:
            return self._search_results(int(query.get("pg", 1)))
        return None

    def _search_results(self, number: int) -> str:
        meeting = self.results[number - 1]
        href = self._meeting_href(meeting)
        title = f"{meeting.held_on:%d/%m/%Y} - {meeting.committee_name} (1)"
        lines = "".join(
            f'<hr/><p class="mgAiTitleTxt">Meeting: <a href="{href}">{self._text(title)}</a></p>'
            f'<p class="mgAiTitleTxt">{i.number} <a href="{href}#AI{i.item_id}">{i.title}</a></p>'
            for i in meeting.items
        )
        if number < len(self.results):
            more = f"ieSearchResults2.aspx?SS=x&amp;PG={number + 1}"
            lines += f'<a href="{more}" title="Next page of search results">Next</a>'
        return self._shell("Search results", f'<div class="mgContent">{lines}</div>')

    def _shell(self, heading: str, below: str, *, title: str = "", meta: str = "") -> str:
        style = self.style
        css = ' class="mgMainTitleTxt" ' if style.has_title_class else ""
        metadata = f'<meta name="DC.title" content="{self._text(title)}"/>{meta}'
        own = "<h1></h1>" if style.has_two_headings else ""
        inside = f'<div class="mgHeader"><h1 {css}>{self._label(heading)}</h1></div>{below}'
        return (
            f"<!DOCTYPE html><html><head>{metadata if style.has_metadata else ''}"
            f"<title>{self._text(title)} | Styled Council</title></head><body>{own}"
            f'<nav><a href="/">Home</a></nav><div id="modgov">{inside}'
            '<div class="mgFooter" ></div></div></body></html>'
        )

    def _committees(self) -> str:
        links = "".join(
            f'<li><a  href="{self._href(f"mgCommitteeDetails.aspx?ID={id_}")}" >{self._text(name)}'
            "</a></li>"
            for id_, name in self.world.committees.items()
        )
        if self.style.committee_page == "iedocsearch.aspx":
            options = "".join(
                f'<option value="{id_}">{self._text(name)}</option>'
                for id_, name in self.world.committees.items()
            )
            choice = f'<select id="CommitteeId"><option value="0">All</option>{options}</select>'
            return self._shell("Search documents", f"<form>{choice}</form>")
        return self._shell("Committees", f'<ul class="mgBulletList">{links}</ul>')

    def _list(self, query: dict[str, str]) -> str | None:
        id_ = int(query.get("committeeid") or query.get("cid") or 0)
        if id_ not in self.world.committees:
            return None
        everything = self.world.of(id_)
        asked, act = query.get("d", ""), query.get("act", "").lower()
        year = query.get("year", "0")
        has_years = self.style.list_style in ("years", "both")
        if year == "-1" and self.style.all_years != "passed over":
            shown = everything if self.style.all_years == "listed" else []
        elif year not in ("0", "-1") and has_years:
            shown = [m for m in everything if str(m.held_on.year) == year]
        elif act == "earlier":
            shown = [m for m in everything if _moment(m) < asked][: self.page_size]
        elif act == "later":
            shown = [m for m in everything if _moment(m) > asked][-self.page_size :]
        else:
            # About now: one meeting ahead is left for the page behind "Later meetings".
            first = 0 if self.style.list_style == "years" else 1
            shown = everything[first : first + self.page_size]
        lines = "".join(
            f'<li class="mgTableEvenRow"><a class="mgMeetingTableLnk" '
            f'href="{self._meeting_href(m)}">{self._short_day(m)}&nbsp;{_clock(m.time, ":")}</a>'
            f"{LISTINGS[m.level] and f' - {self._label(LISTINGS[m.level])}'}</li>"
            for m in shown
        )
        ways = ""
        if self.style.list_style in ("earlier", "both") and shown:
            for name, edge, end in (
                ("earlier", shown[-1], everything[-1]), ("later", shown[0], everything[0]),
            ):  # fmt: skip
                if edge is not end:
                    href = f"ieListMeetings.aspx?Act={name}&amp;CId={id_}&amp;D={_moment(edge)}"
                    href = self._href(f"{href}&amp;MD=ielistmeetings")
                    ways += f'<a class="mgTableNextLnk" href="{href}">{name} meetings</a>'
        if has_years:
            years = sorted({m.held_on.year for m in everything})
            options = "".join(f'<option value="{year}">{year}</option>' for year in years)
            choice = '<select id="YearSelect" name="YearSelect"><option value="0"> </option>'
            ways += f"{choice}{options}</select>"
        name = self._text(self.world.committees[id_])
        below = f'<h2 class="mgSubTitleTxt">{name}</h2>{ways}'
        return self._shell(
            "Browse meetings", f'{below}<ul class="mgNonBulletTableList">{lines}</ul>'
        )

    def _meeting(self, meeting: Meeting) -> str:
        sitting = f"{meeting.committee_name} - {self._when(meeting)}"
        status = f", {self._label('CANCELLED')}" if meeting.level == "cancelled" else ""
        words = self._text(f"{sitting}{status}") if self.style.says_meeting else "Agenda"
        details = self._href(f"mgCommitteeDetails.aspx?ID={meeting.committee_id}")
        below = f'<h2 class="mgSubTitleTxt"><a href="{details}">{words}</a></h2>'
        below += f'<div class="mgLinks" >{self._packs(meeting)}</div>'
        body = (
            f'<p><span  class="mgLabel" >{self._label("Venue")}: </span>Guildhall, Elmsbridge</p>'
        )
        if meeting.items:
            rows = "".join(self._row(item, meeting) for item in meeting.items)
            body += (
                f'<table class="mgItemTable" id="mgItemTable"><caption>{self._label("Items")}'
                "</caption>"
                '<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>'
                f"{rows}</table>"
            )
        else:
            body += f"<p>{self._label('No documents are available for this meeting')}</p>"
        title = f"Agenda for {meeting.committee_name} on {self._when(meeting)}"
        return self._shell(
            HEADINGS[meeting.level],
            f'{below}<div class="{self.style.content_class}" >{body}</div>',
            title=title,
        )

    def _packs(self, meeting: Meeting) -> str:
        links = ""
        if meeting.people:
            said = f"for the meeting of {meeting.committee_name} {self._when(meeting)}"
            href = self._href(f"mgMeetingAttendance.aspx?ID={meeting.meeting_id}")
            links += f'<li><a href="{href}" title="Link to attendance {self._text(said)}">'
            links += "Attendance details</a></li>"
        for kind, name in pack_names(meeting).items():
            agenda = meeting.meeting_id + 7
            href = self._href(f"documents/g{agenda}/{name} {meeting.meeting_id}.pdf?T={kind}")
            links += (
                f'<li><a href="{href}">{name} <span class="mgFileSize" >PDF 90 KB</span></a></li>'
            )
        inner = f'<ul class="mgActionList" >{links}'
        return f'<ul class="mgActionList" >{inner}' if self.style.is_unclosed else f"{inner}</ul>"

    def _row(self, item: Item, meeting: Meeting) -> str:
        title = self._text(item.title)
        papers = item.papers
        report = next((p for p in papers if p.is_report), None)
        if report and self.style.has_title_links:
            papers = [p for p in papers if p is not report]
            title = f'<a class="mgAiTitleLnk" href="{self._file(report)}">{title} '
            title += f'<span class="mgFileSize" >{report.size}</span></a>'
        below = self._links(item)
        below += self._word([item.description]) if item.description else ""
        extra = "Additional" if report and self.style.has_title_links else "Supporting"
        below += self._papers(item, papers, f"{extra} documents")
        below += self._outcome(item, meeting, is_cut=item.is_cut)
        return (
            f'<tr><td  class="mgItemNumberCell" ><p  class="mgAiTitleTxt" >'
            f'<a name="AI{item.item_id}"></a>{item.number}</p></td>'
            f'<td ><p  class="mgAiTitleTxt" >{title}</p>{below}</td></tr>'
        )

    def _item_page(self, meeting: Meeting, item: Item) -> str:
        words = self._text(
            f"{self._label('Meeting of')} {meeting.committee_name}, {self._when(meeting)} "
            f"({'Eitem' if self.style.is_welsh else 'Item'} {item.number})"
        )
        link = f'<li><a href="{self._meeting_href(meeting)}#AI{item.item_id}">{words}</a></li>'
        body = f'<ul class="mgActionList" >{link}{self._links(item, is_inner=True)}</ul>'
        body += self._word([item.description]) if item.description else ""
        body += self._outcome(item, meeting, is_cut=False)
        body += self._papers(item, item.papers, "Supporting documents")
        below = f'<h2 class="mgSubTitleTxt">{self._text(item.title)}</h2>'
        return self._shell(
            "Agenda item", f'{below}<div class="{self.style.content_class}" >{body}</div>'
        )

    def issue_page(self, issue_id: int) -> str | None:
        """ "Issue - meetings": what each meeting that it went to made of an issue."""
        body = ""
        for meeting, item in self.world.issue(issue_id):
            words = f"{meeting.held_on:%d/%m/%Y} - {meeting.committee_name}"
            href = f"{self._meeting_href(meeting)}#AI{item.item_id}"
            body += f'<p class="mgSubItemTitleTxt">Meeting: <a href="{href}">{self._text(words)} '
            body += f"(Item {item.number.rstrip('.')})</a></p>"
            body += (
                f'<p class="mgAiTitleTxt">{item.number.rstrip(".")} {self._text(item.title)}</p>'
            )
            body += self._word([item.description]) if item.description else ""
            body += self._papers(item, item.papers, "Supporting documents")
            body += self._outcome(item, meeting, is_cut=False)
        below = '<h2 class="mgSubTitleTxt">One matter at two committees</h2>'
        home = self._href(f"mgIssueHistoryHome.aspx?IId={issue_id}&amp;Opt=0")
        below += f'<ul class="mgActionList"><li><a href="{home}">Issue details</a></li></ul>'
        below += f'<div class="{self.style.content_class}" >{body}</div>'
        return self._shell("Issue - meetings", below) if body else None

    def _links(self, item: Item, *, is_inner: bool = False) -> str:
        links = ""
        if item.issue_id:
            href = self._href(f"mgIssueHistoryHome.aspx?IId={item.issue_id}")
            links += f'<li><a href="{href}">View the background to item {item.number}</a></li>'
        if item.is_restricted:
            href = self._href(f"mgReasonsRestricted.aspx?ID=5&amp;OID={item.item_id}&amp;OT=A")
            links += (
                f'<li><a href="{href}" " title=x>View the reasons why item is restricted</a></li>'
            )
        if is_inner or not links:
            return links
        return f'<ul class="mgActionList" >{links}</ul>'

    def _papers(self, item: Item, papers: list, label: str) -> str:
        lines = "".join(
            f'<li><a href="{self._file(p)}">{self._text(p.title)}<span class="mgHide" >, item '
            f'{item.number}</span> <span class="mgFileSize" >{p.size}</span></a></li>'
            for p in papers
        )
        head = f'<p class="mgSubItemTitleTxt">{self._label(label)}:</p>'
        return f'{head}<ul class="mgBulletList" >{lines}</ul>' if papers else ""

    def _outcome(self, item: Item, meeting: Meeting, *, is_cut: bool) -> str:
        if not item.minutes:
            return ""
        said = ""
        if item.decision:
            said += f'<p class="mgSubItemTitleTxt">{self._label("Decision")}:</p>'
            said += self._word(item.decision)
        said += f'<p class="mgSubItemTitleTxt">{self._label("Minutes")}:</p>'
        if not is_cut:
            return said + self._word(item.minutes)
        href = self._href(f"mgAi.aspx?ID={item.item_id}")
        words = self._label("view the full minutes text for item")
        link = f'&nbsp;...&nbsp; <a\n href="{href}"   title="Link">{words} {item.number}</a>'
        first = item.minutes[0].split()
        kept = self._text(" ".join(first[: len(first) // 2]))
        return f'{said}<div class="mgWordPara"><p>{kept}{link}</p></div>'

    def _attendance(self, meeting: Meeting) -> str:
        rows = "".join(
            f'<tr><td><a href="mgUserInfo.aspx?UID={ord(name[0])}">{name}</a> </td><td>{role}</td>'
            f"<td>{came}</td><td></td></tr>"
            for name, role, came in meeting.people
        )
        table = (
            f'<table class="mgStatsTable"><thead><tr><th>{self._label("Attendee")}</th>'
            f"<th>{self._label('Role')}</th><th>{self._label('Attendance')}</th><th></th></tr>"
            f"</thead>{rows}</table>"
        )
        words = self._text(f"{self._when(meeting)}, {meeting.committee_name}")
        return self._shell("Meeting attendance", f'<h2 class="mgSubTitleTxt">{words}</h2>{table}')

    def _service(self, operation: str, query: dict[str, str]) -> Answer:
        mode = self.style.service
        works = {
            "getcommittees": mode != "none",
            "getmeetings": mode in ("whole", "lists", "empty"),
            "getmeeting": mode == "whole",
        }
        if not works.get(operation):
            body = "<html><head><title>Runtime Error</title></head>Server Error in '/'</html>"
            return 200, "text/html", body.encode()
        drawn = {
            "getcommittees": self._service_committees,
            "getmeetings": self._service_meetings,
            "getmeeting": self._service_meeting,
        }
        return 200, "text/xml", f'<?xml version="1.0"?>{drawn[operation](query)}'.encode()

    def _service_committees(self, query: dict[str, str]) -> str:
        inner = "".join(
            f"<committee><committeeid>{id_}</committeeid><committeetitle>{escaping.escape(name)}"
            f"</committeetitle><committeedeleted>{id_ in self.retired}</committeedeleted>"
            "</committee>"
            for id_, name in self.world.committees.items()
        )
        count = len(self.world.committees)
        return f"<committees><committeescount> {count}</committeescount>{inner}</committees>"

    def _service_meetings(self, query: dict[str, str]) -> str:
        id_ = int(query["lcommitteeid"])
        if self.style.service == "empty":
            return "<getmeetings><meetingscount> 0</meetingscount></getmeetings>"
        inner = "".join(
            f"<meeting><meetingid>{m.meeting_id}</meetingid><meetingdate>{m.held_on:%d/%m/%Y}"
            f"</meetingdate><meetingstatus>{_status(m)}</meetingstatus><meetingtime>"
            f"{_clock(m.time, '.')}</meetingtime></meeting>"
            for m in self.world.of(id_)
        )
        count = len(self.world.of(id_))
        return (
            f"<getmeetings><meetingscount> {count}</meetingscount><committee><committeeid>{id_}"
            f"</committeeid><committeemeetings>{inner}</committeemeetings></committee></getmeetings>"
        )

    def _service_meeting(self, query: dict[str, str]) -> str:
        m = self.world.meeting(query["lmeetingid"])
        if m is None:
            return "<meeting></meeting>"
        items = "".join(self._service_item(item, m, n) for n, item in enumerate(m.items, start=1))
        people = "".join(
            f'<attendee membertype="Member" memberid="{ord(n[0])}" name="{n}" '
            f'roledescription="{r}" '
            f'attendance="{a}" />'
            for n, r, a in m.people
        )
        return (
            f"<meeting><meetingid>{m.meeting_id}</meetingid><meetingdate>{m.held_on:%d/%m/%Y}"
            f"</meetingdate><meetingstatus>{_status(m)}</meetingstatus><meetingtime>"
            f"{_clock(m.time, '.')}</meetingtime><meetinglocation>Guildhall</meetinglocation>"
            f"<agendapublished>{bool(m.items)}</agendapublished>"
            f"<minutepublished>{m.has_minutes}</minutepublished>"
            f"<agendaitems>{items}</agendaitems><attendees>{people}</attendees></meeting>"
        )

    def _service_item(self, item: Item, meeting: Meeting, position: int) -> str:
        docs = "".join(
            f"<linkeddoc><attachmentid>{p.attachment_id}</attachmentid><title>{p.title}</title>"
            f"<isurl>False</isurl><url>{self.address}/mgConvert2PDF.aspx?ID={p.attachment_id}</url>"
            "<isrestricted>False</isrestricted></linkeddoc>"
            for p in item.papers
        )
        decision = self._word(item.decision) if item.decision and meeting.has_minutes else ""
        minutes = self._word(item.minutes) if item.minutes else ""
        text = self._word([item.description]) if item.description else ""
        return (
            f"<agendaitem><agendaitemid>{item.item_id}</agendaitemid><agendaitemtitle>"
            f"{escaping.escape(item.title)}</agendaitemtitle><agendatext>{escaping.escape(text)}"
            f"</agendatext><agendaitemnumber>{position}</agendaitemnumber><fulldisplaynumberformat>"
            f"{item.number}</fulldisplaynumberformat><minutesnonemptyhtmlbody>"
            f"{escaping.escape(minutes)}</minutesnonemptyhtmlbody><decisionnonemptyhtmlbody>"
            f"{escaping.escape(decision if item.minutes else '')}</decisionnonemptyhtmlbody>"
            f"<isrestricted>{item.is_restricted}</isrestricted>"
            f"<linkeddocuments>{docs}</linkeddocuments></agendaitem>"
        )

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
                return f"{on:%A}, {on.day}{ending} {on:%B}, {on.year} {_clock(meeting.time, '.')}"
        return f"{on:%A} {on.day} {on:%B %Y} {_clock(meeting.time, ':')}"

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


def pack_names(meeting: Meeting) -> dict[int, str]:
    """The printed packs of a meeting, by the `T=` of their address."""
    names = {0: "Agenda frontsheet", 10: "Agenda reports pack"} if meeting.items else {}
    return names | ({1: "Printed minutes"} if meeting.has_minutes else {})


def handler_for(sites: dict[str, StyledSite]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = urlsplit(self.path).path.strip("/").split("/")[0]
            site = sites.get(name) or next(iter(sites.values()))
            status, kind, body = site.answer(self.path)
            self.send_response(status)
            if status == 302:
                self.send_header("Location", kind)
            else:
                self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    return Handler


def _status(meeting: Meeting) -> str:
    return "Cancelled" if meeting.level == "cancelled" else "Confirmed"


def _moment(meeting: Meeting) -> str:
    return f"{meeting.held_on:%Y%m%d}{meeting.time.replace(':', '')}"


def _clock(time: str, separator: str) -> str:
    hour, minute = time.split(":")
    half = "am" if int(hour) < 12 else "pm"
    return f"{int(hour) % 12 or 12}{separator}{minute} {half}"
