"""The main job as its users see it: commands on a home, and what they publish."""

import json
import os
import shutil
import signal
import time
import tomllib
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from orchestration.home import Home
from orchestration.importing import import_pages
from scrapers.archive import Archive
from scrapers.samples.registry import registry_text
from tests.orchestration.homes import TestHome, passing_on

FACTS = ["fct_recommendations", "fct_inspection_mentions", "fct_inspection_outcomes"]
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.xdist_group("main job")


@pytest.fixture
def empty_home(tmp_path):
    return TestHome(tmp_path / "home")


def test_the_demo_publishes_every_table_and_fills_the_facts(demo):
    expected = tomllib.loads(Path("tests/dbt_project/contract.toml").read_text())

    published = {name for (name,) in demo.ask("select table_name from duckdb_tables()")}

    assert set(expected["tables"]) <= published
    for fact in FACTS:
        assert demo.ask(f"select count(*) from marts.{fact}") > [(20,)]


def test_the_demo_prints_what_it_found_with_the_pages_address(demo_said):
    assert (
        "Thornbury Vale: inadequate in all four areas, inspected 18–29 July 2022, first minuted "
        in demo_said
    )
    assert "on its third monitoring visit\n    http://127.0.0.1:" in demo_said


def test_parquet_and_data_package_hold_the_same_tables(demo):
    package = json.loads((demo.root / "published/datapackage.json").read_text())
    tables = demo.ask("select table_name, schema_name from duckdb_tables()")
    schemas = {name: [schema for found, schema in tables if found == name] for name, _ in tables}

    for resource in package["resources"]:
        path = demo.root / "published" / resource["path"]
        in_parquet = demo.ask(f"select count(*) from read_parquet('{path}')")
        (schema,) = schemas[resource["name"]]
        assert in_parquet == demo.ask(f"select count(*) from {schema}.{resource['name']}")
        assert resource["description"]
        assert all(field["description"] for field in resource["schema"]["fields"])


STRETCH = "substr(field, evidence_start + 1, evidence_end - evidence_start)"


@pytest.mark.parametrize(
    ("fact", "words", "stretch"),
    [
        # A recommendation's text is its stretch with white space squashed.
        ("fct_recommendations", "text", f"trim(regexp_replace({STRETCH}, '\\s+', ' ', 'g'))"),
        ("fct_inspection_mentions", "evidence", STRETCH),
    ],
)
def test_every_evidence_is_found_at_its_place_to_the_letter(demo, fact, words, stretch):
    wrong = demo.ask(f"""
        select evidence_field, evidence_start, evidence_end
        from (
            select
                f.*,
                case f.evidence_field
                    when 'minutes_text' then i.minutes_text
                    when 'description' then i.description
                    when 'title' then i.title
                end as field
            from marts.{fact} as f
            left join marts.fct_agenda_items as i using (agenda_item_id)
        )
        where field is null or evidence_end > length(field) or evidence_start >= evidence_end
            or {words} <> {stretch}
    """)

    assert wrong == []


def test_every_page_hash_is_found_in_the_archive(demo):
    archive = Archive(demo.root / "archive")
    hashes = demo.ask("select distinct council_id, page_sha256 from marts.fct_agenda_items")

    assert len(hashes) > 50
    assert all(archive.by_sha256(council, sha256) for council, sha256 in hashes)


def test_a_nightly_straight_after_changes_nothing_and_asks_for_little(home):
    before = home.marts()

    said = home.scrutiny("nightly")

    assert said.returncode == 0, said.stderr
    assert home.marts() == before
    asked = [
        line
        for line in home.scrutiny("status").stdout.splitlines()
        if line.strip().startswith("asked")
    ]
    assert len(asked) == 5
    assert all(int(line.split()[1]) <= 10 for line in asked)


def test_a_replay_without_any_site_gives_the_same(home):
    before = home.marts()
    shutil.rmtree(home.root / "warehouse")
    shutil.rmtree(home.root / "landing")

    said = home.scrutiny("replay")

    assert said.returncode == 0, said.stderr
    assert home.marts() == before


def test_nothing_is_written_outside_the_home(demo):
    written = {path.name for path in demo.root.iterdir()}

    assert written == {
        "archive", "dagster", "dbt", "landing", "locks", "published", "samples.toml", "warehouse",
    }  # fmt: skip


def test_a_run_stopped_in_its_crawl_then_killed_in_its_build_is_completed_by_the_next(
    demo, empty_home
):
    home = empty_home
    home.root.mkdir()
    # The same sites at the same addresses.
    shutil.copy(demo.root / "samples.toml", home.root)
    stopped = start_until(home, "archive/ravensclough")
    os.killpg(stopped.pid, signal.SIGINT)
    output, _ = stopped.communicate(timeout=60)
    assert stopped.returncode == 130, output
    killed = start_until(home, "warehouse/scrutiny.duckdb")
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()

    said = home.scrutiny("nightly")

    assert said.returncode == 0, said.stderr
    assert home.marts() == demo.marts()


