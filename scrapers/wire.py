"""Brings one answer over the wire, within a time and a size, whatever the server does.

Robots, gaps, retries and redirects are the matter of `client`; what an answer means, of others.
"""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from socket import SHUT_RDWR
from threading import BoundedSemaphore, Timer
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from scrapers.errors import PageTooLargeError
from scrapers.response import LARGEST_PAGE_BYTES, Response

# What `requests` leaves to urllib3 comes up as urllib3's own errors while a body is read.
NETWORK_ERRORS = (requests.RequestException, urllib3.exceptions.HTTPError)
CHUNK_BYTES = 65_536
# Far more than any site needs to know a visitor by; a jar of them goes out with every request.
MOST_COOKIES, LONGEST_COOKIE = 30, 4096
# Many hosts are asked at once. Of their answers that are longer than pages are, so many are held
# in memory at a time; the others wait with the rest of theirs.
LONG_ANSWER_BYTES, MOST_LONG_ANSWERS = 2_000_000, 4
_LONG_ANSWERS = BoundedSemaphore(MOST_LONG_ANSWERS)


class Wire:
    """The connection to one host. One answer at a time: the host's gate sees to that."""

    def __init__(self, *, user_agent: str, timeout_seconds: float) -> None:
        self.timeout_seconds = timeout_seconds
        self._session = requests.Session()
        self._session.headers.update({"User-Agent": user_agent, "Accept-Encoding": "gzip"})
        self._session.cookies.set_policy(_FewCookies(self._session.cookies))
        self._adapter = _WatchedAdapter()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, self._adapter)

    @contextmanager
    def answering(self, url: str) -> Generator[Response]:
        """The answer of `url`, redirects and all errors of HTTP as they are."""
        # The library's time-out is for each piece that comes; a server that drips gives pieces for
        # ever, of the headers too.
        watchdog = Timer(self.timeout_seconds, self._adapter.hang_up)
        watchdog.daemon = True
        deadline = time.monotonic() + self.timeout_seconds
        watchdog.start()
        is_long = False
        try:
            with self._session.get(
                url, stream=True, allow_redirects=False, timeout=self.timeout_seconds
            ) as answer:
                raw = bytearray()
                for chunk in _chunks(answer):
                    raw += chunk
                    if len(raw) > LONG_ANSWER_BYTES and not is_long:
                        is_long = _LONG_ANSWERS.acquire(timeout=self.timeout_seconds)
                    if len(raw) > LARGEST_PAGE_BYTES:
                        del raw  # the error keeps this frame for as long as it is kept itself
                        raise PageTooLargeError(f"{url}: more than {LARGEST_PAGE_BYTES:,} bytes")
                if time.monotonic() > deadline:
                    raise requests.Timeout
                response = _response(url, answer, bytes(raw))
                del raw
            watchdog.cancel()
            yield response
        except NETWORK_ERRORS:
            if time.monotonic() > deadline:
                raise requests.Timeout(f"timed out after {self.timeout_seconds} s") from None
            raise
        finally:
            watchdog.cancel()
            if is_long:
                _LONG_ANSWERS.release()


def _chunks(answer: requests.Response) -> Iterator[bytes]:
    try:
        yield from answer.raw.stream(CHUNK_BYTES, decode_content=False)
    except ValueError as error:
        # Of a length that is none, such as -5.
        raise requests.ConnectionError(str(error)) from error


def _response(url: str, answer: requests.Response, raw: bytes) -> Response:
    return Response(
        url=url,
        status=answer.status_code,
        reason=answer.reason or "",
        headers=tuple(answer.headers.items()),
        raw=raw,
        fetched_at=datetime.now(UTC),
        request_headers=tuple((k, str(v)) for k, v in answer.request.headers.items()),
    )


class _FewCookies(DefaultCookiePolicy):
    """Takes what a session needs, not what would fill our memory and every later request."""

    def __init__(self, jar: CookieJar) -> None:
        super().__init__()
        self._jar = jar

    def set_ok(self, cookie: Cookie, request: Any) -> bool:
        is_small = len(cookie.name) + len(cookie.value or "") <= LONGEST_COOKIE
        has_room = len(self._jar) < MOST_COOKIES or cookie.name in self._jar
        return is_small and has_room and super().set_ok(cookie, request)


class _WatchedAdapter(HTTPAdapter):
    """Knows the connection in use, so that somebody else can hang up."""

    def __init__(self) -> None:
        self._connection: Any = None
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **settings: Any) -> None:
        super().init_poolmanager(*arguments, **settings)
        self.poolmanager.pool_classes_by_scheme = {
            "http": _watched(HTTPConnectionPool, self._note),
            "https": _watched(HTTPSConnectionPool, self._note),
        }

    def hang_up(self) -> None:
        """End whatever is being waited for: its reader gets an error."""
        sock = self._connection and self._connection.sock
        if sock:
            try:
                sock.shutdown(SHUT_RDWR)
            except OSError:
                return  # it has ended by itself

    def _note(self, connection: Any) -> None:
        self._connection = connection


def _watched(pool: Any, note: Callable[[Any], None]) -> Any:
    """A pool whose connections tell of themselves as they are used."""

    class Connection(pool.ConnectionCls):
        def connect(self) -> None:
            note(self)
            super().connect()

        def putrequest(self, *arguments: Any, **settings: Any) -> None:
            note(self)
            super().putrequest(*arguments, **settings)

    return type(pool.__name__, (pool,), {"ConnectionCls": Connection})
