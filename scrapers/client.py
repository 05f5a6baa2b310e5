"""One polite `requests` session for one council: robots, gaps, retries, limits.

It brings bytes or raises one of our errors. It knows nothing of ModernGov, and keeps nothing:
who wants an answer kept hands a `keep` that is called with every one of them.
"""

import getpass
import os
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import tenacity
from protego import Protego

from scrapers.errors import (
    HostUnreachableError,
    OffSiteRedirectError,
    PageBlockedError,
    PageNotFoundError,
    RobotsRefusedError,
    ScrapeError,
    SiteFailedError,
)
from scrapers.gates import HostGates
from scrapers.hosts import is_on, origin_of
from scrapers.response import Response, check_size
from scrapers.wire import NETWORK_ERRORS, Wire

AGENT = "ScrutinyBot"
ATTEMPTS = 4
LONGEST_ROBOTS = 512_000  # RFC 9309 asks for 500 KiB at least
LONGEST_WAIT_SECONDS = 120.0  # a site that asks for more is left alone until the next run
MOST_REDIRECTS = 5
PASSING_STATUSES = {429, 500, 502, 503, 504}


def user_agent() -> str:
    """Say who asks and how to reach them: SCRUTINY_CONTACT, else the user of this machine."""
    contact = os.environ.get("SCRUTINY_CONTACT") or f"{getpass.getuser()}@{socket.gethostname()}"
    return f"{AGENT}/0.1 (scrutiny-warehouse; contact {contact})"


@dataclass(slots=True)
class Receipt:
    """What asking cost the site so far."""

    requests: int = 0
    bytes_received: int = 0
    robots: str | None = None  # allowed, refused, absent


