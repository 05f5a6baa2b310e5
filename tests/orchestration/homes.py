"""Homes for tests: run a command in one, and look at what it published."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import duckdb
import requests

Rows = dict[str, list[tuple[Any, ...]]]


@dataclass
class TestHome:
    """A home in a folder of the test's own."""

    root: Path
    registry: Path | None = None
    more: dict[str, str] = field(default_factory=dict)  # of the environment

    __test__ = False  # not a test class, whatever pytest thinks of its name

    def scrutiny(self, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
        """Run a command as its users do, and return what it said."""
        return subprocess.run(
            [*SCRUTINY, *arguments],
            env=self.environment(),
            text=True,
            capture_output=True,
            timeout=1500,  # a machine may be as busy as it likes
            check=False,
            **more,
        )

    def start(self, *arguments: str, stdout: Any = subprocess.PIPE) -> subprocess.Popen[str]:
        """Start a command in a process group of its own."""
        return subprocess.Popen(
            [*SCRUTINY, *arguments],
            env=self.environment(),
            text=True,
            stdout=stdout,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def environment(self) -> dict[str, str]:
        ours = {"SCRUTINY_HOME": str(self.root), "SCRUTINY_CONTACT": "tests@kelverton.example"}
        if self.registry:
            ours["SCRUTINY_COUNCILS"] = str(self.registry)
        return os.environ | ours | self.more

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of the published snapshot."""
        with duckdb.connect(str(self.root / "published/scrutiny.duckdb"), read_only=True) as con:
            return con.execute(sql).fetchall()

    def marts(self) -> Rows:
        """All that is published, but for when it was fetched."""
        tables = self.ask("select table_name from duckdb_tables() where schema_name = 'marts'")
        return {table: self._content(table) for (table,) in sorted(tables)}

    def _content(self, table: str) -> list[tuple[Any, ...]]:
        described = self.ask(f"describe marts.{table}")
        columns = [name for name, *_ in described if name != "fetched_at"]
        return self.ask(f"select {', '.join(columns)} from marts.{table} order by all")


SCRUTINY = [sys.executable, "-c", "from orchestration.cli import app; app()"]
Change = Callable[[str, bytes], tuple[int, bytes]]


@contextmanager
def passing_on(address: str, change: Change) -> Iterator[tuple[str, list[str]]]:
    """Serve the site at `address` with its answers changed; yield our address and what was asked.

    `change` gets a path and the body, and gives the status and the body to answer with.
    """
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            answer = requests.get(address + self.path, timeout=10)
            status, body = change(self.path, answer.content)
            self.send_response(status if answer.status_code == 200 else answer.status_code)
            self.send_header("Content-Type", answer.headers.get("Content-Type", "text/html"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
