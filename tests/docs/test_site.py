"""The docs site, built once from a snapshot of the sample councils."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from docs.site import flow
from docs.site.pictures import PICTURES, drawn
from docs.site.snapshot import Snapshot
from docs.site.tables import table
from orchestration.home import PROJECT

pytestmark = pytest.mark.xdist_group("docs")
QUESTIONS = sorted(path.stem for path in (PROJECT / "dbt_project" / "analyses").glob("*.sql"))


@pytest.fixture(scope="module")
def home(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("docs") / "home"
    shutil.copytree(demo.root, home, symlinks=True)
    ended = make_site(home)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return home


def make_site(home):
    return subprocess.run(
        [sys.executable, "-m", "docs.site"],
        env=os.environ | {"SCRUTINY_HOME": str(home)},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def pages(home):
    site = home / "docs" / "site"
    return {
        path.relative_to(site): BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for path in site.rglob("*.html")
        if path.name != "dbt.html"
    }


def test_no_link_of_the_site_is_broken(home, pages):
    site = home / "docs" / "site"
    broken = []
    for path, page in pages.items():
        for element in page.select("[href], [src]"):
            target = urlsplit(element.get("href") or element.get("src"))
            if target.scheme or target.netloc or not (target.path or target.fragment):
                continue
            file = (site / path).parent / unquote(target.path) if target.path else site / path
            if not file.is_file() or not _holds(pages, file.resolve(), site, target.fragment):
                broken.append((str(path), target.geturl()))

    assert len(pages) > 15
    assert broken == []


def _holds(pages, file, site, fragment):
    page = pages.get(file.relative_to(site.resolve()))
    return not fragment or page is None or page.find(id=unquote(fragment)) is not None


def test_the_site_asks_nothing_of_the_network(pages):
    asked = [
        (str(path), element.get("src") or element.get("href"))
        for path, page in pages.items()
        for element in page.select("script[src], link[rel=stylesheet][href], img[src]")
        if urlsplit(element.get("src") or element.get("href")).netloc
    ]

    assert asked == []


def test_the_dictionary_counts_what_the_warehouse_holds(home, pages):
    page = pages[Path("generated/dictionary.html")]
    told = {
        section.h2.get_text().rstrip("¶#"): section.get_text()
        for section in page.select("section section")
    }
    with Snapshot.newest(home / "published").opened() as con:
        names = con.execute("select schema_name, table_name from duckdb_tables()").fetchall()
        for schema, name in names:
            [(rows,)] = con.execute(f'select count(*) from "{schema}"."{name}"').fetchall()
            assert f"\n{rows:,} rows." in told[f"{schema}.{name}"]

    assert len(told) == len(names) > 15


def test_each_question_has_its_answer_and_each_answer_its_picture(pages):
    page = pages[Path("generated/questions.html")]
    sections = page.select("section section section")

    assert len(sections) == len(QUESTIONS) == 20
    for section in sections:
        assert section.h3.get_text().rstrip("¶#").endswith("?")
        assert section.details.pre
        has_answer = section.table is not None
        assert has_answer == (section.img is not None)
        assert has_answer or "a first night has nothing to compare with" in section.get_text()
    assert sum(section.table is not None for section in sections) == 18


def test_each_asker_finds_their_questions_under_their_name(pages):
    page = pages[Path("generated/questions.html")]
    askers = {
        section.h2.get_text().rstrip("¶#"): len(section.select("h3"))
        for section in page.select("section > section:has(> h2)")
    }

    assert "Scrutiny officers" in askers
    assert len(askers) == 6
    assert sum(askers.values()) == 20
    assert min(askers.values()) >= 2


def test_grades_stand_from_best_to_worst_and_in_words(pages):
    page = pages[Path("generated/questions.html")]
    matrix = page.find("section", id=lambda key: key and key.startswith("from-which-overall"))
    grades = ["Outstanding", "Good", "Requires improvement", "Inadequate"]

    assert [cell.get_text() for cell in matrix.select("thead th")][1:] == grades
    assert [row.td.get_text() for row in matrix.select("tbody tr")] == grades
    assert not page.find_all("td", string="requires_improvement")


def test_the_first_page_counts_what_the_warehouse_holds_and_leads_everywhere(home, pages):
    page = pages[Path("index.html")]
    told = {each.dt.get_text(): each.dd.get_text() for each in page.select("dl.figures > div")}
    with Snapshot.newest(home / "published").opened() as con:
        counted = {
            "meetings": con.execute("select count(*) from fct_meetings").fetchall()[0][0],
            "decisions": con.execute("select count(*) from fct_recommendations").fetchall()[0][0],
        }

    assert {name: told[name] for name in counted} == {
        name: f"{count:,}" for name, count in counted.items()
    }
    links = [link["href"] for link in page.select(".sidebar-tree a.reference.internal")]
    assert len(links) == len(set(links)) > 15
    assert len(page.select("article img")) == 2


def test_every_question_has_a_way_to_be_drawn():
    assert sorted(PICTURES) == QUESTIONS


def test_the_flow_is_drawn_with_the_figures_of_the_snapshot(home, images):
    with Snapshot.newest(home / "published").opened() as con:
        drawing = flow.drawn(con)
        [(items,)] = con.execute("select count(*) from fct_agenda_items").fetchall()
    if images:
        (images / "flow.svg").write_text(drawing, encoding="utf-8")

    picture = BeautifulSoup(drawing, "xml")
    rooms = [text.get_text() for text in picture.select('text[font-weight="700"]')]
    assert (rooms[0], rooms[-1], len(rooms)) == ("Council sites", "Published", 6)
    assert picture.find("text", string=f"{items:,} items")


def test_a_picture_is_drawn_of_rows_with_gaps():
    rows = [{"council_name": "Kelverton", "change": None}, {"council_name": None, "change": "new"}]

    assert drawn(rows, PICTURES["officer_changes_last_night"]).startswith(b"\x89PNG")


def test_what_a_page_said_is_text_and_no_markup():
    made = table(("title",), [("<script>alert(1)</script>",), ("javascript:alert(1)",)])

    assert "<script>" not in made
    assert "href" not in made


def test_without_a_snapshot_the_site_says_what_to_do(tmp_path):
    ended = make_site(tmp_path)

    assert ended.returncode == 1
    assert "make demo" in ended.stderr
