"""Answers that are no page at all, though their status may say 200: each raises its own error.

What a page of ModernGov's own must hold is the matter of its parser.
"""

import re

from scrapers.errors import EmptyPageError, PageBlockedError, ScriptRedirectError, SiteFailedError

# ModernGov's frame, or an answer of its XML service: then the page is what it seems.
_GENUINE = re.compile(
    r"\bid\s*=\s*[\"']?modgov\b|\bclass\s*=\s*[\"']?mg(?:Content|TabTable|ItemTable)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(r"<\?xml\b|<(?:committees|getmeetings|meeting)\b")
_FIREWALLS = (
    ("Incapsula", r"_incapsula_resource|incapsula incident id"),
    ("Cloudflare", r"<title>\s*just a moment|cf-browser-verification|/cdn-cgi/challenge-platform"
     r"|attention required!\s*\|\s*cloudflare|cloudflare ray id"),
    ("Azure gateway", r"microsoft-azure-application-gateway|azure front door|x-azure-ref"
     r"|<h\d>\s*the request is blocked"),
    ("F5", r"the requested url was rejected\.\s+please consult with your administrator"),
    ("Akamai", r"access denied.{0,400}reference\s*(?:#|&#35;)\s*(?:&#)?\d"),
    ("AWS WAF", r"awswaf|aws-waf-token"),
    ("Sucuri", r"sucuri website firewall"),
    ("Barracuda", r"barra_counter_session|barracuda web application firewall"),
    ("FortiWeb", r"fortiweb|fgd_icon|web page blocked!"),
    ("a firewall", r"<title>\s*(?:403|access denied|forbidden|request rejected|human verification"
     r"|security check)|<h1>\s*(?:403\b|access denied|forbidden)"),
)  # fmt: skip
_FIREWALL_PATTERNS = tuple(
    (name, re.compile(words, re.IGNORECASE | re.DOTALL)) for name, words in _FIREWALLS
)
_ERROR_PAGE = re.compile(
    r"server error in '/|<title>\s*(?:runtime error|error|server error|service unavailable|5\d\d\b)"
    r"|<h1>\s*(?:<span[^>]{0,200}>\s*)?(?:server error|service unavailable|error\s*<)"
    r"|an (?:unexpected )?error (?:has )?occurred|mgerror\.aspx",
    re.IGNORECASE,
)
# The web service's plain complaints, in place of XML.
_SERVICE_COMPLAINT = re.compile(
    r"\s*(?:missing parameter:|web service method name is not valid|system\.\w+exception"
    r"|cannot convert .{1,60} to system\.|request format is (?:unrecognized|invalid))",
    re.IGNORECASE,
)
_REDIRECT = re.compile(
    r"\b(?:window|document|top|self)?\.?location(?:\.href)?\s*=(?!=)|location\.(?:replace|assign)\s*\("
    r"|http-equiv\s*=\s*[\"']?refresh\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?:location(?:\.href)?\s*=\s*|location\.(?:replace|assign)\s*\(\s*|;\s*url\s*=\s*)"
    r"[\"']?([^\"'\s>;)]+)",
    re.IGNORECASE,
)
_TAGS = re.compile(r"<(script|style|title|noscript)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.I | re.S)
# What says nothing in so long a page is not the whole of it.
_STUB_LENGTH = 20_000


def refuse(page: str, *, url: str) -> None:
    """Raise the error that says why an answer is no page; say nothing of one that is."""
    if not page.strip("\ufeff \t\r\n\0"):
        raise EmptyPageError(f"the answer has no content: {url}")
    if _GENUINE.search(page):
        _refuse_own_error(page, url)
        return
    if _SERVICE_COMPLAINT.match(page):
        raise SiteFailedError(f"the web service complains {page.strip()[:200]!r}: {url}")
    if _SERVICE.match(page.lstrip("\ufeff \t\r\n")) and "<html" not in page[:2000].lower():
        return
    if name := firewall_of(page):
        raise PageBlockedError(f"{name} refused us or set a challenge: {url}")
    if _REDIRECT.search(page) and len(page) < _STUB_LENGTH and not _says_something(page):
        raise ScriptRedirectError(
            f"the page only sends a browser on to {script_target(page, url)}: {url}"
        )
    if _ERROR_PAGE.search(page[: 4 * _STUB_LENGTH]):
        raise SiteFailedError(f"the site answered with its error page: {url}")


def firewall_of(page: str) -> str | None:
    """Name the firewall whose refusal or challenge a page is; None where it is no such thing."""
    start = page[: 4 * _STUB_LENGTH]
    return next((name for name, pattern in _FIREWALL_PATTERNS if pattern.search(start)), None)


def _refuse_own_error(page: str, url: str) -> None:
    """Tell ModernGov's own error page by its heading: nothing else of it is known."""
    heading = re.search(
        r"id\s*=\s*[\"']?modgov\b.{0,400}?<h1[^>]*>\s*([^<]{0,80})", page, re.I | re.S
    )
    if heading and re.fullmatch(
        r"(?:an )?error(?: occurred| page)?|gwall", heading[1].strip(), re.I
    ):
        raise SiteFailedError(f"ModernGov answered with its error page: {url}")


def _says_something(page: str) -> bool:
    return len(" ".join(_TAGS.sub(" ", page).split())) > 200


def script_target(page: str, url: str) -> str:
    """Read where a script would lead; where it puts the address together, at least how."""
    found = _TARGET.search(page)
    if found and re.match(r"https?://|/|[\w-]+\.aspx", found[1]):
        return found[1]
    is_to_https = "https://" in page and url.startswith("http://")
    return url.replace("http://", "https://", 1) if is_to_https else "an address of its making"
