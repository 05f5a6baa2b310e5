"""The pages of a site in one style: lists, meetings, items, issues, attendance, search results."""

from tests.scrapers.moderngov.style_world import Item, Meeting
from tests.scrapers.moderngov.styles import StyledWording, clock, moment

HEADINGS = {
    "nothing": "Meeting", "cancelled": "Meeting", "agenda": "Agenda",
    "draft": "Agenda and draft minutes", "minutes": "Agenda and minutes",
}  # fmt: skip
LISTINGS = {"agenda": "Agenda", "draft": "Agenda, Draft minutes", "minutes": "Agenda, Minutes",
            "cancelled": "CANCELLED", "nothing": ""}  # fmt: skip


class StyledPages(StyledWording):
    """Draws the world's pages."""

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
            shown = [m for m in everything if moment(m) < asked][: self.page_size]
        elif act == "later":
            shown = [m for m in everything if moment(m) > asked][-self.page_size :]
        else:
            # About now: one meeting ahead is left for the page behind "Later meetings".
            first = 0 if self.style.list_style == "years" else 1
            shown = everything[first : first + self.page_size]
        lines = "".join(
            f'<li class="mgTableEvenRow"><a class="mgMeetingTableLnk" '
            f'href="{self._meeting_href(m)}">{self._short_day(m)}&nbsp;{clock(m.time, ":")}</a>'
            f"{LISTINGS[m.level] and f' - {self._label(LISTINGS[m.level])}'}</li>"
            for m in shown
        )
        ways = ""
        if self.style.list_style in ("earlier", "both") and shown:
            for name, edge, end in (
                ("earlier", shown[-1], everything[-1]), ("later", shown[0], everything[0]),
            ):  # fmt: skip
                if edge is not end:
                    href = f"ieListMeetings.aspx?Act={name}&amp;CId={id_}&amp;D={moment(edge)}"
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


def pack_names(meeting: Meeting) -> dict[int, str]:
    """The printed packs of a meeting, by the `T=` of their address."""
    names = {0: "Agenda frontsheet", 10: "Agenda reports pack"} if meeting.items else {}
    return names | ({1: "Printed minutes"} if meeting.has_minutes else {})
