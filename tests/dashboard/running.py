"""The dashboard as its users have it: started by its command, looked at in a browser."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import duckdb
import requests
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.__main__ import command

PROJECT = Path(__file__).parents[2]
Scheme = Literal["light", "dark"]
CHROMIUM = Path("/usr/bin/chromium")
# A busy machine fails no test: it is waited for. In milliseconds.
PATIENCE = 90_000
expect.set_options(timeout=PATIENCE)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def serving(home: Path, users_folder: Path) -> Iterator[str]:
    """Start the dashboard on a home, for a user whose own folder this is; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        command("--server.port", str(port)),
        cwd=PROJECT,
        env=os.environ | {"SCRUTINY_HOME": str(home), "HOME": str(users_folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(server, address)
        yield address
    finally:
        server.terminate()
        server.communicate(timeout=20)


def _wait_for(server: subprocess.Popen[str], address: str) -> None:
    for _ in range(1200):
        if server.poll() is not None:
            raise AssertionError(server.communicate()[0])
        try:
            if requests.get(f"{address}/_stcore/health", timeout=5).ok:
                return
        except requests.RequestException:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


class Visitor:
    """Somebody at a browser, and what went wrong while they looked."""

    def __init__(self, context: BrowserContext, address: str, scheme: Scheme = "light") -> None:
        self.address = address
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.page.emulate_media(color_scheme=scheme)
        self.errors: list[str] = []
        self.asked_elsewhere: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._watch)

    def open(self, path: str) -> Page:
        """Open a page and wait until it stands still."""
        self.page.goto(self.address + path)
        self.page.locator(".sc h1").wait_for()
        self.settle()
        return self.page

    def settle(self) -> None:
        self.page.wait_for_function(
            "() => document.querySelector('[data-testid=stApp]')"
            "?.getAttribute('data-test-script-state') === 'notRunning'"
        )
        # What the last answer changed is drawn a moment later.
        self.page.wait_for_timeout(250)

    def _hear(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.asked_elsewhere.append(request.url)


def replace_snapshot(home: Path, *statements: str) -> None:
    """Publish another snapshot the way it is done: made whole beside, then by a rename."""
    published = home / "published" / "scrutiny.duckdb"
    draft = published.with_name(".scrutiny.duckdb.new")
    draft.write_bytes(published.read_bytes())
    with duckdb.connect(str(draft)) as con:
        for statement in statements:
            con.execute(statement)
    draft.replace(published)


@contextmanager
def replaced_snapshot(home: Path, *statements: str) -> Iterator[None]:
    """The same for a while: afterwards the first one is published again."""
    published = home / "published" / "scrutiny.duckdb"
    first = published.with_name(".scrutiny.duckdb.first")
    first.write_bytes(published.read_bytes())
    replace_snapshot(home, *statements)
    try:
        yield
    finally:
        first.replace(published)
