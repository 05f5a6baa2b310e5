"""As many sample councils as a test wants, each under a prefix of its own, some of them ill."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from scrapers.samples.loading import load_stories
from scrapers.samples.server import Answer, answer

Illness = Callable[[], Answer | None]


def failing() -> Answer:
    return Answer(500, "text/html", b"<h1>Server error</h1>")


def rubbish() -> Answer:
    return Answer(200, "text/html", bytes(range(1, 255)) * 40)


def slow(seconds: float) -> Illness:
    return lambda: time.sleep(seconds)


@contextmanager
def many_sites(
    count: int, ill: dict[str, Illness], *, committees: str | None = None
) -> Iterator[tuple[str, list[str]]]:
    """Serve them; yield the registry that names them, c01 and so on, and what was asked for."""
    stories = load_stories()
    asked: list[str] = []
    slugs = sorted(stories)
    names = {f"c{number:02}": slugs[number % len(slugs)] for number in range(1, count + 1)}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name, _, rest = self.path.removeprefix("/").partition("/")
            asked.append(self.path)
            said = ill[name]() if name in ill else None
            if said is None and name in names:
                said = answer(stories, f"/{rest}", f"http://{self.headers['Host']}/{name}")
            said = said or Answer(404, "text/plain", b"")
            self.send_response(said.status)
            self.send_header("Content-Type", said.content_type)
            self.send_header("Content-Length", str(len(said.body)))
            if said.location:
                self.send_header("Location", f"/{name}{said.location}")
            self.end_headers()
            self.wfile.write(said.body)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    wanted = f'committees = ["{committees}"]\n' if committees else ""
    try:
        yield (
            "\n".join(
                f'[councils.{name}]\nname = "Council {name}"\ndelay_seconds = 0\n'
                f'base_url = "{address}/{name}/{slug}"\n{wanted}'
                for name, slug in names.items()
            ),
            asked,
        )
    finally:
        server.shutdown()
        server.server_close()
