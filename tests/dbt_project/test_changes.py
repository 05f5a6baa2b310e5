"""Changes as CSV and RSS: nothing that a page says may act upon whoever opens them."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from orchestration.changes import COLUMNS, as_csv, as_feed, change_files
from orchestration.home import Home

NOW = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
CHANGE = (
    "Fennholt", "text_revised", "minutes", "Children’s Panel", "2026-10-20", "Placements", NOW,
    "https://fennholt.example/700", "0123456789abcdef",
)  # fmt: skip
CONTROL = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]))


def with_title(title: str) -> tuple[str | datetime | None, ...]:
    return (*CHANGE[:5], title, *CHANGE[6:])


def test_a_feed_entry_says_who_what_and_where() -> None:
    [entry] = ET.fromstring(as_feed([CHANGE], at=NOW)).iter("item")

    assert entry.findtext("title") == "Fennholt: Text revised: Placements"
    assert entry.findtext("link") == "https://fennholt.example/700"
    assert entry.findtext("guid") == "0123456789abcdef"
    assert entry.findtext("pubDate") == "Sat, 21 Nov 2026 04:00:00 +0000"
    assert entry.findtext("description") == "Children’s Panel · 2026-10-20 · minutes"


@given(CONTROL)
def test_the_feed_is_well_formed_whatever_a_page_says(title: str) -> None:
    [entry] = ET.fromstring(as_feed([with_title(title)], at=NOW)).iter("item")

    assert entry.findtext("guid") == "0123456789abcdef"


@given(CONTROL)
def test_no_cell_is_a_formula_and_none_loses_its_words(title: str) -> None:
    header, row = csv.reader(io.StringIO(as_csv([with_title(title)]), newline=""))
    cell = row[COLUMNS.index("item")]

    assert tuple(header) == COLUMNS
    assert not cell.startswith(("=", "+", "-", "@"))
    assert cell in (title, f"'{title}")


def test_a_formula_in_a_title_is_shown_and_not_run() -> None:
    assert "'=cmd" in as_csv([with_title("=cmd|'/c calc'!A0")])


def test_a_night_without_changes_gives_an_empty_list_and_feed(home: Path) -> None:
    files = change_files(Home(home).warehouse, at=NOW)

    assert files["changes.csv"].splitlines() == [",".join(COLUMNS)]
    assert list(ET.fromstring(files["changes.rss"]).iter("item")) == []
