"""What pages said on any past day, and what changed last night."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import duckdb
import pytest

from orchestration.changes import change_files
from orchestration.home import Home
from orchestration.warehouse import create_raw_tables
from scrapers.records import AgendaItem
from tests.dbt_project.conftest import build
from tests.dbt_project.fennholt import NIGHTS, fennholt_pages
from tests.dbt_project.raw_rows import PageVersion, insert_page, insert_row

MONTH = [datetime(2026, 9, 1, 3, 0, tzinfo=UTC) + timedelta(days=day) for day in range(30)]
Said = dict[str, tuple[str, str | None]]
pytestmark = pytest.mark.xdist_group("history")


def random_pages(chance: random.Random) -> list[PageVersion]:
    """Thirty nights of items that come, go, come again and change their words, on two pages."""
    return [
        PageVersion(
            council="randmoor",
            page_key=f"meeting_documents:{page}",
            fetched_at=night,
            records=[
                AgendaItem(
                    item_position=position,
                    item_id=number,
                    title=chance.choice(["Placements", "Fostering"]),
                    # One length, so that the newer printing counts and not the fuller.
                    minutes_text=chance.choice([None, "Noted.", "Agreed"]),
                )
                for position, number in enumerate(chance.sample(range(8), chance.randint(0, 8)), 1)
            ],
        )
        for night in MONTH
        for page in (1, 2)
        if chance.random() < 0.4
    ]


def said_on(pages: list[PageVersion], moment: datetime) -> Said:
    """Who is to say what the pages said on that day: Python, from the pages themselves."""
    newest: dict[str, PageVersion] = {}
    for page in pages:
        if page.fetched_at <= moment:
            newest[page.page_key] = page
    printings: dict[str, list[tuple]] = {}
    for page in newest.values():
        for record in page.records:
            assert isinstance(record, AgendaItem)
            place = (record.minutes_text is not None, page.fetched_at, -int(page.page_key[-1]))
            said = (record.title, record.minutes_text)
            printings.setdefault(f"randmoor-{record.item_id}", []).append((place, said))
    return {key: max(found)[1] for key, found in printings.items()}


@pytest.fixture(scope="module")
def pages() -> list[PageVersion]:
    return random_pages(random.Random(20261121))


@pytest.fixture(scope="module")
def history_home(tmp_path_factory: pytest.TempPathFactory, pages: list[PageVersion]) -> Home:
    home = Home(tmp_path_factory.mktemp("history"))
    home.warehouse.parent.mkdir()
    with duckdb.connect(str(home.warehouse)) as con:
        con.execute("set timezone = 'UTC'")
        create_raw_tables(con)
        con.begin()
        for council in ("fennholt", "randmoor"):
            insert_row(con, "councils", {"council": council, "council_name": council.title()})
        for number, night in enumerate(NIGHTS):
            insert_row(con, "crawls", crawl("fennholt", f"run-{number}", night))
        # Randmoor's only crawl came before all its pages but the first were known.
        insert_row(con, "crawls", crawl("randmoor", "run-0", MONTH[0] - timedelta(days=1)))
        for page in [*fennholt_pages(), *pages]:
            insert_page(con, page)
        con.commit()
    build(
        home.root,
        "+dim_councils",
        "+dim_committees",
        "+rpt_changes",
        "+fct_agenda_item_versions",
        "+assert_current_versions_are_the_items",
    )
    return home


@pytest.fixture(scope="module")
def history(history_home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(history_home.warehouse), read_only=True) as con:
        con.execute("set timezone = 'UTC'")
        con.execute("set search_path = 'marts,history'")
        yield con


def crawl(council: str, run_id: str, night: datetime) -> dict[str, object]:
    return {
        "council": council,
        "run_id": run_id,
        "command": "nightly",
        "started_at": night - timedelta(minutes=5),
        "ended_at": night + timedelta(minutes=5),
        "outcome": "complete",
    }


def test_the_latest_crawl_tells_every_kind_of_change_once(
    history: duckdb.DuckDBPyConnection,
) -> None:
    rows = history.execute(
        "select change, meeting_id, agenda_item_id, detail from rpt_changes "
        "where council_id = 'fennholt' order by all"
    ).fetchall()

    assert rows == [
        ("agenda_published", "fennholt-702", None, "1 item"),
        ("cancelled", "fennholt-701", None, None),
        ("minutes_published", "fennholt-700", None, "published"),
        ("new_document", "fennholt-700", "fennholt-7001", "Report 9001"),
        ("new_document", "fennholt-701", "fennholt-7011", "Report 9003"),
        ("redated", "fennholt-703", None, "was 2027-01-19"),
        ("text_revised", "fennholt-701", "fennholt-7011", "description"),
        ("withdrawn", "fennholt-701", "fennholt-7011", "document: Report 9002"),
        ("withdrawn", "fennholt-701", "fennholt-7012", "item: Any other business"),
    ]


def test_feed_and_table_tell_the_same_changes(history_home: Home) -> None:
    files = change_files(history_home.warehouse, at=NIGHTS[2])

    assert files["changes.rss"].count("<item>") == 9
    assert len(files["changes.csv"].splitlines()) == 10
    assert "Fennholt: Withdrawn: Any other business" in files["changes.rss"]


def test_a_first_crawl_is_no_change(history: duckdb.DuckDBPyConnection) -> None:
    counted = history.execute(
        "select count(*) from rpt_changes where council_id = 'randmoor'"
    ).fetchone()

    assert counted == (0,)


def test_a_meeting_is_known_as_its_pages_told_it_on_each_night(
    history: duckdb.DuckDBPyConnection,
) -> None:
    rows = history.execute(
        "select valid_from, venue, minutes_status, standing, is_current "
        "from fct_meeting_versions where meeting_id in ('fennholt-700', 'fennholt-701') "
        "order by meeting_id, valid_from"
    ).fetchall()

    assert rows == [
        (NIGHTS[0], "Guildhall", "none", "stands", False),
        (NIGHTS[1], "Library", "none", "stands", False),
        (NIGHTS[2], "Library", "published", "stands", True),
        (NIGHTS[0], "Guildhall", "none", "stands", False),
        (NIGHTS[2], "Guildhall", "none", "cancelled", True),
    ]


def test_as_of_any_day_the_items_say_what_their_pages_said(
    history: duckdb.DuckDBPyConnection, pages: list[PageVersion]
) -> None:
    for night in MONTH:
        moment = night + timedelta(hours=8)
        found = {
            key: (title, minutes)
            for key, title, minutes in history.execute(
                "select agenda_item_id, title, minutes_text from fct_agenda_item_versions "
                "where council_id = 'randmoor' and valid_from <= $1 "
                "and (valid_to is null or valid_to > $1)",
                [moment],
            ).fetchall()
        }
        assert found == said_on(pages, moment), night


def test_versions_of_an_item_never_overlap_and_always_differ(
    history: duckdb.DuckDBPyConnection,
) -> None:
    wrong = history.execute(
        "select earlier.agenda_item_version_id "
        "from fct_agenda_item_versions as earlier join fct_agenda_item_versions as later "
        "on earlier.agenda_item_id = later.agenda_item_id "
        "and later.version_number = earlier.version_number + 1 "
        "where earlier.valid_to is null or earlier.valid_to > later.valid_from "
        "or (earlier.valid_to = later.valid_from and earlier.title = later.title "
        "and earlier.description is not distinct from later.description "
        "and earlier.minutes_text is not distinct from later.minutes_text)"
    ).fetchall()
    counted = history.execute("select count(*) from fct_agenda_item_versions").fetchone()

    assert wrong == []
    assert counted is not None
    assert counted[0] > 60
