import gzip
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from warcio.archiveiterator import ArchiveIterator

from scrapers.archive import Archive
from scrapers.errors import ArchiveError
from scrapers.ledger import Crawl, CrawlFailure
from scrapers.response import Response

NOW = datetime(2026, 11, 21, 2, 15, tzinfo=UTC)
RUN = "20261121T021500000000Z"
PAGE = "<h1>Agenda – café</h1>".encode() * 40


def answer(url="http://127.0.0.1/ieListDocuments.aspx?MId=7", raw=PAGE, status=200, **headers):
    return Response(
        url=url,
        status=status,
        reason="OK",
        headers=tuple(headers.items()),
        raw=raw,
        fetched_at=NOW,
        request_headers=(("User-Agent", "ScrutinyBot"),),
    )


def receipt(**changes):
    values = {
        "council": "kelverton", "run_id": RUN, "command": "nightly", "started_at": NOW,
        "ended_at": NOW, "outcome": "complete", "requests": 2, "bytes_received": 9,
    }  # fmt: skip
    return Crawl(**values | changes)


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path)
    failure = CrawlFailure(
        council="kelverton", run_id=RUN, url="http://127.0.0.1/gone", failed_at=NOW,
        error="PageNotFoundError", error_message="status 404", page_key="agenda_item:9",
    )  # fmt: skip
    with archive.writing("kelverton", RUN) as writer:
        writer.keep(
            answer(raw=gzip.compress(PAGE), **{"Content-Encoding": "gzip"}),
            page_key="meeting_documents:7",
            listing="2026-01-15 Agenda",
        )
        writer.keep(answer(url="http://127.0.0.1/gone", raw=b"gone", status=404))
        writer.close(receipt(), [failure])
    return archive


def warc(archive):
    return archive.root / "kelverton" / f"{RUN}.warc.gz"


def index(archive):
    return archive.root / "kelverton" / f"{RUN}.jsonl"


def test_a_page_is_found_again_by_key_url_and_hash(archive):
    entry = archive.latest("kelverton")["meeting_documents:7"]

    assert archive.read(entry) == PAGE
    assert archive.by_url("kelverton", entry.url) == [entry]
    assert archive.by_sha256("kelverton", entry.page_sha256) == entry
    assert entry.listing == "2026-01-15 Agenda"


def test_an_error_answer_is_kept_but_is_no_page(archive):
    assert [entry.status for entry in archive.run("kelverton", RUN).entries] == [200, 404]
    assert set(archive.latest("kelverton")) == {"meeting_documents:7"}


def test_other_tools_read_the_file(archive):
    with warc(archive).open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file)]

    assert kinds == ["response", "request", "response", "request", "metadata"]


def test_a_lost_index_is_read_from_the_warc_again(archive):
    before = archive.run("kelverton", RUN)
    index(archive).unlink()

    after = archive.run("kelverton", RUN)

    assert (after.entries, after.crawl, after.failures) == (
        before.entries, before.crawl, before.failures,
    )  # fmt: skip


@pytest.mark.parametrize("has_index", [True, False])
def test_a_file_cut_off_anywhere_keeps_what_was_whole(archive, has_index):
    whole = warc(archive).read_bytes()
    first, second = archive.run("kelverton", RUN).entries
    lines = index(archive).read_text().splitlines(keepends=True)
    for cut in range(0, len(whole), 37):
        warc(archive).write_bytes(whole[:cut])
        kept = [entry for entry in (first, second) if entry.offset + entry.length <= cut]
        index(archive).write_text("".join(lines[: len(kept)]) + lines[-1][:20])
        if not has_index:
            index(archive).unlink()

        run = archive.run("kelverton", RUN)

        assert run.entries == kept
        assert run.crawl is None


@pytest.mark.parametrize("has_index", [True, False])
def test_a_record_that_is_damaged_anywhere_costs_itself_alone(archive, has_index):
    whole = warc(archive).read_bytes()
    first, second = archive.run("kelverton", RUN).entries
    if not has_index:
        index(archive).unlink()
    for at in range(first.offset, first.offset + first.length, 29):
        warc(archive).write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])

        run = archive.run("kelverton", RUN)

        assert second in run.entries
        assert run.crawl is not None
        with suppress(ArchiveError):
            assert archive.read(first) == PAGE


def test_a_damaged_record_that_seems_to_go_on_for_ever_costs_itself_alone(archive):
    first, second = archive.run("kelverton", RUN).entries
    index(archive).unlink()
    endless = (
        b"\x00\xff\xff\x00\x00"  # a block of 65,535 bytes as they come: all the rest of the file
    )
    whole = warc(archive).read_bytes()
    header = first.offset + 10
    warc(archive).write_bytes(whole[:header] + endless + whole[header + len(endless) :])

    run = archive.run("kelverton", RUN)

    assert run.entries == [second]
    assert run.crawl is not None


@pytest.mark.parametrize("line", ["{", "[]", "null", '{"offset": 1}', "\0\0\0"])
def test_a_damaged_index_costs_nothing(archive, line):
    before = archive.run("kelverton", RUN)
    lines = index(archive).read_text().splitlines(keepends=True)
    index(archive).write_text("".join([lines[0], line + "\n", *lines[2:]]))

    after = archive.run("kelverton", RUN)

    assert (after.entries, after.crawl) == (before.entries, before.crawl)


def test_changed_bytes_are_noticed(archive):
    entry = archive.latest("kelverton")["meeting_documents:7"]
    whole = warc(archive).read_bytes()
    other = entry.offset + entry.length
    warc(archive).write_bytes(whole[other:] + whole[:other])

    with pytest.raises(ArchiveError, match="not those that were fetched"):
        archive.read(entry)


def test_no_run_writes_into_the_file_of_another(archive):
    with pytest.raises(FileExistsError), archive.writing("kelverton", RUN):
        pass
