"""Single pages of hostile sites: each is read for what it says, or refused by name."""

import csv
import io
from datetime import UTC, datetime

import pytest

from orchestration.changes import as_csv
from orchestration.commands import ui
from orchestration.home import Home
from orchestration.landing import Landing
from orchestration.loading import load_batch
from orchestration.warehouse import connect, create_raw_tables
from scrapers.archive import Archive
from scrapers.errors import PageChangedError, ScrapeError
from scrapers.moderngov.pages import parse_page
from scrapers.reading import read_entry
from scrapers.records import AgendaItem, Document, Meeting
from scrapers.response import Response
from scrapers.withholding import NOTHING_TAKEN_DOWN
from tests.hostile.faulty_site import HOSTILE_XML, WORDS

BASE = "https://elmsbridge.example"
MEETING = f"{BASE}/ieListDocuments.aspx?CId=7&MId=5"
SERVICE_MEETING = (
    "<meeting><meetingid>{meetingid}</meetingid><meetingdate>15/01/2026</meetingdate>"
    "<committeeid>{committeeid}</committeeid><committeetitle>Cabinet</committeetitle>"
    "<agendaitems><agendaitem><agendaitemid>{agendaitemid}</agendaitemid>"
    "<agendaitemtitle>Fees</agendaitemtitle></agendaitem></agendaitems></meeting>"
)
POISON = WORDS.format("canary.example")


def meeting_page(rows, *, title="Cabinet - Thursday 15 January 2026 7:30 pm"):
    return (
        '<html><body><div id="modgov"><h1>Agenda and minutes</h1>'
        f'<h2><a href="mgCommitteeDetails.aspx?ID=7">{title}</a></h2><div class="mgContent">'
        f'<table class="mgItemTable" id="mgItemTable">{rows}</table></div></div></body></html>'
    )


def row(number, title, below=""):
    return (
        f'<tr><td><p class="mgAiTitleTxt"><a name="AI{number}"></a>{number}.</p></td>'
        f'<td><p class="mgAiTitleTxt">{title}</p>{below}</td></tr>'
    )


def minutes(words):
    return f'<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>{words}</p></div>'


def items(page):
    found = parse_page("meeting_documents", page, url=MEETING)
    return [record for record in found if isinstance(record, AgendaItem)]


@pytest.mark.parametrize(
    "xml",
    [
        HOSTILE_XML.format(layers="", canary="canary.example"),
        '<!DOCTYPE meeting SYSTEM "http://canary.example/x.dtd"><meeting><meetingid>5</meetingid>'
        "<meetingdate>15/01/2026</meetingdate></meeting>",
        "<!-- x --> <?x y?> <!doctype meeting [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>"
        "<meeting><meetingid>5</meetingid></meeting>",
    ],
)
def test_xml_that_declares_entities_is_refused_before_it_is_parsed(xml):
    with pytest.raises(PageChangedError, match="found a document type"):
        parse_page("service_meeting", xml, url=f"{BASE}/mgWebService.asmx/GetMeeting?lMeetingId=5")


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "blockquote", "font"])
def test_twenty_thousand_nested_tags_are_read_or_refused(tag):
    deep = f"<{tag}>" * 20_000 + "RESOLVED: That it be noted." + f"</{tag}>" * 20_000

    try:
        found = items(meeting_page(row(1, "Deep", minutes(deep)) + row(2, "After")))
    except ScrapeError:
        return
    assert found[0].title == "Deep"


def test_ten_thousand_items_are_ten_thousand_items():
    page = meeting_page("".join(row(n, f"Item {n}") for n in range(1, 10_001)))

    assert [item.item_id for item in items(page)] == list(range(1, 10_001))


def test_an_id_that_stands_twice_makes_no_two_items_of_one(tmp_path):
    page = meeting_page(row(1, "First", minutes("Noted.")) * 3)

    assert {item.item_id for item in items(page)} <= {1}


def test_what_a_terminal_would_obey_is_blank_in_every_text_and_message():
    page = meeting_page(row(1, "A\x07 title", minutes("It&#27;[2J was \x0b&#155;agreed.")))

    (item,) = NOTHING_TAKEN_DOWN.without(items(page), council="elmsbridge")

    assert (item.title.split(), item.minutes_text[-25:].isprintable()) == (["A", "title"], True)
    assert str(ScrapeError("moved to \x1b[2J\nhttp://x")) == r"moved to \x1b[2J\nhttp://x"


def test_a_file_whose_name_climbs_stays_an_address_on_its_site():
    link = '<ul class="mgBulletList"><li><a href="documents/s9/../../../etc/passwd">Letter '
    link += '<span class="mgFileSize">PDF 9 KB</span></a></li></ul>'
    below = f'<p class="mgSubItemTitleTxt">Supporting documents:</p>{link}'

    found = parse_page("meeting_documents", meeting_page(row(1, "Letters", below)), url=MEETING)

    urls = [r.document_url for r in found if isinstance(r, Document)]
    assert all(url.startswith(f"{BASE}/") for url in urls)


