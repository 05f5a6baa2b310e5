"""From what pages say to what happened: events, grades, numbers and who tells of them."""

from collections.abc import Callable
from datetime import date

import duckdb
import pytest

Outcome = Callable[..., tuple]


@pytest.fixture(scope="session")
def outcome(warehouse: duckdb.DuckDBPyConnection) -> Outcome:
    def find(event: str, area: str | None, *columns: str) -> tuple:
        [row] = warehouse.execute(
            f"select {', '.join(columns)} from fct_inspection_outcomes "
            "where inspection_event_id = ? and judgement_area is not distinct from ?",
            [event, area],
        ).fetchall()
        return row

    return find


ALDERMERE_2022 = "aldermere-ilacs-inspection-2022-07-18"


def test_minutes_that_state_the_registers_grade_agree(outcome: Outcome) -> None:
    assert outcome(
        ALDERMERE_2022, "overall_effectiveness",
        "grade", "sources", "agreement", "mention_count", "first_minuted_on",
        "days_to_first_scrutiny",
    ) == ("inadequate", "both", "agrees", 2, date(2022, 10, 5), 14)  # fmt: skip


def test_minutes_that_state_another_grade_contradict_and_change_nothing(outcome: Outcome) -> None:
    assert outcome(ALDERMERE_2022, "help_and_protection", "grade", "agreement") == (
        "inadequate",
        "contradicts",
    )


def test_an_area_no_page_grades_is_the_registers_alone(outcome: Outcome) -> None:
    assert outcome(ALDERMERE_2022, "leaders_impact", "grade", "agreement") == (
        "inadequate",
        "register_only",
    )


def test_a_row_of_both_sources_is_traced_to_its_first_page(outcome: Outcome) -> None:
    assert outcome(
        ALDERMERE_2022, "overall_effectiveness", "source_url", "page_sha256", "register_source_url"
    ) == (
        "https://aldermere.example/agenda_item/1002",
        "aldermere/agenda_item:1002/20261101",
        "https://register.example/aldermere/2022",
    )


def test_another_councils_grade_makes_no_event(warehouse: duckdb.DuckDBPyConnection) -> None:
    row = warehouse.execute(
        "select inspection_event_id from fct_inspection_mentions where not is_own_council"
    ).fetchall()

    assert row == [(None,)]


def test_a_standing_rating_makes_no_event(warehouse: duckdb.DuckDBPyConnection) -> None:
    row = warehouse.execute(
        "select inspection_event_id from fct_inspection_mentions "
        "where regime = 'OFSTED_CS_UNSPECIFIED'"
    ).fetchall()

    assert row == [(None,)]


