"""Wordings of inspections met in many councils' minutes, and those that only look like them."""

from datetime import date

import pytest

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem

IMPROVEMENT = "Children's services improvement"
INTERVENTION = "DFE_INTERVENTION"


def read(minutes, *, title="Any"):
    item = AgendaItem(item_position=1, title=title, minutes_text=minutes, held_on=date(2024, 5, 14))
    return read_inspection_mentions(item, council_name="Wexcombe")


def graded(minutes, **fields):
    return {(one.date_as_stated, one.judgement_area, one.grade) for one in read(minutes, **fields)}


def events(minutes, **fields):
    return [(one.event_type, one.date_as_stated) for one in read(minutes, **fields)]


@pytest.mark.parametrize(
    "minutes",
    [
        "The last two inspections of children's services, in 2018 and 2022, were inadequate.",
        "Both Ofsted inspections, in 2018 and 2022, were discussed.",
    ],
)
def test_two_inspections_have_a_year_each(minutes):
    assert [found for _, found in events(minutes)] == ["2018", "2022"]


def test_what_both_inspections_judged_each_of_them_did():
    told = "Children's services had been rated inadequate at both inspections in 2018 and 2022."

    assert graded(told) == {
        ("2018", "overall_effectiveness", "inadequate"),
        ("2022", "overall_effectiveness", "inadequate"),
    }


@pytest.mark.parametrize(
    "told",
    [
        "The two Ofsted inspections in 2018 and 2022 judged us good and inadequate respectively.",
        "Of two Ofsted inspections in 2018 and 2022 the latter judged the council inadequate.",
    ],
)
def test_grades_of_two_inspections_are_not_shared_out_by_guess(told):
    assert {grade for _, _, grade in graded(told)} == {None}


@pytest.mark.parametrize(
    "told",
    [
        "The two inspections between 2018 and 2022 were discussed.",
        "Both Ofsted inspections of schools in 2018 and 2022 were discussed.",
    ],
)
def test_a_span_of_years_and_schools_date_no_inspection(told):
    assert read(told, title="Ofsted") == []


def test_a_year_behind_a_grade_is_that_grades_own():
    told = (
        "It was noted that the service had improved from inadequate in 2019 to requires"
        " improvement in 2022 at the latest ILACS inspection."
    )

    assert graded(told) == {
        ("2019", "overall_effectiveness", "inadequate"),
        ("2022", "overall_effectiveness", "requires_improvement"),
    }


def test_the_year_of_a_judgement_is_not_that_of_the_visits_after_it():
    told = "Since the inadequate judgement in 2019 Ofsted had carried out six monitoring visits."

    assert graded(told) == {("2019", "overall_effectiveness", "inadequate")}


@pytest.mark.parametrize(
    "told",
    [
        "The council's services had been judged 'Good' by Ofsted in all four areas in July 2022.",
        "The judgement of good was given in July 2022.",
    ],
)
def test_a_date_may_stand_some_words_behind_its_grade(told):
    assert graded(told, title="Ofsted ILACS inspection") == {
        ("July 2022", "overall_effectiveness", "good")
    }


def test_what_stood_before_an_inspection_is_no_grade_of_it():
    told = "In the years before the inspection in 2019 the council had been rated good."

    assert graded(told, title="Ofsted") == {("2019", None, None)}


@pytest.mark.parametrize(
    "told",
    [
        "The first monitoring visit since the inspection took place in May 2023.",
        "The first monitoring visit following the inspection was held in May 2023.",
    ],
)
def test_the_date_is_of_the_visit_that_the_sentence_is_about(told):
    assert events(told) == [("monitoring_visit", "May 2023")]


def test_visits_listed_behind_a_colon_have_their_own_dates():
    told = "There had been two monitoring visits since the inspection: in May 2023 and July 2023."

    dated = [kind for kind, date_as_stated in events(told, title="Ofsted") if date_as_stated]
    assert dated == ["monitoring_visit", "monitoring_visit"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The direction was revoked by the Secretary of State in June 2022.",
         [("intervention_ended", "June 2022")]),
        ("The statutory direction was revoked on 4 May 2021.",
         [("intervention_ended", "4 May 2021")]),
        ("The improvement notice was lifted in June 2022.", [("intervention_ended", "June 2022")]),
        ("The improvement notice of May 2020 was lifted on 4 June 2022.",
         [("improvement_notice", "May 2020"), ("intervention_ended", "4 June 2022")]),
        ("The DfE had formally ended its intervention in March 2024.",
         [("intervention_ended", "March 2024")]),
        ("The council was released from its statutory direction in March 2024.",
         [("intervention_ended", "March 2024")]),
        ("The DfE issued a statutory notice in June 2021.", [("statutory_direction", "June 2021")]),
        ("A Commissioner was appointed by the Secretary of State in June 2021.",
         [("adviser_or_commissioner", "June 2021")]),
        ("Wexcombe Children First, the independent trust, went live on 1 April 2021.",
         [("trust_created", "1 April 2021")]),
    ],
)  # fmt: skip
def test_steps_of_intervention_as_minutes_word_them(told, expected):
    assert events(told, title=IMPROVEMENT) == expected


@pytest.mark.parametrize(
    "told",
    [
        "A statutory notice was issued by the council to close the school in June 2021.",
        "The team ended its intervention with the family in March 2024.",
        "The council would be released from its statutory direction in March 2025.",
        "An Improvement Adviser was appointed by the council in June 2021.",
    ],
)
def test_what_is_worded_like_a_step_of_intervention_is_none(told):
    assert [
        one for one in read(told, title="Children's services") if one.regime == INTERVENTION
    ] == []


def test_an_annual_conversation_may_be_called_a_meeting():
    told = "An annual conversation meeting with Ofsted had been held in March."

    assert events(told) == [("annual_conversation", "March")]


def test_a_commission_with_its_initials_assesses_too():
    told = "The Care Quality Commission (CQC) had assessed adult social care in March 2024."

    assert [(one.regime, one.date_as_stated) for one in read(told)] == [("CQC_ASC", "March 2024")]


@pytest.mark.parametrize(
    "told",
    [
        "The SEND revisit took place in May 2022 and found sufficient progress in three areas.",
        "Ofsted and CQC re-visited the local area's SEND services in May 2022.",
    ],
)
def test_a_revisit_is_one_of_the_inspectors(told):
    assert events(told) == [("revisit", "May 2022")]


@pytest.mark.parametrize(
    "told",
    [
        "Officers would re-visit the SEND strategy in May 2022.",
        "The SEND strategy was revisited in May 2022.",
        "A revisit of the SEND budget took place in May 2022.",
    ],
)
def test_what_officers_look_at_again_is_no_revisit(told):
    assert read(told, title="SEND strategy") == []


def test_what_the_committee_received_is_a_paper_and_the_grade_is_the_inspections():
    told = (
        "Members received the report on the outcome of the recent Ofsted inspection of"
        " children's services, which had been graded Good."
    )

    assert graded(told) == {(None, "overall_effectiveness", "good")}


@pytest.mark.parametrize(
    "told",
    [
        "Elm House received the report on the Ofsted inspection, which had been graded Good.",
        "The Board received a report on Elm House, which had been rated inadequate by Ofsted.",
        "Members received a report on the nursery, which Ofsted had graded inadequate.",
    ],
)
def test_a_paper_on_something_else_grades_no_council(told):
    assert {grade for _, _, grade in graded(told)} <= {None}


def test_what_took_place_in_another_council_is_that_councils():
    (one,) = read("A JTAI took place in Kent in March 2023.")

    assert (one.is_own_council, one.subject_council) == (False, "Kent")