def test_a_changed_page_or_a_dead_site_fails_its_council_and_leaves_its_rows(home, tmp_path, sites):
    with passing_on(sites, _troubled) as (address, _):
        home.registry = tmp_path / "councils.toml"
        home.registry.write_text(registry_text(address))
        before = home.marts()

        said = home.scrutiny("nightly")

    assert said.returncode == 3, said.stderr
    assert "aldermarch: failed" in said.stderr
    assert "carrowbrook: failed" in said.stderr
    told = home.scrutiny("status").stdout
    assert "PageChangedError" in told
    assert "SiteFailedError" in told
    after = home.marts()
    for fact in FACTS:
        assert len(after[fact]) == len(before[fact])


def test_a_second_run_in_one_home_is_told(home):
    with FileLock(home.root / "locks" / "thornbury-vale.lock"):
        said = home.scrutiny("nightly", "--council", "thornbury-vale")

    assert said.returncode == 4
    assert "another run holds thornbury-vale" in said.stderr


def test_the_command_of_a_second_night_ends_with_4_and_one_line(home):
    with FileLock(home.root / "locks" / "nightly-0.lock"):
        said = home.scrutiny("nightly")

    assert said.returncode == 4
    assert said.stderr.strip() == f"scrutiny: another run holds nightly-0 of {home.root}"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nightly", "--council", "atlantis"], "no council 'atlantis'"),
        (["backfill", "--council", "bury", "--from", "2022-02-01", "--to", "2022-01-01"], "after"),
        (["backfill", "--council", "bury", "--from", "May", "--to", "2022-01-01"], "May"),
        (["import", "/nowhere", "--council", "bury"], "/nowhere"),
        (["read"], "FILE"),
        (["nonsense"], "nonsense"),
    ],
)
def test_a_wrong_call_ends_with_2_and_says_what_is_wrong(empty_home, arguments, complaint):
    said = empty_home.scrutiny(*arguments)

    assert said.returncode == 2
    assert complaint in said.stderr


def test_a_wrong_registry_ends_with_2(tmp_path):
    registry = tmp_path / "councils.toml"
    registry.write_text("[councils.x]\nname = 1\n")

    said = TestHome(tmp_path / "home", registry).scrutiny("councils")

    assert said.returncode == 2
    assert "council 'x'" in said.stderr


def test_the_demo_refuses_a_home_of_real_councils(empty_home):
    (empty_home.root / "archive" / "bury").mkdir(parents=True)

    said = empty_home.scrutiny("demo")

    assert said.returncode == 4
    assert "never mix with real ones" in said.stderr


@pytest.mark.skipif(not SEEDS.exists(), reason="the seed texts lie outside the project")
def test_imported_seeds_stand_in_the_warehouse(empty_home, tmp_path):
    bcp = "bournemouth-christchurch-and-poole"
    seeds = {bcp: "00[01]_*", "herefordshire": "002_*", "bury": "003_*", "barnsley": "004_*"}
    home = Home(empty_home.root)
    for number, (slug, pattern) in enumerate(seeds.items()):
        (tmp_path / slug).mkdir()
        for text in SEEDS.glob(f"{pattern}.txt"):
            shutil.copy(text, tmp_path / slug)
        if slug != "barnsley":
            import_pages(home, home.registry().council(slug), tmp_path / slug, str(number))

    # The last one as its users do it; its build takes in what the others archived.
    said = empty_home.scrutiny("import", str(tmp_path / "barnsley"), "--council", "barnsley")

    assert said.returncode == 0, said.stderr
    decisions = empty_home.ask(
        "select council_id, count(*) from marts.fct_recommendations where not is_inline group by 1"
    )
    assert dict(decisions) == {bcp: 1, "herefordshire": 5, "bury": 1, "barnsley": 3}
    mentions = empty_home.ask(
        "select council_id, count(*) from marts.fct_inspection_mentions group by 1"
    )
    assert dict(mentions) == {bcp: 4, "herefordshire": 1}
    assert empty_home.ask(
        "select started_on, ended_on, sources, agreement from marts.fct_inspection_outcomes "
        f"where council_id = '{bcp}' and visit_number = 2 and event_type = 'monitoring_visit'"
    ) == [(date(2022, 10, 4), date(2022, 10, 5), "both", "agrees")]


def start_until(home, reached):
    """Start a nightly and return it when it has made so much."""
    running = home.start("nightly")
    while not (home.root / reached).exists():
        assert running.poll() is None, running.stdout.read()
        time.sleep(0.01)
    return running


def _troubled(path, body):
    """Carrowbrook has other names for its classes, Aldermarch is down."""
    is_carrowbrook = path.startswith("/carrowbrook")
    status = 500 if path.startswith("/aldermarch") else 200
    return status, body.replace(b"mg", b"xy") if is_carrowbrook else body
