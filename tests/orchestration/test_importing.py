"""Saved pages of any kind, under any name, become part of the archive as what they are."""

import shutil
from pathlib import Path

import pytest

from orchestration.home import Home
from orchestration.importing import import_pages
from scrapers.errors import ScrapeError

PAGES = Path(__file__).parents[1] / "pages" / "moderngov"
REGISTRY = """
[councils.elmsbridge]
name = "Elmsbridge"
base_url = "https://democracy.elmsbridge.example/internet"
aliases = ["http://old.elmsbridge.example"]

[councils.ravelston]
name = "Ravelston"
base_url = "https://democracy.ravelston.example"
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    (tmp_path / "councils.toml").write_text(REGISTRY)
    monkeypatch.setenv("SCRUTINY_COUNCILS", str(tmp_path / "councils.toml"))
    return Home(tmp_path / "home")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "saved").mkdir()
    return tmp_path / "saved"


def imported(home, folder):
    crawl = import_pages(home, home.registry().council("elmsbridge"), folder, "0001")
    return crawl, home.archive.run("elmsbridge", "0001")


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("meeting_documents__draft-minutes.html", "meeting_documents:5120"),
        ("agenda_item__whole-minutes.html", "agenda_item:70102"),
        ("issue_details__two-meetings.html", "issue_details:880077"),
        ("issue_home__items-and-decisions.html", "issue_home:880077"),
        ("issue_decisions__two.html", "issue_decisions:880077"),
        ("committee_details__panel.html", "committee_details:412"),
        ("service_meeting__minutes.xml", "service_meeting:5120"),
        ("service_committees__two.xml", "service_committees"),
    ],
)
def test_a_page_is_what_it_says_whatever_its_file_is_called(home, folder, page, key):
    shutil.copy(PAGES / page, folder / "Untitled (3)")

    crawl, run = imported(home, folder)

    assert (crawl.outcome, run.failures) == ("complete", [])
    assert [entry.page_key for entry in run.entries] == [key]
    assert run.entries[0].url.startswith("https://democracy.elmsbridge.example/internet/")


@pytest.mark.parametrize(
    "page",
    [
        "search_results__items-and-issues.html", "decision_list__published.html",
        "calendar__agenda-view.html", "rss__committee.xml", "committee_list__structure.html",
        "text__meeting.txt",
    ],
)  # fmt: skip
def test_a_page_that_does_not_say_which_it_is_goes_by_its_bytes(home, folder, page):
    shutil.copy(PAGES / page, folder)

    crawl, run = imported(home, folder)

    assert (crawl.outcome, run.failures) == ("complete", [])
    kind = page.partition("__")[0]
    assert run.entries[0].page_key.startswith(f"{kind}:saved/")
    assert run.entries[0].url == f"file:///{page}"


def test_rubbish_is_noted_and_the_rest_goes_on(home, folder):
    shutil.copy(PAGES / "meeting_documents__draft-minutes.html", folder / "a.html")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4\n\0\1\2\3\4\5\6\7\x0e\x0f\x10 stream")
    (folder / "c.css").write_text("p { color: red }")
    (folder / "d.html").write_text("<html><title>Just a moment...</title></html>")
    (folder / "e.html").write_text("<html><h1>Our town</h1><p>Parking</p></html>")
    (folder / "f.html").write_bytes(b"")
    (folder / "a_files").mkdir()
    (folder / "a_files" / "g.js").write_text("alert(1)")

    crawl, run = imported(home, folder)

    assert crawl.outcome == "partial"
    assert [entry.page_key for entry in run.entries if entry.page_key] == ["meeting_documents:5120"]
    noted = {failure.url.removeprefix("file:///") for failure in run.failures}
    assert noted == {"b.pdf", "c.css", "d.html", "e.html", "f.html"}


def test_a_page_of_another_council_is_refused_and_one_of_a_former_address_is_not(home, folder):
    page = (PAGES / "agenda_item__whole-minutes.html").read_text()
    for name, host in (
        ("ours", "old.elmsbridge.example"), ("theirs", "democracy.ravelston.example"),
    ):  # fmt: skip
        noted = f"<!-- saved from url=(0050)http://{host}/mgAi.aspx?ID=70102 -->\n"
        (folder / f"{name}.html").write_text(noted + page)

    _, run = imported(home, folder)

    assert [failure.url for failure in run.failures] == ["file:///theirs.html"]
    assert "the page is of Ravelston" in run.failures[0].error_message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_of_a_page_is_told_from_its_bytes(home, folder, encoding):
    page = (PAGES / "agenda_item__whole-minutes.html").read_text()
    page = page.replace("charset=utf-8", "").replace('charset="utf-8"', "")
    usable = page.encode(encoding, errors="xmlcharrefreplace")
    (folder / "page.aspx").write_bytes(usable)

    _, run = imported(home, folder)

    assert [entry.page_key for entry in run.entries] == ["agenda_item:70102"]
    assert run.failures == []


def test_a_web_archive_is_unpacked(home, folder):
    page = (PAGES / "agenda_item__whole-minutes.html").read_bytes()
    head = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;"
        b' boundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: binary\r\n\r\n"
    )
    (folder / "page.mhtml").write_bytes(head + page + b"\r\n----x--\r\n")

    _, run = imported(home, folder)

    assert [entry.page_key for entry in run.entries] == ["agenda_item:70102"]


def test_an_empty_folder_is_an_error(home, folder):
    with pytest.raises(ScrapeError, match="no saved page"):
        imported(home, folder)
