"""Where a council stands, on inspections made up for each rule: no grade that is not today's."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.questions.england import grades_by_year
from dashboard.questions.standing import standing_of, standing_of_all
from dashboard.snapshot import Snapshot

TABLES = """
create schema marts;
create table marts.dim_councils (
    council_id varchar, council_name varchar, region_name varchar, la_type varchar,
    gss_code varchar, ended_on date
);
create table marts.dim_grades (grade varchar, grade_rank bigint);
create table marts.dim_dates (date_day date, year_number bigint);
create table marts.fct_inspection_outcomes (
    council_id varchar default 'fennholt', inspection_event_id varchar,
    regime varchar default 'ILACS', event_type varchar default 'inspection',
    started_on date, ended_on date, published_on date, date_precision varchar default 'day',
    visit_number bigint, judgement_area varchar default 'overall_effectiveness', grade varchar,
    sources varchar default 'register', register_source_url varchar,
    source_url varchar default 'https://fennholt.example/report'
);
insert into marts.dim_councils values
    ('fennholt', 'Fennholt', 'North East', 'County', 'E10000099', null),
    ('marrow', 'Marrow', 'North East', 'County', 'E10000098', null),
    ('gone', 'Gone', 'North East', 'County', 'E10000097', '2023-03-31');
insert into marts.dim_grades values
    ('outstanding', 1), ('good', 2), ('requires_improvement', 3), ('inadequate', 4);
insert into marts.dim_dates
    select day::date, year(day)
    from range(date '2018-01-01', date '2027-01-01', interval 1 day) as days(day);
"""

Row = dict[str, Any]
Tell = Callable[..., Snapshot]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """A snapshot in which these inspections and visits are told of."""

    def told(*outcomes: Row) -> Snapshot:
        with duckdb.connect(str(tmp_path / "scrutiny.duckdb")) as con:
            con.execute(TABLES)
            for row in outcomes:
                row = {"inspection_event_id": f"{row['started_on']}"} | row
                con.execute(
                    f"insert into marts.fct_inspection_outcomes ({', '.join(row)}) "
                    f"values ({', '.join('?' * len(row))})",
                    list(row.values()),
                )
        snapshot = Snapshot.in_folder(tmp_path)
        assert snapshot
        return snapshot

    return told


def judged(grade: str | None, on: date, area: str = "overall_effectiveness", **more: Any) -> Row:
    return {"grade": grade, "started_on": on, "judgement_area": area} | more


def visited(on: date, **more: Any) -> Row:
    return judged(None, on, event_type="monitoring_visit") | {"judgement_area": None} | more


def test_the_newest_judgement_is_the_grade(tell: Tell):
    stands = standing_of(
        tell(judged("inadequate", date(2019, 5, 7)), judged("good", date(2022, 6, 1))), "fennholt"
    )

    assert stands["standing"] == "good"
    assert stands["judged_on"] == date(2022, 6, 1)
    assert not stands["is_inadequate"]
    assert stands["inadequate_since"] is None


def test_a_newer_inspection_whose_grades_are_not_known_hides_the_older_grade(tell: Tell):
    stands = standing_of(
        tell(judged("inadequate", date(2019, 5, 7)), judged(None, date(2022, 6, 1))), "fennholt"
    )

    assert stands["standing"] == "unknown"
    assert not stands["is_inadequate"]


def test_an_inspection_by_area_alone_brings_no_overall_grade_forward(tell: Tell):
    on = date(2026, 5, 11)
    stands = standing_of(
        tell(
            judged("inadequate", date(2022, 6, 1)),
            judged(None, on),
            judged("good", on, "leaders_impact"),
            judged("requires_improvement", on, "care_leavers"),
        ),
        "fennholt",
    )

    assert stands["standing"] == "by_area"
    assert not stands["is_inadequate"]


def test_without_an_overall_grade_one_inadequate_area_counts(tell: Tell):
    on = date(2026, 5, 11)
    stands = standing_of(
        tell(
            judged("good", date(2022, 6, 1)),
            judged(None, on),
            judged("good", on, "leaders_impact"),
            judged("inadequate", on, "care_leavers"),
        ),
        "fennholt",
    )

    assert stands["is_inadequate"]
    assert stands["inadequate_areas"] == ["care_leavers"]
    assert stands["inadequate_since"] == on


def test_an_inadequate_area_beside_a_better_overall_grade_makes_nobody_inadequate(tell: Tell):
    on = date(2024, 5, 13)
    stands = standing_of(
        tell(judged("requires_improvement", on), judged("inadequate", on, "care_leavers")),
        "fennholt",
    )

    assert stands["standing"] == "requires_improvement"
    assert not stands["is_inadequate"]


def test_visits_never_change_the_grade_and_count_only_since_the_judgement(tell: Tell):
    stands = standing_of(
        tell(
            visited(date(2020, 1, 14), visit_number=4),
            judged("inadequate", date(2022, 7, 18)),
            visited(date(2023, 3, 14), visit_number=1),
            visited(date(2024, 2, 6), visit_number=2),
        ),
        "fennholt",
    )

    assert stands["standing"] == "inadequate"
    assert (stands["visits_since"], stands["last_visit_number"]) == (2, 2)
    assert stands["last_visit_on"] == date(2024, 2, 6)


def test_inadequate_since_is_the_first_of_the_inspections_in_a_row(tell: Tell):
    stands = standing_of(
        tell(
            judged("inadequate", date(2014, 3, 3)),
            judged("good", date(2016, 3, 3)),
            judged("inadequate", date(2020, 1, 20)),
            judged("inadequate", date(2024, 9, 30)),
        ),
        "fennholt",
    )

    assert stands["inadequate_since"] == date(2020, 1, 20)


@pytest.mark.parametrize("regime", ["AREA_SEND", "HMIP_YJ", "JTAI", "SCCIF_CHILDRENS_HOME"])
def test_what_was_judged_under_another_framework_is_no_grade_of_childrens_services(
    tell: Tell, regime: str
):
    stands = standing_of(tell(judged("inadequate", date(2024, 5, 13), regime=regime)), "fennholt")

    assert stands["standing"] == "none"


def test_abolished_councils_stand_nowhere_and_the_troubled_come_first(tell: Tell):
    snapshot = tell(
        judged("good", date(2022, 6, 1)),
        judged("inadequate", date(2021, 6, 1), council_id="marrow"),
        judged("inadequate", date(2021, 6, 1), council_id="gone"),
    )

    assert [row["council_id"] for row in standing_of_all(snapshot)] == ["marrow", "fennholt"]


def test_each_year_counts_the_grade_held_at_its_end(tell: Tell):
    snapshot = tell(
        judged("inadequate", date(2017, 6, 1), council_id="gone"),
        judged("inadequate", date(2022, 6, 1)),
        judged("good", date(2024, 6, 1)),
    )

    assert {
        (row["year_number"], row["standing"]): row["councils"] for row in grades_by_year(snapshot)
    } == {
        **{(year, "inadequate"): 1 for year in (2018, 2019, 2020, 2021, 2023)},
        (2022, "inadequate"): 2,
        (2024, "good"): 1,
    }
