"""Which host an address names, and whether an address lies on a council's own."""

import re
from urllib.parse import urlsplit

import urllib3

USUAL_PORTS = {"http": 80, "https": 443}


def host_of(url: str) -> str:
    """The host by name, and by port where that is not the usual one of its scheme."""
    parts = urlsplit(url)
    is_usual = parts.port in (None, USUAL_PORTS.get(parts.scheme))
    name = (parts.hostname or "").rstrip(".")
    return name if is_usual else f"{name}:{parts.port}"


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def is_on(origin: str, target: str) -> bool:
    """Whether an address lies on the host, for every reader: parsers differ on odd ones."""
    if re.search(r"[\\\x00-\x1f]", target):
        return False
    try:
        parts = urlsplit(target)
        readings = [(read(target), read(origin)) for read in (_as_python_reads, _as_it_is_sent)]
    except (ValueError, urllib3.exceptions.LocationParseError):
        return False
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        return False
    # http → https on the usual ports is the same site; any other port is another one.
    return all(theirs == ours for theirs, ours in readings)


def _as_python_reads(url: str) -> tuple[str | None, int | None]:
    parts = urlsplit(url)
    return parts.hostname, parts.port


def _as_it_is_sent(url: str) -> tuple[str | None, int | None]:
    parts = urllib3.util.parse_url(url)
    return parts.host and parts.host.lower(), parts.port