def test_an_inspection_the_register_would_know_of_is_not_made_from_a_date_misread(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    inspections = warehouse.execute(
        "select distinct started_on from fct_inspection_outcomes "
        "where council_id = 'aldermere' and event_type = 'inspection' order by 1"
    ).fetchall()

    assert inspections == [(date(2022, 7, 18),), (date(2024, 11, 11),)]


def test_a_planned_visit_has_not_happened(warehouse: duckdb.DuckDBPyConnection) -> None:
    row = warehouse.execute(
        "select inspection_event_id from fct_inspection_mentions where occurrence = 'scheduled'"
    ).fetchall()

    assert row == [(None,)]


def test_visits_are_numbered_from_what_minutes_state(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select started_on, visit_number, sources, agreement, mention_count, first_minuted_on "
        "from fct_inspection_outcomes "
        "where council_id = 'aldermere' and event_type = 'monitoring_visit' order by started_on"
    ).fetchall()

    assert rows == [
        (date(2023, 3, 1), 1, "minutes", "minutes_only", 2, date(2023, 7, 12)),
        (date(2023, 6, 28), 2, "both", "agrees", 1, date(2023, 7, 12)),
        (date(2023, 9, 26), 3, "both", "agrees", 1, date(2023, 10, 10)),
        (date(2024, 2, 21), 4, "register", "register_only", 0, None),
    ]


def test_seven_visits_of_herefordshire_are_numbered_one_to_seven(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    numbers = warehouse.execute(
        "select visit_number from fct_inspection_outcomes "
        "where council_id = 'herefordshire' and event_type = 'monitoring_visit' "
        "order by started_on"
    ).fetchall()

    assert numbers == [(n,) for n in range(1, 8)]


def test_movement_compares_the_same_area_and_never_fills_one_from_another(outcome: Outcome) -> None:
    again = "aldermere-ilacs-inspection-2024-11-11"

    assert outcome(again, "overall_effectiveness", "previous_grade", "movement") == (
        "inadequate",
        "improved",
    )
    assert outcome(again, "children_in_care", "previous_grade", "movement") == (None, "first")


def test_no_overall_judgement_is_made_after_march_2026_whatever_minutes_say(
    outcome: Outcome,
) -> None:
    registered = "brackwater-ilacs-inspection-2026-05-11"
    minuted = "brackwater-ilacs-inspection-2026-10-01"

    assert outcome(registered, "overall_effectiveness", "grade", "grade_status", "agreement") == (
        None,
        "not_judged",
        "contradicts",
    )
    assert outcome(minuted, "overall_effectiveness", "grade", "grade_status") == (
        None,
        "not_judged",
    )
    assert outcome(minuted, "children_in_care", "grade", "sources", "movement") == (
        "good",
        "minutes",
        "same",
    )


def test_an_inspection_of_unknown_fieldwork_is_found_by_its_publication(outcome: Outcome) -> None:
    assert outcome("brackwater-jtai-jtai-2023-07-18", None, "sources", "grade_status") == (
        "both",
        "not_graded_event",
    )


def test_a_year_means_the_one_inspection_that_lies_in_it(outcome: Outcome) -> None:
    assert outcome(
        "brackwater-ilacs-inspection-2019-03-04", "overall_effectiveness", "agreement"
    ) == ("agrees",)


def test_an_undated_grade_that_fits_several_events_is_linked_to_none(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    row = warehouse.execute(
        "select inspection_event_id from fct_inspection_mentions "
        "where evidence = 'having been graded good'"
    ).fetchone()

    assert row == (None,)


def test_an_undated_grade_that_fits_one_inspection_alone_is_linked_to_it(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    row = warehouse.execute(
        "select inspection_event_id, resolved_by from fct_inspection_mentions "
        "where evidence = 'graded outstanding for care'"
    ).fetchone()

    assert row == ("brackwater-ilacs-inspection-2019-03-04", "grade")


def test_a_stated_publication_date_is_not_taken_for_fieldwork(outcome: Outcome) -> None:
    assert outcome(
        "brackwater-pre_sif-inspection-2011-06-01",
        None,
        "started_on",
        "published_on",
        "grade_status",
    ) == (None, date(2011, 6, 1), "unknown")


def test_a_graded_inspection_known_only_from_minutes_is_one_event(outcome: Outcome) -> None:
    event = "dunmarsh-ilacs-inspection-2023-02-01"

    assert outcome(
        event, "overall_effectiveness",
        "grade", "agreement", "mention_count", "first_minuted_on", "days_to_first_scrutiny",
    ) == ("inadequate", "minutes_only", 6, date(2023, 4, 18), None)  # fmt: skip
    assert outcome(
        "brackwater-hmip_yj-inspection-2022-09-01", "overall_effectiveness", "grade"
    ) == ("good",)


def test_pages_that_divide_evenly_leave_a_grade_unknown(outcome: Outcome) -> None:
    assert outcome(
        "dunmarsh-ilacs-inspection-2023-02-01", "leaders_impact", "grade", "grade_status"
    ) == (None, "unknown")


def test_an_area_no_longer_judged_on_that_day_is_left_out(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    areas = warehouse.execute(
        "select judgement_area from fct_inspection_outcomes "
        "where inspection_event_id = 'dunmarsh-ilacs-inspection-2023-02-01' order by 1"
    ).fetchall()

    assert areas == [("leaders_impact",), ("overall_effectiveness",)]


def test_a_visit_known_by_its_number_alone_is_one_event_without_a_day(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select started_on, visit_number, mention_count from fct_inspection_outcomes "
        "where council_id = 'dunmarsh' and event_type = 'monitoring_visit'"
    ).fetchall()

    assert rows == [(None, 5, 2)]


def test_intervention_steps_are_merged_over_the_pages_that_tell_of_them(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select intervention_type, service, stated_on, date_from, first_minuted_on, mention_count "
        "from fct_interventions order by council_id, service desc"
    ).fetchall()

    assert rows == [
        ("improvement_notice", "social_care", None, date(2021, 5, 1), date(2022, 10, 5), 2),
        ("improvement_notice", "send", None, None, date(2023, 7, 12), 1),
        (
            "adviser_or_commissioner", "social_care", date(2023, 3, 3), date(2023, 3, 3),
            date(2023, 4, 18), 2,
        ),
    ]  # fmt: skip
