"""A site for tests: answers are given out in turn, and every request is noted with its moment."""

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0  # before the answer begins


@dataclass
class TestSite:
    """`pages` maps a path to its answers, the last of which is repeated."""

    pages: dict[str, list[Answer]] = field(default_factory=dict)
    requests: list[tuple[float, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    address: str = ""
    at_once: int = 0
    most_at_once: int = 0
    _given: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    __test__ = False  # not a test class, whatever pytest thinks of its name

    def answer(self, path: str) -> Answer:
        answers = self.pages.get(path, [Answer(status=404)])
        turn = self._given[path]
        self._given[path] += 1
        return answers[min(turn, len(answers) - 1)]

    def asked(self, path: str) -> int:
        return sum(1 for _, asked in self.requests if asked == path)


@contextmanager
def serving(site: TestSite) -> Iterator[TestSite]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append((time.monotonic(), self.path))
            site.agents.add(self.headers["User-Agent"])
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
            answer = site.answer(self.path)
            time.sleep(answer.seconds)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            site.at_once -= 1
            try:
                self.wfile.write(answer.body)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
