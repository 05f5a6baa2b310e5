import csv
import io
from datetime import date
from pathlib import Path

import pytest

from scrapers.errors import StatisticsError
from scrapers.ofsted import official_outcomes
from tests.scrapers.workbooks import workbook

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
HEADINGS = [
    "Local authority", "ONS code", "Region", "Inspection event type", "Inspection date",
    "Publication date", "Overall effectiveness",
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers", "Focus of visit", "Web link",
]  # fmt: skip
COVER = [["Local authority inspection outcomes as at 31 March 2027"], ["Invented for a test."]]
INSPECTION = [
    "Thornbury Vale", "E99000001", "Nowhere", "ILACS Standard Inspection", date(2026, 9, 14),
    date(2026, 11, 2), "Not applicable", "Inadequate", "Requires improvement to be good", "Good",
    "Outstanding", None, "https://register.example/1",
]  # fmt: skip
VISIT = [
    "Aldermarch", "E99000002", "Nowhere", "LA Monitoring visit", date(2026, 12, 1), None,
    None, None, None, None, None, "Front door", "https://register.example/2",
]  # fmt: skip


def sheet(*lines):
    return [["In-year inspections and visits"], [], HEADINGS, *lines]


def read(sheets, **given):
    return official_outcomes(workbook(sheets), name="statistics.ods", **given)


def test_a_workbook_gives_each_inspection_and_visit_with_its_grades_and_theme():
    inspection, visit = read({"Cover": COVER, "In year": sheet(INSPECTION, VISIT)})

    assert (inspection.as_at, inspection.release_kind) == (date(2027, 3, 31), "in_year")
    assert (inspection.event_type, inspection.started_on) == ("inspection", date(2026, 9, 14))
    assert inspection.overall_effectiveness is None
    assert inspection.leaders_impact == "inadequate"
    assert inspection.help_and_protection == "requires_improvement"
    assert (inspection.in_care, inspection.care_leavers) == ("good", "outstanding")
    assert inspection.source_url == "https://register.example/1"
    assert (visit.event_type, visit.theme) == ("monitoring_visit", "Front door")
    assert visit.published_on is None


def test_a_sheet_over_several_years_is_the_history_of_all():
    earlier = [*INSPECTION]
    earlier[4], earlier[5] = date(2019, 2, 4), date(2019, 4, 1)

    kinds = {o.release_kind for o in read({"Cover": COVER, "All": sheet(INSPECTION, earlier)})}

    assert kinds == {"ilacs_history"}


def test_a_csv_with_days_as_the_british_write_them_says_the_same():
    buffer = io.StringIO()
    lines = [[c.strftime("%d/%m/%Y") if isinstance(c, date) else c for c in VISIT]]
    csv.writer(buffer).writerows(sheet(*lines))

    [visit] = official_outcomes(
        buffer.getvalue().encode("cp1252"), name="outcomes_as_at_31_March_2027.csv"
    )

    assert (visit.started_on, visit.as_at) == (date(2026, 12, 1), date(2027, 3, 31))


def test_lines_of_other_regimes_and_sheets_of_other_things_are_left_alone():
    joint = [*INSPECTION]
    joint[3] = "JTAI"

    found = read({"Cover": COVER, "Counts": [["Region", "Good"]], "In year": sheet(joint, VISIT)})

    assert [outcome.event_type for outcome in found] == ["monitoring_visit"]


@pytest.mark.parametrize(
    ("place", "cell", "complaint"),
    [
        (7, "Excellent", "sheet 'In year', line 4: leaders_impact: 'Excellent'"),
        (3, "ILACS Surprise", "line 4: type of event 'ILACS Surprise'; expected one of ilacs"),
        (4, "soon", "line 4: started_on: 'soon'; expected a day"),
    ],
)
def test_what_is_not_known_is_an_error_that_names_sheet_and_line(place, cell, complaint):
    line = [*INSPECTION]
    line[place] = cell

    with pytest.raises(StatisticsError, match=complaint):
        read({"Cover": COVER, "In year": sheet(line)})


def test_a_heading_of_the_inspection_before_or_of_a_region_is_not_taken_for_the_lines_own():
    headings = ["ONS region code", "Previous overall effectiveness", *HEADINGS]
    line = ["E12000099", "Inadequate", *INSPECTION]

    [inspection] = read({"Cover": COVER, "In year": [headings, line]})

    assert inspection.overall_effectiveness is None
    assert inspection.gss_code == "E99000001"


def test_two_headings_of_one_thing_are_an_error_that_names_both():
    headings = [*HEADINGS, "Overall effectiveness (corrected)"]

    with pytest.raises(StatisticsError, match="'Overall effectiveness' and 'Overall effectiveness"):
        read({"Cover": COVER, "In year": [headings, [*INSPECTION, "Good"]]})


@pytest.mark.parametrize(
    ("sheets", "complaint"),
    [
        ({"Cover": COVER, "In year": [["Authority", "Grade"]]}, "no sheet has the headings"),
        ({"In year": sheet(VISIT)}, 'nothing says "as at" which day'),
    ],
)
def test_a_file_of_another_shape_is_refused(sheets, complaint):
    with pytest.raises(StatisticsError, match=complaint):
        read(sheets)


def test_what_is_no_workbook_is_refused():
    with pytest.raises(StatisticsError, match="not a workbook"):
        official_outcomes(b"<html>moved</html>", name="statistics.ods")


@pytest.mark.parametrize(
    ("name", "rows"),
    [("official_ilacs_2018_2025.csv", 271), ("official_visits_2021_2025.csv", 459)],
)
def test_ofsteds_own_releases_are_read_whole(name, rows):
    path = REFERENCE / name
    if not path.exists():
        pytest.skip(f"no {name} beside the checkout: Ofsted's own file is not at hand")

    found = official_outcomes(path.read_bytes(), name=name, as_at=date(2025, 3, 31))

    assert len(found) == rows
    assert all(outcome.source_url and outcome.source_url.startswith("https") for outcome in found)
