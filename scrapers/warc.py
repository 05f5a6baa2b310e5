"""How one answer is laid down as WARC 1.1 records, and read back. Each record is a gzip member.

What is kept where, and found how, is the matter of `archive`.
"""

import logging
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scrapers.errors import ArchiveError, ScrapeError
from scrapers.response import Response, unpack

logger = logging.getLogger(__name__)

PAGE_KEY = "WARC-Scrutiny-Page-Key"
LISTING = "WARC-Scrutiny-Listing"
RECEIPT = "application/vnd.scrutiny.receipt+json"
# The body is kept without its transfer encoding, which `requests` has undone.
UNDONE = {"transfer-encoding", "content-length"}
CHUNK_BYTES = 1 << 16
MEMBER_START = b"\x1f\x8b\x08"
# What damaged bytes bring out of zlib and the library.
_DAMAGE = (zlib.error, ArchiveLoadFailed, EOFError, ValueError)


def append_exchange(
    file: BinaryIO, response: Response, *, page_key: str | None, listing: str | None
) -> tuple[int, int]:
    """Append the answer, then its request; return offset and length of the answer.

    What no server sent, such as a page saved by hand, is a resource and has no request.
    """
    writer = _writer(file)
    headers = [pair for pair in response.headers if pair[0].lower() not in UNDONE]
    described = {
        "WARC-Date": response.fetched_at.isoformat().replace("+00:00", "Z"),
        PAGE_KEY: page_key,
        LISTING: listing,
    }
    warc_headers = {name: value for name, value in described.items() if value is not None}
    if not response.url.startswith(("http://", "https://")):
        resource = writer.create_warc_record(
            response.url,
            "resource",
            payload=BytesIO(response.raw),
            length=len(response.raw),
            warc_content_type=response.header("Content-Type") or "",
            warc_headers_dict=warc_headers,
        )
        return _append(file, writer, resource)
    answer = writer.create_warc_record(
        response.url,
        "response",
        payload=BytesIO(response.raw),
        length=len(response.raw),
        http_headers=StatusAndHeaders(
            f"{response.status} {response.reason}", headers, protocol="HTTP/1.1"
        ),
        warc_headers_dict=warc_headers,
    )
    request = writer.create_warc_record(
        response.url,
        "request",
        http_headers=StatusAndHeaders(
            f"GET {_path(response.url)} HTTP/1.1",
            list(response.request_headers),
            is_http_request=True,
        ),
        warc_headers_dict={
            "WARC-Date": described["WARC-Date"],
            "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID"),
        },
    )
    place = _append(file, writer, answer)
    _append(file, writer, request)
    return place


def append_receipt(file: BinaryIO, name: str, payload: bytes) -> tuple[int, int]:
    """Append a run's receipt as a metadata record; return its offset and length."""
    writer = _writer(file)
    record = writer.create_warc_record(
        f"urn:scrutiny:receipt:{name}",
        "metadata",
        payload=BytesIO(payload),
        length=len(payload),
        warc_content_type=RECEIPT,
    )
    return _append(file, writer, record)


def record_at(path: Path, offset: int, length: int) -> ArcWarcRecord:
    with path.open("rb") as file:
        file.seek(offset)
        return _record(file.read(length), path, offset)


def records(path: Path, *, start: int = 0) -> Iterator[tuple[int, int, ArcWarcRecord]]:
    """Offset, length and record, from `start` on; those cut off or damaged are left out."""
    with path.open("rb") as file:
        for offset, member in _members(file, start):
            try:
                record = _record(member, path, offset)
            except ArchiveError as error:
                logger.warning("%s", error)
                continue
            yield offset, len(member), record


def body(record: ArcWarcRecord) -> bytes:
    """What the record holds, as a reader of the page saw it: content encoding undone."""
    raw = record.raw_stream.read()
    encoding = record.http_headers and record.http_headers.get_header("Content-Encoding")
    return unpacked(raw, encoding)


def unpacked(raw: bytes, encoding: str | None) -> bytes:
    """What does not unpack is taken as it came."""
    try:
        return unpack(raw, encoding)
    except ScrapeError:
        return raw


def _writer(file: BinaryIO) -> WARCWriter:
    return WARCWriter(file, gzip=True, warc_version="1.1")


def _append(file: BinaryIO, writer: WARCWriter, record: ArcWarcRecord) -> tuple[int, int]:
    offset = file.tell()
    writer.write_record(record)
    file.flush()
    return offset, file.tell() - offset


def _record(member: bytes, path: Path, offset: int) -> ArcWarcRecord:
    try:
        # Unpacked here, with its checksum: the library would take damaged bytes as they are.
        record = next(iter(ArchiveIterator(BytesIO(zlib.decompress(member, wbits=31)))), None)
    except _DAMAGE as error:
        raise ArchiveError(f"{path}: the record at byte {offset} is damaged: {error}") from error
    if record is None:
        raise ArchiveError(f"{path}: no record at byte {offset}")
    return record


def _members(file: BinaryIO, start: int) -> Iterator[tuple[int, bytes]]:
    """Where each whole gzip member begins, and its bytes; damaged ones are passed over."""
    file.seek(start)
    offset, pending = start, file.read(CHUNK_BYTES)
    while pending:
        unpacker = zlib.decompressobj(wbits=31)
        member = bytearray()
        with suppress(zlib.error):
            while not unpacker.eof and pending:
                unpacker.decompress(pending)
                member += pending
                pending = unpacker.unused_data if unpacker.eof else file.read(CHUNK_BYTES)
        if unpacker.eof:
            length = len(member) - len(pending)
            yield offset, bytes(member[:length])
            offset += length
            pending = pending or file.read(CHUNK_BYTES)
        else:
            # Damaged bytes need not fail: they may unpack to the end of the file, others' and all.
            offset = _next_member(file, offset)
            file.seek(offset)
            pending = file.read(CHUNK_BYTES)


def _next_member(file: BinaryIO, offset: int) -> int:
    """Where the next member may begin behind a damaged one."""
    file.seek(offset + 1)
    found = file.read().find(MEMBER_START)
    return offset + 1 + found if found >= 0 else file.tell()


def _path(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
