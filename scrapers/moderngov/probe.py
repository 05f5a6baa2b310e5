"""What is at an address: ModernGov or another system, what answers, what stands in the way.

It asks politely, each page at most once, and keeps nothing. What it finds is for people; how it is
told, and the registry entry, are in `probe_report`.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit, urlunsplit

from scrapers import html
from scrapers.client import Client
from scrapers.errors import (
    HostUnreachableError,
    OffSiteRedirectError,
    PageBlockedError,
    PageChangedError,
    PageNotFoundError,
    RobotsRefusedError,
    ScrapeError,
    ScriptRedirectError,
)
from scrapers.gates import HostGates
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.pages import kind_of, parse_page
from scrapers.moderngov.refusals import firewall_of, refuse, script_target
from scrapers.moderngov.urls import url_of
from scrapers.response import Response

# What is worth knowing of a site, and the pages of which any one tells it.
QUESTIONS = {
    "committee list": (
        PageAddress(PageKind.COMMITTEE_LIST, "list"),
        PageAddress(PageKind.COMMITTEE_LIST, "structure"),
    ),
    "XML service": (PageAddress(PageKind.SERVICE_COMMITTEES),),
    "search": (PageAddress(PageKind.COMMITTEE_LIST, "search"),),
    "calendar": (PageAddress(PageKind.CALENDAR, "mgCalendarMonthView"),),
}
_MODERNGOV = re.compile(
    r"\bid\s*=\s*[\"']?modgov\b|\$ModernGov\b|modern\.gov reverse cms|mgListCommittees\.aspx"
    r"|ieListMeetings\.aspx|mgCalendarMonthView\.aspx",
    re.IGNORECASE,
)
_OTHERS = (
    ("CMIS", re.compile(r"/cmis[5\d]*/|\bcmis\b|tabid/\d+/.{0,80}(?:meeting|committee)", re.I)),
    ("Jadu", re.compile(r"jadu\s+(?:cms|connect)|<meta[^>]+jadu", re.I)),
    ("LocalGov Drupal", re.compile(r"localgov_|localgovdrupal", re.I)),
    ("WordPress", re.compile(r"wp-content/", re.I)),
)
_SESSION = re.compile(r"/\(S\([^()]{1,60}\)\)", re.IGNORECASE)
# The name of the site stands at the end: "Browse committees - Elmsbridge Council".
_NAME = re.compile(r"(?:^|\s[-|–]\s)([^-|–]{3,80})$")


@dataclass(slots=True)
class Finding:
    """What was found at an address."""

    asked: str
    base_url: str
    system: str | None = None  # ModernGov, CMIS, …; None where nothing answered
    trouble: str | None = None  # blocked, moved, script redirect, TLS, DNS, unreachable, robots, …
    reason: str | None = None  # the trouble in words: which firewall, where to
    moved_to: str | None = None  # the base address that the site itself names
    name: str | None = None  # as the site calls itself
    answers: dict[str, str] = field(default_factory=dict)  # question → "yes", or why not

    @property
    def is_told(self) -> bool:
        """Whether it can be said what is there."""
        return self.system is not None or self.trouble is not None


def base_of(url: str) -> str:
    """Cut an address down to the folder that holds a site's pages."""
    if "://" not in url:
        url = f"https://{url}"
    parts = urlsplit(url.strip())
    # The last part is a page, or an operation of the web service.
    path = re.sub(
        r"/[^/]*\.(?:aspx|asmx)(?:/[^/]*)?$", "", _SESSION.sub("", parts.path), flags=re.I
    )
    return urlunsplit((parts.scheme, parts.netloc, path.rstrip("/"), "", ""))


def probe(
    url: str,
    *,
    delay_seconds: float = 1.0,
    timeout_seconds: float = 30.0,
    gates: HostGates | None = None,
) -> Finding:
    """Ask the site for one page of each sort, and say what came of it."""
    base = base_of(url)
    return _Probe(base, Finding(url, base), delay_seconds, timeout_seconds, gates).run()


