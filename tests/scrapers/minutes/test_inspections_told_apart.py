"""Two inspections in one item: what tells them apart, and which of them a grade is of."""

import pytest

from tests.scrapers.minutes.mention_lines import told

GOOD = "ILACS inspection - - overall good"
INADEQUATE_2018 = "ILACS inspection - 2018-01-01 overall inadequate"


@pytest.mark.parametrize(
    "text",
    [
        "The Ofsted inspection of Wexcombe's children's services had found services to be Good "
        "overall. It was recalled that Wexcombe's services had been found Inadequate in 2018.",
        "The overall effectiveness grade was 'Good', whereas the Ofsted inspection in 2018 had "
        "resulted in a grade of 'Inadequate'.",
        "Ofsted had judged services inadequate in 2018. Following the recent inspection the overall"
        " effectiveness of services was judged to be good.",
    ],
)
def test_inspections_that_graded_otherwise_are_two_and_neither_is_lost(text):
    assert told(text) == {GOOD, INADEQUATE_2018}


def test_what_follows_a_grade_of_today_is_not_the_former_inspections():
    text = (
        "The inspection of May 2018 had judged services inadequate. The Ofsted inspection had now"
        " found services to be good overall. Help and protection was judged to be good."
    )

    assert told(text) == {
        "ILACS inspection - 2018-05-01 overall inadequate",
        "ILACS inspection - - overall good",
        "ILACS inspection - - help good",
    }


def test_a_grade_that_comes_before_another_inspection_is_the_one_told_so_far():
    text = (
        "Cabinet considered the Ofsted inspection which was undertaken between 6 and 17 March 2023."
        " Ofsted had judged the Council as good, which was the outcome of the inspection of May"
        " 2019 too."
    )

    assert "ILACS inspection - 2023-03-06 overall good" in told(text, held_on="2023-06-01")


@pytest.mark.parametrize(
    ("latest", "regime"),
    [("The outcome was Good overall.", "ILACS"), ("It was found inadequate overall.", "SIF")],
)
def test_without_a_meetings_day_what_graded_otherwise_than_the_latest_inspection_came_later(
    latest, regime
):
    text = (
        f"The Ofsted inspection of children's services had been discussed. {latest} "
        "The inspection in 2016 had led to a judgement of inadequate."
    )

    assert regime in {line.split()[0] for line in told(text, held_on=None) if "-" in line}


def test_care_leavers_services_are_not_the_services_as_a_whole():
    text = (
        "The Ofsted inspection of May 2022 had led to an overall judgement of inadequate. "
        "Care leavers' services had been judged as requiring improvement."
    )

    assert "ILACS inspection - 2022-05-01 overall inadequate" in told(text)
    assert not any("overall requires_improvement" in line for line in told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Councillor Ash compared it to January 2015, when an earlier Ofsted inspection resulted"
            " in Requires Improvement.",
            "SIF inspection - 2015-01-01 overall requires_improvement",
        ),
        (
            "The last Ofsted inspection had been carried out in March 2022, and the judgement of"
            " outstanding dated from then.",
            "ILACS inspection - 2022-03-01 overall outstanding",
        ),
        (
            "The Director confirmed that the Ofsted visit would not alter the grade of requires"
            " improvement, which had been given in March 2022.",
            "ILACS inspection - 2022-03-01 overall requires_improvement",
        ),
        (
            "The Ofsted inspection had taken place in May 2022. He could report that all of the"
            " judgements had come out as Good.",
            "ILACS inspection - 2022-05-01 overall good",
        ),
        (
            "The report of March 2020, arising from the Ofsted inspection in December 2019, had"
            " graded the same services inadequate.",
            "ILACS inspection - 2019-12-01 overall inadequate",
        ),
        (
            "Inspectors had been in the District from 21 November to 2 December 2022. The service"
            " was judged inadequate for overall effectiveness.",
            "ILACS inspection - 2022-11-21 overall inadequate",
        ),
        (
            "The review of the Local Safeguarding Children Board had been carried out alongside the"
            " inspection and the Board had been judged as requiring improvement.",
            "LSCB_REVIEW inspection - - board requires_improvement",
        ),
    ],
)
def test_a_grade_is_given_to_the_inspection_its_words_speak_of(text, expected):
    assert expected in told(text)


def test_homes_inspected_on_other_days_keep_their_own_grades():
    text = (
        "Two children's homes had been inspected by Ofsted between April and September 2022. Home C"
        " was inspected in May 2022 and was judged to be Good. Home F was inspected in August 2022"
        " and was judged Requires Improvement to be Good."
    )

    grades = {
        line.split()[-1] for line in told(text, title="Children's Homes") if "overall" in line
    }
    assert grades == {"good", "requires_improvement"}