def archived(home, page, *, key="meeting_documents:5", url=MEETING):
    with home.archive.writing("elmsbridge", "1") as writer:
        answer = Response(
            url=url, status=200, reason="OK", headers=(("Content-Type", "text/html"),),
            raw=page.encode(), fetched_at=datetime(2026, 2, 1, tzinfo=UTC),
        )  # fmt: skip
        return writer.keep(answer, page_key=key)


def test_a_fault_of_ours_that_a_page_brings_out_costs_that_page(tmp_path, monkeypatch):
    home = Home(tmp_path)
    entry = archived(home, meeting_page(row(1, "Fees")))
    monkeypatch.setattr("scrapers.reading.parse_page", lambda *_, **__: [][0])

    reading, records = read_entry(home.archive, entry, council_name="Elmsbridge")

    assert (reading.error, records) == ("IndexError", [])


@pytest.mark.parametrize("name", ["committeeid", "meetingid", "agendaitemid"])
def test_a_number_that_no_table_holds_costs_its_page_or_is_none(tmp_path, name):
    numbers = dict.fromkeys(("committeeid", "meetingid", "agendaitemid"), "7") | {name: "9" * 30}
    home = Home(tmp_path)
    entry = archived(home, SERVICE_MEETING.format(**numbers), key="service_meeting:7")

    (batch,) = Landing(tmp_path / "landing").land(home.archive, {"elmsbridge": "Elmsbridge"})

    assert batch.tables()
    reading, records = read_entry(home.archive, entry, council_name="Elmsbridge")
    assert reading.error in (None, "PageChangedError")
    assert not any(getattr(r, "item_id", None) == int("9" * 30) for r in records)


def test_words_that_are_code_elsewhere_are_words_in_the_warehouse(tmp_path):
    words = POISON.replace("&", "&amp;").replace("<", "&lt;")
    home = Home(tmp_path)
    archived(home, meeting_page(row(1, words, minutes(words))))
    (batch,) = Landing(tmp_path / "landing").land(home.archive, {"elmsbridge": POISON})

    with connect(tmp_path / "w.duckdb") as con:
        create_raw_tables(con)
        load_batch(con, batch, loaded_at=datetime(2026, 2, 1, tzinfo=UTC))
        found = con.execute("select title from raw.agenda_items").fetchall()
        tables = con.execute("select count(*) from raw.pages").fetchall()

    assert found == [(POISON,)]
    assert tables == [(1,)]
    assert {path.name for path in tmp_path.iterdir()} == {"archive", "landing", "w.duckdb"}


def test_no_page_key_leads_out_of_the_archive(tmp_path):
    with Archive(tmp_path / "archive").writing("elmsbridge", "1") as writer:
        answer = Response(
            url=f"{BASE}/../../x", status=200, reason="OK\r\nX: y",
            headers=(("Content-Type", "text/html\r\nX: y"),), raw=b"x",
            fetched_at=datetime(2026, 2, 1, tzinfo=UTC),
        )  # fmt: skip
        entry = writer.keep(answer, page_key="meeting_documents:../../../x", listing="a\r\nb: c")

    assert Archive(tmp_path / "archive").read(entry) == b"x"
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "\xa0@"])
def test_no_cell_of_the_changes_begins_as_a_formula(sign):
    title = f'{sign}HYPERLINK("http://canary.example/")'
    text = as_csv([("Kelverton", "new_document", title, None, None, title, None, "x", "1")])

    cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    assert sum("HYPERLINK" in cell for cell in cells) == 2
    assert not any(cell.startswith(sign) for cell in cells)


def test_dagsters_pages_are_for_this_machine_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("SCRUTINY_HOME", str(tmp_path))
    started = []
    monkeypatch.setattr("os.execv", lambda path, arguments: started.extend(arguments))
    monkeypatch.setattr("os.chdir", lambda path: None)

    ui(3000)

    assert started[started.index("--host") + 1] == "127.0.0.1"


def test_a_meeting_is_known_by_what_was_asked_for_not_by_what_its_page_claims():
    claimed = '<li><a href="mgMeetingAttendance.aspx?ID=6">Attendance details</a></li>'
    page = meeting_page(row(1, "Fees")).replace('<div class="mgContent">', f"<ul>{claimed}</ul>")

    with pytest.raises(PageChangedError, match="the page is of 6"):
        parse_page("meeting_documents", page, url=MEETING)
    found = parse_page("meeting_documents", meeting_page(row(1, "Fees")), url=MEETING)
    assert [r.meeting_id for r in found if isinstance(r, Meeting)] == [5]
