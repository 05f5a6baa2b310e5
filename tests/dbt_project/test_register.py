"""The bundled register against Ofsted's own published files, and the councils it speaks of."""

import csv
import tomllib
from datetime import date
from pathlib import Path

import duckdb
import pytest

REPOSITORY = Path(__file__).parents[2]
REFERENCE = REPOSITORY.parent / "shared" / "reference"
GRADES = {
    "Outstanding": "outstanding",
    "Good": "good",
    "Requires improvement to be good": "requires_improvement",
    "Inadequate": "inadequate",
    "": None,
}
AREAS = {
    "overall_effectiveness": "overall_effectiveness",
    "impact_of_leaders": "leaders_impact",
    "help_and_protection": "help_and_protection",
}


def official(name: str) -> list[dict[str, str]]:
    path = REFERENCE / name
    if not path.exists():
        pytest.skip(f"no {name} beside the checkout: Ofsted's own file is not at hand")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="session")
def council_of(warehouse: duckdb.DuckDBPyConnection) -> dict[str, str]:
    rows = warehouse.execute(
        "select gss_code, previous_gss_code, council_id from dim_councils"
    ).fetchall()
    return {code: council for *codes, council in rows for code in codes if code}


def test_every_official_ilacs_inspection_stands_with_the_same_grades(
    warehouse: duckdb.DuckDBPyConnection, council_of: dict[str, str]
) -> None:
    published = [
        row for row in official("official_ilacs_2018_2025.csv") if row["la_status"] == "Current"
    ]
    found = {
        (council, str(day), area): (grade, str(published_on))
        for council, day, area, grade, published_on in warehouse.execute(
            "select council_id, started_on, judgement_area, grade, published_on "
            "from fct_inspection_outcomes where regime = 'ILACS' and event_type = 'inspection'"
        ).fetchall()
    }
    disagreements = []
    for row in published:
        combined = "children_in_care_and_care_leavers"
        care = {"in_care": combined if row["inspection_date"] < "2023" else "children_in_care"}
        if row["care_leavers"]:
            care["care_leavers"] = "care_leavers"
        for theirs, ours in (AREAS | care).items():
            key = (council_of[row["ons_code"]], row["inspection_date"], ours)
            expected = (GRADES[row[theirs]], row["publication_date"])
            if found.get(key) != expected:
                disagreements.append((key, found.get(key), expected))

    assert len(published) == 268
    assert disagreements == []


@pytest.mark.parametrize(
    ("official_type", "event_type", "count"),
    [
        ("ILACS Focused Visit", "focused_visit", 183),
        ("LA Monitoring visit", "monitoring_visit", 108),
    ],
)
def test_every_official_visit_stands_with_its_theme(
    official_type: str,
    event_type: str,
    count: int,
    warehouse: duckdb.DuckDBPyConnection,
    council_of: dict[str, str],
) -> None:
    published = {
        (council_of[row["ons_code"]], row["inspection_date"], row["visit_theme"])
        for row in official("official_visits_2021_2025.csv")
        if row["event_type"] == official_type
    }
    found = {
        (council, str(day), theme)
        for council, day, theme in warehouse.execute(
            "select council_id, started_on, theme from fct_inspection_outcomes "
            "where event_type = ?",
            [event_type],
        ).fetchall()
    }

    assert len(published) == count
    assert published - found == set()


def test_no_english_council_judgement_outlives_its_area(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select distinct judgement_area, grade_status from fct_inspection_outcomes "
        "where regime = 'ILACS' and council_id in ('brent', 'somerset') "
        "and started_on >= '2026-04-01' order by all"
    ).fetchall()
    combined = warehouse.execute(
        "select max(started_on) < '2023-01-01' from fct_inspection_outcomes "
        "where judgement_area = 'children_in_care_and_care_leavers'"
    ).fetchone()

    assert rows == [
        ("care_leavers", "graded"),
        ("children_in_care", "graded"),
        ("help_and_protection", "graded"),
        ("leaders_impact", "graded"),
        ("overall_effectiveness", "not_judged"),
    ]
    assert combined == (True,)


