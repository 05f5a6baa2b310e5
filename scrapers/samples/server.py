"""Plays the sample councils on loopback, each under a path of its own, as ModernGov would.

Which file name answers with which page is in `pages.py` and `service.py`; here is only HTTP:
file names and parameters in any case, 302 to the error page for what is not there, robots.txt.
"""

from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from scrapers.samples import pages, service
from scrapers.samples.documents import pdf
from scrapers.samples.loading import load_stories
from scrapers.samples.story import Story

ROBOTS = """\
User-agent: *
Disallow: /*/ieDocSearch.aspx
Disallow: /*/mgCalendar*View.aspx
Allow: /
"""

_HTML = "text/html; charset=utf-8"


class Answer(NamedTuple):
    status: int
    content_type: str
    body: bytes
    location: str | None = None


@contextmanager
def serve(port: int = 0, *, host: str = "127.0.0.1") -> Generator[str]:
    """Serve the sample councils while the context lasts; yield "http://127.0.0.1:PORT".

    `host` is another loopback address where several hosts are to be played at once.
    """
    handler = type("Handler", (_Handler,), {"stories": load_stories()})
    server = ThreadingHTTPServer((host, port), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(stories: dict[str, Story], target: str, address: str) -> Answer:
    """What the server says to GET `target`, a path with its query."""
    parts = urlsplit(target)
    query = {name.lower(): value for name, value in parse_qsl(parts.query)}
    if parts.path == "/robots.txt":
        return Answer(200, "text/plain; charset=utf-8", ROBOTS.encode())
    if parts.path == "/":
        return _html(pages.index(stories))
    slug, _, rest = parts.path.strip("/").partition("/")
    if slug not in stories:
        return _not_found()
    story = stories[slug]
    file_name = rest.lower()
    if not file_name:
        return _moved(f"/{slug}/mgListCommittees.aspx?bcr=1")
    if file_name.startswith("mgwebservice.asmx"):
        return _service(story, file_name, query, f"{address}/{slug}")
    if file_name.startswith("documents/") or file_name in _FILES:
        return Answer(200, "application/pdf", pdf(unquote(rest.rpartition("/")[2])))
    if file_name not in pages.PAGES:
        return _not_found()
    page = pages.PAGES[file_name](story, query)
    return _html(page) if page else _moved(f"/{slug}/mgError.aspx")


_FILES = {"mgconvert2pdf.aspx", "mgchoosedocpack.aspx"}


def _service(story: Story, file_name: str, query: pages.Query, site_address: str) -> Answer:
    if not story.site.is_service:
        return _html(pages.service_error(story, query), status=story.site.service_failure)
    operation = service.OPERATIONS.get(file_name.partition("/")[2])
    xml = operation(story, query, site_address) if operation else None
    if xml is None:
        return Answer(500, "text/plain; charset=utf-8", b"Web Service method name is not valid.")
    return Answer(200, "text/xml; charset=utf-8", xml.encode())


def _html(page: str, status: int = 200) -> Answer:
    return Answer(status, _HTML, page.encode())


def _moved(location: str) -> Answer:
    return Answer(302, _HTML, b"", location)


def _not_found() -> Answer:
    return _html("<html><body><h1>404 - File or directory not found.</h1></body></html>", 404)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head, then body: else each answer waits 40 ms for an ACK
    stories: dict[str, Story]

    def do_GET(self) -> None:
        self._send(answer(self.stories, self.path, f"http://{self.headers['Host']}"))

    def do_HEAD(self) -> None:
        self._send(answer(self.stories, self.path, f"http://{self.headers['Host']}"), is_head=True)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the client's log tells what was asked for."""

    def _send(self, said: Answer, *, is_head: bool = False) -> None:
        self.send_response(said.status)
        self.send_header("Content-Type", said.content_type)
        self.send_header("Content-Length", str(len(said.body)))
        self.send_header("Cache-Control", "private")
        if said.location:
            self.send_header("Location", said.location)
        self.end_headers()
        if not is_head:
            self.wfile.write(said.body)
