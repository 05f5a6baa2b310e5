"""Draws a `World` as a ModernGov site in one style, and answers for it over HTTP."""

import re
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qsl, urlsplit

from tests.scrapers.moderngov.style_pages import StyledPages
from tests.scrapers.moderngov.style_service import Answer, StyledService


class StyledSite(StyledPages, StyledService):
    """A site that answers as real ones of its style do, and remembers what it was asked."""

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
