"""The stories hold together: what the server may rely on, and what the register says of them."""

import csv
import tomllib
from datetime import date
from pathlib import Path

import pytest

from scrapers.samples.loading import COUNCILS, load_stories, load_story
from scrapers.samples.registry import REGISTER, registry_text
from scrapers.samples.story import Story

STORIES = load_stories()
REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "councils.csv"
GRADES = {"outstanding", "good", "requires_improvement", "inadequate"}
AREAS = (
    "overall_effectiveness", "leaders_impact", "help_and_protection",
    "children_in_care_and_care_leavers", "children_in_care", "care_leavers",
)  # fmt: skip
COLUMNS = [
    "council_id", "regime", "event_type", "started_on", "ended_on", "date_precision",
    "published_on", "visit_number", "theme", *AREAS, "children_looked_after_permanence",
    "adoption_performance", "leadership_management_governance", "lscb", "source_url",
]  # fmt: skip


def register() -> list[dict[str, str]]:
    with REGISTER.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_five_councils_and_the_registry_names_them():
    registry = tomllib.loads(registry_text("http://127.0.0.1:8000"))

    assert list(registry["councils"]) == list(STORIES)
    assert len(STORIES) == 5
    assert registry["councils"]["thornbury-vale"] == {
        "name": "Thornbury Vale",
        "base_url": "http://127.0.0.1:8000/thornbury-vale",
        "delay_seconds": 0,
    }
    assert all(Path(path).is_file() for path in registry["register"]["files"])


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_ids_are_unique_within_a_council(story: Story):
    meetings = [meeting.id for meeting in story.meetings]
    items = [item.id for _, item in story.items()]
    papers = [paper.id for _, item in story.items() for paper in item.papers()]

    for ids in (meetings, items, papers):
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_people_and_issues_named_in_a_meeting_are_known(story: Story):
    for meeting in story.meetings:
        members = {name for name, role, _ in meeting.attendances() if role != "Officer"}
        assert set(meeting.apologies) | set(meeting.absent) <= members, meeting.id
    assert {item.issue for _, item in story.items() if item.issue} == set(story.issues)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_nobody_minutes_a_meeting_that_has_not_been_held(story: Story):
    today = date(2026, 11, 21)  # the day on which the stories stand still
    for meeting in story.meetings:
        assert meeting.has_minutes == (meeting.on <= today and not meeting.is_cancelled)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES.keys())
def test_each_council_has_meetings_of_a_committee_out_of_interest(story: Story):
    planning = [each for each in story.committees if each.name.startswith("Planning")]

    assert len(story.committees) >= 4
    assert len(story.meetings) >= 15
    assert story.meetings_of(planning[0])


def test_an_unknown_key_in_a_story_is_an_error(tmp_path: Path):
    text = (COUNCILS / "kelverton.toml").read_text(encoding="utf-8")
    path = tmp_path / "elsewhere.toml"
    path.write_text(text.replace("is_service = true", "is_servise = true"), encoding="utf-8")

    with pytest.raises(TypeError, match="is_servise"):
        load_story(path)


def test_the_register_has_the_columns_of_the_bundled_one():
    with REGISTER.open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == COLUMNS
    assert {row["council_id"] for row in register()} == set(STORIES)


def test_register_rows_are_dated_and_graded_as_their_time_allows():
    for row in register():
        started, ended, published = (
            date.fromisoformat(row[key]) for key in ("started_on", "ended_on", "published_on")
        )
        given = {area: row[area] for area in AREAS if row[area]}
        expected: set[str] = set()
        if row["regime"] == "ILACS" and row["event_type"] == "inspection":
            expected = {"leaders_impact", "help_and_protection"}
            is_split = started >= date(2023, 1, 1)
            expected |= (
                {"children_in_care", "care_leavers"}
                if is_split
                else {"children_in_care_and_care_leavers"}
            )
            if started < date(2026, 4, 1):
                expected.add("overall_effectiveness")

        assert started <= ended < published
        assert row["date_precision"] == "day"
        assert set(given) == expected, row["source_url"]
        assert set(given.values()) <= GRADES
        assert (row["event_type"] == "monitoring_visit") == bool(row["visit_number"])


def test_thornbury_vale_was_inadequate_in_all_four_areas():
    (row,) = [
        row
        for row in register()
        if row["council_id"] == "thornbury-vale" and row["started_on"] == "2022-07-18"
    ]

    assert row["ended_on"] == "2022-07-29"
    assert [row[area] for area in AREAS if row[area]] == ["inadequate"] * 4


def test_no_sample_council_bears_the_name_of_a_real_one():
    if not REFERENCE.exists():
        pytest.skip("no list of the real councils beside the checkout (../shared/reference)")
    real = REFERENCE.read_text(encoding="utf-8").lower()

    assert not [story.name for story in STORIES.values() if story.name.lower() in real]
