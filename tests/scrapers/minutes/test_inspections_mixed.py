"""Passages that speak of several kinds of inspection: each keeps what was said of it."""

from datetime import date

import pytest

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem


def told(text, held_on="2024-03-12", title="Children's services"):
    """Regime, kind, number, first day, area and grade of each mention, in a line of its own."""
    item = AgendaItem(
        item_position=1, title=title, minutes_text=text, held_on=date.fromisoformat(held_on)
    )
    return {
        f"{one.regime} {one.event_type} {one.visit_number or '-'} {one.date_from or '-'}"
        + (f" {one.judgement_area} {one.grade}" if one.grade else "")
        for one in read_inspection_mentions(item, council_name="Wexcombe")
    }


JTAI_LATER = "A JTAI on serious youth violence took place in October 2023."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Ofsted carried out the fourth monitoring visit on 6 February 2024. {JTAI_LATER}",
            {"ILACS monitoring_visit 4 2024-02-06", "JTAI jtai - 2023-10-01"},
        ),
        (
            "Since the inspection in July 2022, when Ofsted rated services inadequate, much had"
            f" been done. {JTAI_LATER}",
            {
                "ILACS inspection - 2022-07-01 overall_effectiveness inadequate",
                "JTAI jtai - 2023-10-01",
            },
        ),
        (
            "The HMIP inspection in July 2023 had praised the youth justice team. Separately,"
            " Ofsted's report of its March 2023 inspection gave an overall effectiveness grade of"
            " requires improvement.",
            {
                "HMIP_YJ inspection - 2023-07-01",
                "ILACS inspection - 2023-03-01 overall_effectiveness requires_improvement",
            },
        ),
        (
            "Ofsted's single inspection in March 2016 had judged the Council to be good overall."
            " The review of the Local Safeguarding Children Board, carried out at the same"
            " time, concluded that it required improvement.",
            {
                "SIF inspection - 2016-03-01 overall_effectiveness good",
                "LSCB_REVIEW inspection - - lscb requires_improvement",
            },
        ),
    ],
)
def test_a_regime_named_later_is_not_what_was_spoken_of_before(text, expected):
    assert told(text, title="Update") == expected


def test_visits_listed_by_number_alone_are_monitoring_visits_under_their_heading():
    text = (
        "Ofsted monitoring visits\n\nInspectors have been three times:\n\n"
        "Visit 1 - 4/5 May 2022 (front door)\nVisit 2 - 20/21 September 2022\n"
        "Visit 3 - 17/18 January 2023\n"
    )

    assert told(text) == {
        "ILACS monitoring_visit 1 2022-05-04",
        "ILACS monitoring_visit 2 2022-09-20",
        "ILACS monitoring_visit 3 2023-01-17",
    }


def test_the_visit_told_again_with_its_date_is_the_one_just_spoken_of():
    text = (
        "The report gave the outcome of Ofsted's second monitoring visit. The visit had taken"
        " place in June 2023 and looked at children in need."
    )

    assert told(text) == {"ILACS monitoring_visit 2 2023-06-01"}


def test_the_previous_one_is_a_visit_of_its_own():
    text = (
        "Ofsted's most recent monitoring visit was held on 7 and 8 June 2022; the previous one,"
        " in February 2022, had looked at permanence."
    )

    assert told(text) == {
        "ILACS monitoring_visit - 2022-06-07",
        "ILACS monitoring_visit - 2022-02-01",
    }


def test_an_area_excepted_from_all_has_its_own_grade():
    text = (
        "Ofsted inspected the Council under the ILACS framework in February 2024. The service was"
        " judged to be good in every area with the exception of care leavers, which was"
        " outstanding."
    )

    event = "ILACS inspection - 2024-02-01"
    assert told(text) == {
        f"{event} overall_effectiveness good",
        f"{event} care_leavers outstanding",
    }


def test_a_council_that_remains_inadequate_is_not_graded_by_the_visit_it_had():
    text = (
        "Ofsted's fifth monitoring visit to the Council, which remains inadequate, took place on"
        " 30 and 31 January 2024."
    )

    assert told(text) == {
        "ILACS monitoring_visit 5 2024-01-30",
        "ILACS inspection - - overall_effectiveness inadequate",
    }


def test_a_notice_and_its_end_have_each_their_day_however_long_the_sentence():
    text = (
        "The improvement notice that the Department for Education had served on the Council in"
        " March 2020 was lifted in January 2022."
    )

    assert told(text) == {
        "DFE_INTERVENTION improvement_notice - 2020-03-01",
        "DFE_INTERVENTION intervention_ended - 2022-01-01",
    }


def test_an_inspection_of_something_named_is_not_of_childrens_services():
    text = "Following an inspection of the crematorium the service was judged good."

    assert told(text, title="Bereavement services") == set()


def test_a_judgement_of_a_month_does_not_lend_it_to_the_visit_before():
    text = (
        "Ofsted had been back in October 2017 for a monitoring visit after the inadequate"
        " judgement of December 2016."
    )

    assert {line.split(" ", 1)[1] for line in told(text, "2018-01-01")} == {
        "monitoring_visit - 2017-10-01",
        "inspection - 2016-12-01 overall_effectiveness inadequate",
    }


def test_a_council_is_not_graded_under_the_regime_of_its_homes():
    text = (
        "The Council requires improvement to be good, as Ofsted judged in October 2022, whereas"
        " its children's home, The Willows, was judged outstanding in May 2023."
    )

    assert told(text, title="Update") == {
        "ILACS inspection - 2022-10-01 overall_effectiveness requires_improvement"
    }


def test_a_fostering_inspection_grades_the_fostering_service():
    text = "Ofsted's fostering inspection in April 2023 judged the fostering service Good."

    assert told(text, title="Update") == {
        "SCCIF_FOSTERING inspection - 2023-04-01 overall_effectiveness good"
    }


def test_a_recent_inspection_has_happened_though_its_report_is_to_come():
    text = "Members asked when the report of the recent ILACS would be available."

    assert told(text) == {"ILACS inspection - -"}