class _PassingError(Exception):
    """A fault that may pass: worth another try, after `wait` seconds where the site said so."""

    def __init__(self, error: ScrapeError, wait: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.wait = wait


class Client:
    """Fetches from the one host of `base_url`, politely.

    `keep` gets every response, error answers too, before anything is made of it.
    """

    def __init__(
        self,
        base_url: str,
        *,
        delay_seconds: float,
        timeout_seconds: float,
        gates: HostGates,
        keep: Callable[[Response], None],
        sleep: Callable[[float], None] = time.sleep,
        robots_text: str | None = None,
        attempts: int = ATTEMPTS,
        before_request: Callable[[], None] = lambda: None,
    ) -> None:
        self.origin = origin_of(base_url)
        self._base_url = base_url
        self.delay_seconds = delay_seconds
        self.timeout_seconds = timeout_seconds
        self.attempts = attempts
        self.receipt = Receipt()
        self.gate = gates.of(self.origin)
        self.gate.delay_seconds = max(delay_seconds, self.gate.delay_seconds)
        self._keep = keep
        self._sleep = sleep
        self._before_request = before_request
        if robots_text is not None:
            self.gate.robots.setdefault(self.origin, _rules(robots_text))
        self._wire = Wire(user_agent=user_agent(), timeout_seconds=timeout_seconds)

    def fetch(self, url: str, *, attempts: int | None = None) -> Response:
        """Return the answer of `url` with status 200, redirects within the host followed."""
        for _ in range(MOST_REDIRECTS + 1):
            if not is_on(self.origin, url):
                raise OffSiteRedirectError(f"not an address of {self.origin}: {url}")
            self._ask_robots(url)
            response = self._try_often(url, attempts=attempts)
            if (target := _redirect(response)) is None:
                return _checked(response)
            target = urljoin(url, target)
            if not is_on(self.origin, target):
                raise OffSiteRedirectError(f"{url} moved to another host: {target}")
            if self.gate.is_of_another(self._base_url, target):
                raise OffSiteRedirectError(f"{url} moved to another council: {target}")
            if "mgerror.aspx" in target.lower():
                raise SiteFailedError(f"{url} was sent to the site's error page: {target}")
            url = target
        raise SiteFailedError(f"{url}: more than {MOST_REDIRECTS} redirects", is_passing=True)

    def _ask_robots(self, url: str) -> None:
        robots = self._robots()
        asked = robots.crawl_delay(AGENT) or 0
        self.gate.delay_seconds = max(self.gate.delay_seconds, min(asked, LONGEST_WAIT_SECONDS))
        if not robots.can_fetch(url, AGENT):
            self.receipt.robots = self.receipt.robots or "refused"
            raise RobotsRefusedError(f"{self.origin}/robots.txt asks not to fetch {url}")
        # A site that closes its search or service alone does not refuse us.
        self.receipt.robots = "absent" if self.origin in self.gate.without_robots else "allowed"

    def _robots(self) -> Protego:
        """What robots.txt says, read once for all councils on the host."""
        with self.gate.robots_lock:
            if self.origin not in self.gate.robots:
                self.gate.robots[self.origin] = self._read_robots()
            return self.gate.robots[self.origin]

    def _read_robots(self) -> Protego:
        """RFC 9309: no robots.txt allows all; one that cannot be had for now allows nothing."""
        url = f"{self.origin}/robots.txt"
        response = self._try_often(url)
        for _ in range(MOST_REDIRECTS):
            target = urljoin(url, _redirect(response) or url)
            if target == url or not is_on(self.origin, target):
                break
            url = target
            response = self._try_often(url)
        if response.status == 200:
            return _rules(response.body.decode("utf-8", errors="replace"))
        self.gate.without_robots.add(self.origin)
        return Protego.parse("")

    def _try_often(self, url: str, *, attempts: int | None = None) -> Response:
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(_PassingError),
            stop=tenacity.stop_after_attempt(attempts or self.attempts),
            wait=self._wait,
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return retrying(self._send, url)
        except _PassingError as passing:
            raise passing.error from passing

    def _wait(self, state: tenacity.RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        asked = fault.wait if isinstance(fault, _PassingError) else None
        backoff = tenacity.wait_exponential_jitter(initial=self.delay_seconds, max=30, jitter=1)
        return max(asked or 0, min(backoff(state), 30) if self.delay_seconds else 0.05)

    def _send(self, url: str) -> Response:
        with self.gate.queue():
            self._await_turn()
            try:
                with self._wire.answering(url) as response:
                    self.receipt.bytes_received += len(response.raw)
                    self._keep(response)
            except NETWORK_ERRORS as error:
                raise _PassingError(HostUnreachableError(f"{url}: {_cause(error)}")) from error
            if response.status in PASSING_STATUSES:
                asked = _retry_after(response)
                _refuse_long_waits(response, asked)
                # Nobody else asks the host before that either.
                self.gate.closed_until = time.monotonic() + (asked or 0)
                error = SiteFailedError(
                    f"{url}: status {response.status}", is_passing=response.status != 500
                )
                raise _PassingError(error, asked)
        return response

    def _await_turn(self) -> None:
        self._before_request()
        now = time.monotonic()
        if self.gate.last_sent is not None:
            opens = max(self.gate.last_sent + self.gate.delay_seconds, self.gate.closed_until)
            pause = opens - now
            if pause > 0:
                self._sleep(pause)
                now = time.monotonic()
            gap = now - self.gate.last_sent
            self.gate.least_gap = min(gap, self.gate.least_gap or gap)
        self.gate.last_sent = now
        self.receipt.requests += 1


def _rules(robots_text: str) -> Protego:
    return Protego.parse(robots_text.lstrip("\ufeff")[:LONGEST_ROBOTS])


def _checked(response: Response) -> Response:
    if response.status in {404, 410}:
        raise PageNotFoundError(f"{response.url}: status {response.status}")
    if response.status in {401, 403, 406}:
        raise PageBlockedError(f"{response.url}: status {response.status}")
    if response.status != 200:
        raise SiteFailedError(f"{response.url}: status {response.status}")
    check_size(response.raw, response.header("Content-Encoding"), url=response.url)
    return response


def _redirect(response: Response) -> str | None:
    is_redirect = response.status in {301, 302, 303, 307, 308}
    return response.header("Location") if is_redirect else None


def _refuse_long_waits(response: Response, asked: float | None) -> None:
    if (asked or 0) > LONGEST_WAIT_SECONDS:
        raise SiteFailedError(
            f"{response.url}: status {response.status}, "
            f"and asks to wait {response.header('Retry-After')}"
        )


def _retry_after(response: Response) -> float | None:
    value = (response.header("Retry-After") or "").strip()
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - response.fetched_at).total_seconds())
    except (ValueError, TypeError):
        return None


def _cause(error: Exception) -> str:
    """The innermost reason, which says more than the wrappers round it."""
    while isinstance(inner := error.__cause__ or error.__context__, Exception):
        if error.__suppress_context__ and not error.__cause__:
            break
        error = inner
    return f"{type(error).__name__}: {error}"
