"""What a site's web service answers in one style: committees, meetings and their items, as XML."""

import html as escaping

from tests.scrapers.moderngov.style_world import Item, Meeting
from tests.scrapers.moderngov.styles import StyledWording, clock, status

Answer = tuple[int, str, bytes]


class StyledService(StyledWording):
    """Draws the service's answers, as far as the style has them."""

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
            f"</meetingdate><meetingstatus>{status(m)}</meetingstatus><meetingtime>"
            f"{clock(m.time, '.')}</meetingtime></meeting>"
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
            f"</meetingdate><meetingstatus>{status(m)}</meetingstatus><meetingtime>"
            f"{clock(m.time, '.')}</meetingtime><meetinglocation>Guildhall</meetinglocation>"
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
