"""A sample council whose server is crafty: what it sends need not be HTTP, nor ever end."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from scrapers.samples.loading import load_stories
from scrapers.samples.server import Answer, answer

COUNCIL = "carrowbrook"
CRAFTS: dict[str, Callable[["Visit"], None]] = {}


class Visit:
    """One request, what would be the honest answer, and the means to give another."""

    def __init__(self, handler: Any, said: Answer, times: int) -> None:
        self.handler, self.said, self.times = handler, said, times
        self.path: str = handler.path
        self.is_page = bool(re.search(r"ieListDocuments|mgAi\.aspx", self.path, re.IGNORECASE))

    def raw(self, sent: bytes) -> None:
        self.handler.wfile.write(sent)

    def send(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.handler.send_response(status)
        for name, value in (("Content-Length", str(len(body))), *headers):
            self.handler.send_header(name, value)
        self.handler.end_headers()
        self.raw(body)

    def be_honest(self) -> None:
        more = [("Location", self.said.location)] if self.said.location else []
        self.send(self.said.status, self.said.body, ("Content-Type", self.said.content_type), *more)


def craft(function: Callable[[Visit], None]) -> Callable[[Visit], None]:
    CRAFTS[function.__name__.replace("_", " ")] = function
    return function


def _on_pages(function: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """Lists are honest, so that there is something to ask for."""

    def either(visit: Visit) -> None:
        function(visit) if visit.is_page else visit.be_honest()

    either.__name__ = function.__name__
    return either


@craft
@_on_pages
def chunks_of_negative_length(visit: Visit) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\nzz\r\n\r\n")
    visit.handler.close_connection = True


@craft
@_on_pages
def chunks_without_an_end(visit: Visit) -> None:
    body = visit.said.body
    visit.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n" % len(body) + body)
    visit.handler.close_connection = True


@craft
@_on_pages
def headers_without_an_end(visit: Visit) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\n")
    for number in range(10_000):
        visit.raw(b"X-%d: more\r\n" % number)


@craft
@_on_pages
def one_endless_header(visit: Visit) -> None:
    visit.raw(b"HTTP/1.1 200 OK\r\nX: ")
    for _ in range(100):
        visit.raw(b"a" * 100_000)


@craft
@_on_pages
def no_http_at_all(visit: Visit) -> None:
    visit.raw(b"\x00\xff\xfe NOPE\r\n\r\n")
    visit.handler.close_connection = True


@craft
@_on_pages
def shorter_than_it_is(visit: Visit) -> None:
    body = visit.said.body
    visit.raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(body) // 2) + body)


@craft
@_on_pages
def wait_for_ever(visit: Visit) -> None:
    visit.send(429, b"", ("Retry-After", "9" * 5000))


@craft
@_on_pages
def always_busy(visit: Visit) -> None:
    visit.send(429, b"", ("Retry-After", "0"))


@craft
@_on_pages
def round_by_its_aliases(visit: Visit) -> None:
    other = "mgAi.aspx?ID=1" if "ieList" in visit.path else "ieListDocuments.aspx?MId=1"
    visit.send(302, b"", ("Location", f"/crafty/{COUNCIL}/{other}"))


@craft
@_on_pages
def to_a_file(visit: Visit) -> None:
    visit.send(302, b"", ("Location", "file:///etc/passwd"))


@craft
@_on_pages
def to_a_neighbour(visit: Visit) -> None:
    visit.send(302, b"", ("Location", visit.path.replace("/crafty/", "/neighbour/")))


@craft
@_on_pages
def another_meeting(visit: Visit) -> None:
    other = "ieListDocuments.aspx?CId=402&MId=3112&Ver=4"
    visit.send(200, answer(load_stories(), f"/{COUNCIL}/{other}", "http://there").body)


@craft
def cookies_by_the_megabyte(visit: Visit) -> None:
    if len(visit.handler.headers.get("Cookie") or "") > 10_000:
        visit.send(431, b"")
        return
    size = 60_000 if visit.times % 2 else 200
    more = [("Set-Cookie", f"c{visit.times}-{n}={'x' * size}; Path=/") for n in range(20)]
    more += [("Location", visit.said.location)] if visit.said.location else []
    visit.send(visit.said.status, visit.said.body, *more)


@craft
def earlier_meetings_without_an_end(visit: Visit) -> None:
    asked = re.search(r"ieListMeetings.*\b(?:CId|CommitteeId)=(\d+)", visit.path)
    if asked is None:
        visit.be_honest()
        return
    way = f"CId={asked[1]}&amp;D={20_000_000 + visit.times}&amp;MD=ielistmeetings"
    listed = "".join(
        f'<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId={asked[1]}&amp;'
        f'MId={visit.times * 10 + number}">15 Jan 2024</a></li>'
        for number in range(5)
    )
    page = f"<h1>Browse meetings</h1><ul>{listed}</ul>"
    page += "".join(f'<a href="ieListMeetings.aspx?Act={act}&amp;{way}">On</a>' for act in _WAYS)
    visit.send(200, f'<div id="modgov">{page}</div>'.encode())


_WAYS = ("earlier", "later")


@contextmanager
def serving_craftily(name: str) -> Iterator[tuple[str, Counter[str]]]:
    """Serve a crafty council and an honest neighbour; yield the registry, and who was asked."""
    stories, asked = load_stories(), Counter[str]()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            who, _, rest = self.path.removeprefix("/").partition("/")
            asked[who] += 1
            said = answer(stories, f"/{rest}", f"http://{self.headers['Host']}/{who}")
            if said.location:
                said = said._replace(location=f"/{who}{said.location}")
            visit = Visit(self, said, asked[who])
            try:
                CRAFTS[name](visit) if who == "crafty" else visit.be_honest()
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Visitors hang up on it."""

    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield (
            "\n".join(
                f'[councils.{who}]\nname = "{who}"\ndelay_seconds = 0\ntimeout_seconds = 3.0\n'
                f'base_url = "{address}/{who}/{COUNCIL}"\n'
                for who in ("crafty", "neighbour")
            ),
            asked,
        )
    finally:
        server.shutdown()
        server.server_close()
