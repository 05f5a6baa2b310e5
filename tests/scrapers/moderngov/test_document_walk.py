import re
from datetime import UTC, datetime

import pytest

from scrapers.archive import Archive, Entry
from scrapers.moderngov.addresses import PageAddress, PageKind
from scrapers.moderngov.document_walk import LARGEST_FILE_BYTES
from scrapers.moderngov.urls import address_of
from scrapers.reading import read_entry
from scrapers.records import DocumentMention, DocumentText
from tests.scrapers.moderngov.styles import Style
from tests.scrapers.moderngov.test_styles import NIGHT, NOON, crawled, playing, wanted
from tests.scrapers.test_pdf import pdf

LETTER = ["Dear Director,", "Ofsted carried out a focused visit under ILACS on 4 March 2025."]


@pytest.fixture
def filed():
    """A site with a letter behind every file of its items, the first of them too long."""
    with playing(Style("filed"), has_cuts=False) as sites:
        site = sites["filed"]
        papers = [p for m in site.world.meetings for i in m.items for p in i.papers]
        site.files = {paper.attachment_id: pdf(LETTER) for paper in papers}
        about = [i for m in wanted(site) for i in m.items if "Ofsted" in i.title and i.papers]
        about[0].papers[0].size = f"PDF {LARGEST_FILE_BYTES // 1024**2 + 1} MB"
        site.expected = sorted(p.attachment_id for i in about for p in i.papers)
        site.expected.remove(about[0].papers[0].attachment_id)
        yield site


def asked(site):
    return sorted(int(n) for path in site.requests for n in re.findall(r"documents/s(\d+)/", path))


def test_a_file_has_one_identity_by_either_of_its_links():
    expected = PageAddress(PageKind.DOCUMENT, "131118")

    assert address_of("https://x.example/documents/s131118/A%20letter.pdf") == expected
    assert address_of("mgConvert2PDF.aspx?ID=131118&ISATT=1") == expected


def test_only_files_of_items_about_inspections_are_asked_for_and_none_too_long(filed, tmp_path):
    crawled(filed, tmp_path, documents=True)

    assert filed.expected
    assert asked(filed) == filed.expected


def test_no_file_is_asked_for_without_being_wanted_nor_twice(filed, tmp_path):
    crawled(filed, tmp_path)
    assert asked(filed) == []
    filed.requests.clear()

    crawled(filed, tmp_path, documents=True, command="backfill", now=NOON + NIGHT)
    assert asked(filed) == filed.expected
    assert not any("ieListDocuments" in path for path in filed.requests)
    filed.requests.clear()

    crawled(filed, tmp_path, documents=True, now=NOON + 2 * NIGHT)
    assert asked(filed) == []


def test_what_an_archived_file_says_is_read_like_minutes_and_kept_apart(filed, tmp_path):
    crawled(filed, tmp_path, documents=True)
    archive = Archive(tmp_path)
    entry = archive.latest("styled")[f"document:{filed.expected[0]}"]

    reading, records = read_entry(archive, entry, council_name="Styled")

    (text,) = [record for record in records if isinstance(record, DocumentText)]
    mentions = [record for record in records if isinstance(record, DocumentMention)]
    assert (reading.page_kind, reading.error) == ("document", None)
    assert (text.attachment_id, text.text) == (filed.expected[0], "\n".join(LETTER))
    assert [(m.regime, m.event_type) for m in mentions] == [("ILACS", "focused_visit")]
    assert all(text.text[m.evidence_start : m.evidence_end] == m.evidence for m in mentions)
    assert len(records) == 1 + len(mentions)


def test_a_file_that_is_no_pdf_is_an_error_that_says_so(filed, tmp_path):
    filed.files = dict.fromkeys(filed.files, b"<html>Please sign in</html>")
    crawled(filed, tmp_path, documents=True)
    archive = Archive(tmp_path)
    entry = archive.latest("styled")[f"document:{filed.expected[0]}"]

    reading, records = read_entry(archive, entry, council_name="Styled")

    assert isinstance(entry, Entry)
    assert entry.fetched_at <= datetime.now(UTC)
    assert (reading.error, records) == ("PageChangedError", [])
