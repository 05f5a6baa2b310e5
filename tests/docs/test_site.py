"""The docs site, built once from a snapshot of the sample councils."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

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
    sections = page.select("section section")

    assert len(sections) == len(QUESTIONS) == 20
    for section in sections:
        assert section.h2.get_text().rstrip("¶#").endswith("?")
        assert section.details.pre
        has_answer = section.table is not None
        assert has_answer == (section.img is not None)
        assert has_answer or "No row in this snapshot." in section.get_text()
    assert sum(section.table is not None for section in sections) >= 15


def test_every_question_has_a_way_to_be_drawn():
    assert sorted(PICTURES) == QUESTIONS


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
