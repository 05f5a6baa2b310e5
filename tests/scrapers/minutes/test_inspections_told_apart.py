"""Two inspections in one item: what tells them apart, and which of them a grade is of."""

import pytest

from tests.scrapers.minutes.mention_lines import told

GOOD = "ILACS inspection - - overall good"
INADEQUATE_2018 = "ILACS inspection - 2018-01-01 overall inadequate"


@pytest.mark.parametrize(
    "text",
    [
        "The Ofsted inspection of Wexcombe's children's services had found services to be Good "
        "overall. Members were reminded that Wexcombe's services had been found Inadequate in 2018.",
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
            "He could report after the Ofsted inspection of May 2022 that all of the judgements"
            " had come out as Good.",
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