def test_help_and_protection_of_st_helens_is_what_the_report_says(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    grade = warehouse.execute(
        "select grade from fct_inspection_outcomes where council_id = 'st-helens' "
        "and year(started_on) = 2023 and judgement_area = 'help_and_protection'"
    ).fetchone()

    assert grade == ("requires_improvement",)


def test_the_slug_of_the_registry_wins_and_the_register_follows_it(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    councils = warehouse.execute(
        "select council_id, gss_code, dfe_la_number from dim_councils "
        "where council_name = 'Barnsley'"
    ).fetchall()
    inspections = warehouse.execute(
        "select count(distinct inspection_event_id) from fct_inspection_outcomes "
        "where council_id = 'barnsley-mbc' and regime = 'ILACS' and event_type = 'inspection'"
    ).fetchone()

    assert councils == [("barnsley-mbc", "E08000038", 370)]
    assert inspections == (2,)


def test_an_inspection_that_a_newer_release_alone_holds_is_an_outcome(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select judgement_area, grade, grade_status, register_source_url, "
        "fetched_at::date::varchar, page_sha256 from fct_inspection_outcomes "
        "where council_id = 'herefordshire' and started_on = '2026-10-05' order by 1"
    ).fetchall()

    told = ("https://register.example/herefordshire", "2027-08-30", None)
    assert rows == [
        ("care_leavers", "outstanding", "graded", *told),
        ("children_in_care", "good", "graded", *told),
        ("help_and_protection", "requires_improvement", "graded", *told),
        ("leaders_impact", "good", "graded", *told),
        ("overall_effectiveness", None, "not_judged", *told),
    ]


def test_an_inspection_that_the_register_holds_is_not_told_twice_by_a_release(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    days = warehouse.execute(
        "select distinct started_on::varchar from fct_inspection_outcomes where event_type = "
        "'inspection' and regime = 'ILACS' and council_id = 'herefordshire' "
        "and year(started_on) = 2022"
    ).fetchall()

    assert days == [("2022-07-18",)]


def test_every_english_council_is_there_beside_those_of_the_registry(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    counts = warehouse.execute(
        "select count(*) filter (where region_name is not null and ended_on is null), "
        "count(*) filter (where ended_on is not null), count(*) filter (where is_in_registry) "
        "from dim_councils"
    ).fetchone()

    assert counts == (153, 3, 6)


def test_the_bundled_registry_holds_the_moderngov_councils_of_the_register() -> None:
    registry = tomllib.loads(
        (REPOSITORY / "scrapers" / "councils.toml").read_text(encoding="utf-8")
    )["councils"]
    seed = REPOSITORY / "dbt_project" / "seeds" / "english_councils.csv"
    with seed.open(encoding="utf-8", newline="") as lines:
        councils = {row["council_id"]: row for row in csv.DictReader(lines)}

    assert len(registry) == 133
    assert list(registry) == sorted(registry)
    for slug, entry in registry.items():
        assert {key: value for key, value in entry.items() if key != "aliases"} == {
            "name": councils[slug]["council_name"],
            "gss_code": councils[slug]["gss_code"],
            "dfe_la_number": int(councils[slug]["dfe_la_number"]),
            "base_url": councils[slug]["base_url"],
        }


@pytest.mark.parametrize(
    ("code", "day", "council"),
    [
        ("E08000016", date(2025, 4, 30), "barnsley-mbc"),  # as the registry calls it
        ("E08000016", date(2025, 5, 1), None),
        ("E08000038", date(2025, 5, 1), "barnsley-mbc"),
        ("E08000039", date(2026, 1, 1), "sheffield"),
        ("E10000006", date(2023, 3, 31), "cumbria"),
        ("E06000063", date(2023, 3, 31), None),
        ("E06000063", date(2023, 4, 1), "cumberland"),
    ],
)
def test_a_code_meant_one_council_on_a_day(
    code: str, day: date, council: str | None, warehouse: duckdb.DuckDBPyConnection
) -> None:
    found = warehouse.execute(
        "select council_id from dim_council_versions where gss_code = $1 "
        "and coalesce(valid_from <= $2, true) and coalesce(valid_to >= $2, true)",
        [code, day],
    ).fetchall()

    assert found == ([(council,)] if council else [])


def test_reorganised_councils_name_each_other(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select council_id, predecessors, successors from dim_council_versions "
        "where coalesce(predecessors, successors) is not null"
    ).fetchall()
    told = {council: (predecessors, successors) for council, predecessors, successors in rows}

    assert told["northamptonshire"] == (None, "North Northamptonshire; West Northamptonshire")
    assert told["west-northamptonshire"] == ("part of Northamptonshire", None)
    assert told["bournemouth-christchurch-and-poole"] == (
        "Bournemouth; Poole; part of Dorset",
        None,
    )


def test_codes_of_councils_began_when_the_reference_says(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    begun = dict(
        warehouse.execute(
            "select gss_code, strftime(valid_from, '%d/%m/%Y') from dim_council_versions "
            "where is_current"
        ).fetchall()
    )

    assert begun == {row["gss_code"]: row["date_of_operation"] for row in official("councils.csv")}