class _Probe:
    """One visit to one site."""

    def __init__(
        self,
        base: str,
        finding: Finding,
        delay_seconds: float,
        timeout_seconds: float,
        gates: HostGates | None,
    ) -> None:
        self.base = base
        self.finding = finding
        self.last: Response | None = None
        self.client = Client(
            base,
            delay_seconds=delay_seconds,
            timeout_seconds=timeout_seconds,
            gates=gates or HostGates(),
            keep=self._keep,
            attempts=1,
        )

    def run(self) -> Finding:
        for question, addresses in QUESTIONS.items():
            for address in addresses:
                answer = self._ask(url_of(self.base, address), address)
                self.finding.answers[question] = answer
                if answer == "yes" or self._is_hopeless():
                    break
            if self._is_hopeless():
                break
        if self.finding.system is None and not self._is_hopeless():
            self._ask(f"{self.base}/")
        if "yes" in self.finding.answers.values():
            # One page refused is no trouble where others answer.
            self.finding.trouble = self.finding.trouble if self.finding.moved_to else None
            self.finding.reason = self.finding.reason if self.finding.moved_to else None
        return self.finding

    def _ask(self, url: str, address: PageAddress | None = None) -> str:
        """Ask for one page; give "yes", or in a few words why not."""
        self.last = None
        try:
            response = self.client.fetch(url)
            page = html.decode(response.body, response.header("Content-Type"))
            self._learn(url, response, page)
            _check(address, page, response.url)
        except ScrapeError as error:
            return self._trouble(url, error)
        return "yes"

    def _keep(self, response: Response) -> None:
        self.last = response

    def _learn(self, url: str, response: Response, page: str) -> None:
        """Note what any answer tells: the system, its name, its present address."""
        if response.url != url:
            present = base_of(response.url)
            if present != self.base:
                self._moved(present)
        if _MODERNGOV.search(page) or _is_service(page):
            self.finding.system = "ModernGov"
            title = re.search(r"<title[^>]*>([^<]{1,300})</title>", page, re.IGNORECASE)
            words = " ".join(html.text(html.parse(f"<p>{title[1]}</p>")).split()) if title else ""
            name = _NAME.search(words)
            self.finding.name = self.finding.name or (name[1].strip() if name else None)
        elif self.finding.system is None:
            self.finding.system = next((name for name, p in _OTHERS if p.search(page)), None)

    def _moved(self, present: str) -> None:
        self.finding.moved_to = present
        self.finding.trouble, self.finding.reason = "moved", f"to {present}"

    def _is_hopeless(self) -> bool:
        return self.finding.trouble in {
            "DNS",
            "TLS",
            "unreachable",
            "robots",
            "script redirect",
        } or (self.finding.trouble == "moved" and self.finding.system is None)

    def _trouble(self, url: str, error: ScrapeError) -> str:
        trouble, reason = self._told(url, error)
        is_about_one_page = isinstance(error, PageNotFoundError | PageChangedError)
        # robots.txt may close the search alone.
        is_partial = (
            isinstance(error, RobotsRefusedError) and "yes" in self.finding.answers.values()
        )
        if not is_about_one_page and not is_partial and self.finding.trouble is None:
            self.finding.trouble, self.finding.reason = trouble, reason
        return f"{trouble}: {reason}"

    def _told(self, url: str, error: ScrapeError) -> tuple[str, str]:
        body = self.last.body if self.last else b""
        page = html.decode(body, None)
        match error:
            case OffSiteRedirectError():
                location = self.last.header("Location") if self.last else None
                target = urljoin(url, location or "")
                self._moved(base_of(target))
                return "moved", f"to {base_of(target)}"
            case ScriptRedirectError():
                target = script_target(page, url)
                if " " in target:
                    return "script redirect", f"a script sends browsers to {target}"
                self.finding.moved_to = base_of(urljoin(url, target))
                return "script redirect", f"a script sends browsers to {urljoin(url, target)}"
            case PageBlockedError():
                status = self.last.status if self.last else 0
                server = (self.last and self.last.header("Server")) or "an unnamed firewall"
                return "blocked", f"by {firewall_of(page) or server}, status {status}"
            case RobotsRefusedError():
                return "robots", "robots.txt asks not to be read; save pages and import them"
            case HostUnreachableError():
                return _network_trouble(str(error)), str(error)
            case PageNotFoundError():
                return "not there", f"status {self.last.status if self.last else 404}"
        return "error", str(error)


def _check(address: PageAddress | None, page: str, url: str) -> None:
    """Raise the error that says why an answer is not the page asked for."""
    refuse(page, url=url)
    if address is None:
        return
    if address.kind is PageKind.SERVICE_COMMITTEES or address.id in ("list", "structure"):
        parse_page(address.kind, page, url=url)
    elif (found := kind_of(page)) is not address.kind:
        raise PageChangedError(f"a page of another kind, {found}: {url}")


def _is_service(page: str) -> bool:
    return bool(re.match(r"\ufeff?\s*(?:<\?xml[^>]*\?>)?\s*<committees\b", page))


def _network_trouble(message: str) -> str:
    if re.search(r"ssl|certificate", message, re.IGNORECASE):
        return "TLS"
    if re.search(r"gaierror|nameresolution|name or service|nodename|resolve", message, re.I):
        return "DNS"
    return "unreachable"
