"""One answer of a site as received, and how its body is unpacked within a limit."""

import zlib
from dataclasses import dataclass
from datetime import datetime

from scrapers.errors import PageTooLargeError, SiteFailedError

LARGEST_PAGE_BYTES = 20_000_000  # the longest real meeting pages are below 2 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer as received: `raw` is the body before any content encoding is undone."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    fetched_at: datetime
    request_headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        return next((v for k, v in self.headers if k.lower() == name.lower()), None)

    @property
    def body(self) -> bytes:
        return unpack(self.raw, self.header("Content-Encoding"))


def check_size(raw: bytes, encoding: str | None, *, url: str) -> None:
    """Refuse a body that unpacks to more than any page."""
    try:
        unpack(raw, encoding)
    except PageTooLargeError as error:
        raise PageTooLargeError(f"{url}: {error}") from error
    except SiteFailedError:
        return  # what does not unpack is taken as it came, as its reader will


def unpack(raw: bytes, encoding: str | None) -> bytes:
    """Undo the content encoding, never past the size limit."""
    if (encoding or "identity").lower() == "identity":
        return raw
    # 47 = 32 + 15: zlib tells gzip from zlib by the header.
    unpacker = zlib.decompressobj(wbits=47)
    try:
        body = unpacker.decompress(raw, LARGEST_PAGE_BYTES)
    except zlib.error as error:
        raise SiteFailedError(f"not {encoding}, whatever the header says: {error}") from error
    if unpacker.unconsumed_tail:
        raise PageTooLargeError(f"unpacks to more than {LARGEST_PAGE_BYTES:,} bytes")
    return body