def test_the_overall_judgement_of_an_agency_goes_by_its_own_name():
    text = (
        "The fostering agency had been inspected from 6 to 10 September 2021. The overall"
        " experiences and progress of children and young people was judged to be Good."
    )

    assert told(text, title="Ofsted inspection of the fostering agency") == {
        "SCCIF_FOSTERING inspection - 2021-09-06 overall good"
    }


def test_the_day_before_since_then_is_no_visits():
    text = (
        "The Service had received an inadequate judgement in June 2021 and Ofsted had made two"
        " monitoring visits since then, the latest of these being in January 2023."
    )

    assert told(text) == {
        "ILACS inspection - 2021-06-01 overall inadequate",
        "ILACS monitoring_visit - 2023-01-01",
    }


def test_it_may_be_the_support_for_an_area_and_then_the_whole_has_no_grade():
    text = (
        "Inspectors had found that support for care leavers had grown since the last inspection in"
        " September 2021, when it was judged to require improvement."
    )

    assert not any("overall" in line for line in told(text))


def test_an_inspection_told_with_when_has_happened():
    text = (
        "When Ofsted inspected Children's Services in July 2022 the overall judgement had been"
        " 'good', an improvement on the position before."
    )

    assert told(text, held_on=None) == {"ILACS inspection - 2022-07-01 overall good"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Members would recall that the Council had received an Improvement Notice following the"
            " inspection of children's services.",
            "DFE_INTERVENTION improvement_notice - -",
        ),
        (
            "The inspection had found services inadequate, following which Commissioners had been"
            " appointed by Government.",
            "DFE_INTERVENTION adviser_or_commissioner - -",
        ),
        (
            "Since the inspection there had been three monitoring visits. The most recent had only"
            " just taken place, on 8 and 9 February.",
            "ILACS monitoring_visit - 2023-02-08",
        ),
    ],
)
def test_steps_and_visits_told_in_passing_are_read(text, expected):
    assert expected in told(text)


def test_the_trust_of_an_item_about_a_childrens_trust_is_that_one():
    text = "The Ofsted inspection had been good. The Trust was established on 1 April 2018."
    begun = "DFE_INTERVENTION trust_created - 2018-04-01"

    assert begun in told(text, title="Wexcombe Children's Trust")
    assert begun not in told(text, title="Wexcombe Hospital and children's services")


def test_however_between_commas_parts_no_area_from_its_grade():
    text = (
        "Ofsted inspected in July 2022. The experiences and progress of care leavers, however, had"
        " been judged as 'requires improvement to be good'."
    )

    assert "ILACS inspection - 2022-07-01 both requires_improvement" not in told(text)
    assert any("leavers requires_improvement" in line for line in told(text))


def test_areas_are_graded_in_plain_words_one_after_the_other():
    text = (
        "The ILACS inspection had taken place from 15 to 19 May 2022. Services for children who"
        " need help and protection were outstanding and those for children in care were good."
        " Services for care leavers required improvement to be good."
    )

    assert {line.split(" 2022-05-15 ")[1] for line in told(text)} == {
        "help outstanding",
        "care good",
        "leavers requires_improvement",
    }


def test_the_month_of_a_report_is_no_commissioners():
    text = (
        "Wexcombe's Children's Services were rated Inadequate by Ofsted in the report published in"
        " May 2022, and a Commissioner was appointed by the Secretary of State."
    )

    assert told(text) == {
        "ILACS inspection - 2022-05-01 overall inadequate",
        "DFE_INTERVENTION adviser_or_commissioner - -",
    }


def test_what_the_inspection_graded_is_not_the_boards_that_was_reviewed_with_it():
    text = (
        "The outcome of the Ofsted inspection, which took place from 1 to 25 June 2015, was told,"
        " and of the review of the effectiveness of the Local Safeguarding Children Board. The"
        " overall judgement was that Children's Services required improvement. Adoption performance"
        " had been graded as good."
    )

    assert told(text, held_on="2015-09-01") == {
        "SIF inspection - 2015-06-01 overall requires_improvement",
        "SIF inspection - 2015-06-01 adoption good",
        "LSCB_REVIEW inspection - -",
    }


def test_a_boards_review_of_itself_is_no_inspection():
    assert told("A review of the Safeguarding Children Board had been carried out.") == set()
