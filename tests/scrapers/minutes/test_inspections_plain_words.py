"""Grades in plain words, and whose and of when they are where several inspections are told."""

from datetime import date

import pytest

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem

TITLE = "Children's services: Ofsted inspection"


def graded(minutes, *, title=TITLE, held_on=None):
    """The first day of each grade's event, its area in short and the grade."""
    item = AgendaItem(item_position=1, title=title, minutes_text=minutes, held_on=held_on)
    return {
        (str(one.date_from), (one.judgement_area or "").partition("_")[0], one.grade)
        for one in read_inspection_mentions(item, council_name="Wexcombe")
        if one.grade and one.is_own_council
    }


@pytest.mark.parametrize(
    "minutes",
    [
        "Services had been re-inspected in November 2017 and found to require improvement to be"
        " good, when in 2015 they were inadequate.",
        "The inspection of November 2017 had found that Wexcombe required improvement. In 2015 the"
        " Council had been inadequate.",
        "In November 2017 Ofsted judged the services to require improvement to be good. The"
        " inspection before that one, in 2015, had found them to be inadequate.",
        "At the inspection in November 2017 the Council was rated requires improvement, up from"
        " inadequate in 2015.",
        "The November 2017 inspection found that services required improvement to be good,"
        " compared with inadequate in 2015.",
    ],
)
def test_each_of_two_inspections_has_its_own_grade_and_year(minutes):
    assert graded(minutes) == {
        ("2017-11-01", "overall", "requires_improvement"),
        ("2015-01-01", "overall", "inadequate"),
    }


@pytest.mark.parametrize(
    "moved",
    [
        "Services had moved from inadequate to requires improvement.",
        "The Council came out of inadequate and into requires improvement.",
        "This was a move up from inadequate to requires improvement.",
        "The inspection saw the Council improve from inadequate to requires improvement.",
        "It was the work of staff that took the Council to requires improvement.",
        "It was pleasing to be Requires Improvement.",
    ],
)
def test_a_movement_ends_at_the_inspection_just_told(moved):
    told = f"Inspectors had been in the Council for the two weeks from 6 December 2021. {moved}"

    assert graded(told) == {("2021-12-06", "overall", "requires_improvement")}


def test_a_paragraph_grades_the_inspection_it_tells_of_and_not_the_latest():
    minutes = (
        "Members received a presentation on the re-inspection of children's services.\n\n"
        "In October 2015 the Council was inspected. The outcome was Inadequate overall.\n\n"
        "The re-inspection had finished on 28 June 2018. The result was that services Require"
        " Improvement to be Good."
    )

    assert graded(minutes) == {
        ("2015-10-01", "overall", "inadequate"),
        ("2018-06-28", "overall", "requires_improvement"),
    }


def test_the_grade_of_one_inspection_is_not_given_to_another_in_the_same_sentence():
    minutes = (
        "The inspection of children's services took place in June 2021. Ofsted had moved the county"
        " from Inadequate to Outstanding, the Inadequate judgement dating from the inspection in"
        " May 2018."
    )

    assert graded(minutes) == {
        ("2021-06-01", "overall", "outstanding"),
        ("2018-05-01", "overall", "inadequate"),
    }


def test_areas_named_one_after_the_other_have_the_grades_said_of_them():
    minutes = (
        "The ILACS inspection was held in May 2024. The Service had been judged outstanding for"
        " overall effectiveness. Of the individual judgements, the impact of leaders and help and"
        " protection were also outstanding. Services for children in care were good, as were"
        " services for care leavers."
    )

    assert {(area, grade) for _, area, grade in graded(minutes)} == {
        ("overall", "outstanding"),
        ("leaders", "outstanding"),
        ("help", "outstanding"),
        ("children", "good"),
        ("care", "good"),
    }


def test_the_same_judgement_of_an_area_is_the_one_just_told():
    minutes = (
        "The inspection of children's services in May 2023 was reported. It was told that services"
        " 'require improvement to be good'. The judgement for care leavers was the same."
    )

    assert graded(minutes) == {
        ("2023-05-01", "overall", "requires_improvement"),
        ("2023-05-01", "care", "requires_improvement"),
    }


@pytest.mark.parametrize("found", ["services were inadequate", "services required improvement"])
@pytest.mark.parametrize("visit", ["monitoring visit", "focused visit", "annual conversation"])
def test_what_a_visit_found_grades_nobody_though_ofsted_is_not_named(visit, found):
    minutes = f"The {visit} in May 2022 found that {found}."

    assert graded(minutes, title="Children's Services") == set()


def test_a_judgement_for_one_area_is_none_of_the_whole():
    minutes = (
        "The ILACS was held in May 2023. The inadequate judgement was for help and protection."
    )

    assert graded(minutes) == {("2023-05-01", "help", "inadequate")}


def test_where_services_were_rated_is_said_of_the_place_before():
    minutes = (
        "The Leader also spoke of the Isles of Scilly, with which the Council shared a Director,"
        " where children's services had been rated Good by Ofsted in 2019."
    )

    assert graded(minutes) == set()


def test_the_date_of_an_earlier_minute_is_not_that_of_an_inspection():
    minutes = (
        "Further to Minute No. 12/20 (27 January 2020), the Board received the report of the Ofsted"
        " inspection, which had judged children's services to be good."
    )

    assert graded(minutes, held_on=date(2020, 6, 1)) == {("None", "overall", "good")}


def test_an_area_moves_from_grade_to_grade_like_the_whole():
    minutes = (
        "The report of the ILACS inspection held in May 2022 was received. Help and protection had"
        " moved from inadequate to requires improvement, as had leadership."
    )

    assert graded(minutes) == {
        ("2022-05-01", "help", "requires_improvement"),
        ("2022-05-01", "leaders", "requires_improvement"),
    }


@pytest.mark.parametrize(
    "some",
    ["in three of the four areas", "in two areas", "across most of the inspected areas"],
)
def test_a_grade_of_some_areas_is_none_of_the_whole(some):
    assert graded(f"At the ILACS in May 2022 services had been found to be good {some}.") == set()


def test_a_safeguarding_board_has_not_the_grade_of_the_services():
    minutes = (
        "Ofsted had reviewed the Local Safeguarding Children Board at the same time as its single"
        " inspection in June 2015. The Council's services were judged to require improvement."
    )

    assert graded(minutes, title="LSCB") == {("None", "overall", "requires_improvement")}


def test_the_inspection_beside_a_review_of_the_board_is_of_the_services():
    minutes = (
        "The inspection, which ended on 2 April 2014, had found that Wexcombe required improvement."
        " The Local Safeguarding Children Board had been reviewed at the same time and was found to"
        " be inadequate."
    )
    title = "Ofsted Inspection and Review of the Local Safeguarding Children Board"

    assert graded(minutes, title=title) == {
        ("2014-04-02", "overall", "requires_improvement"),
        ("None", "lscb", "inadequate"),
    }


def test_the_latest_of_several_inspections_has_its_own_grade():
    minutes = (
        "There had been more than one Ofsted inspection since 2008 with the same result, the latest"
        " of which was in October 2016 and found the services to be inadequate."
    )

    assert graded(minutes) == {("2016-10-01", "overall", "inadequate")}


@pytest.mark.parametrize(
    "behind",
    [
        "for the second time in May 2022",
        "as recently as May 2022",
        "under the ILACS framework in May 2022",
        "back in May 2022",
    ],
)
def test_the_only_date_of_a_sentence_that_goes_on_with_a_grade_is_its_own(behind):
    assert graded(f"The Council had been judged inadequate {behind}.") == {
        ("2022-05-01", "overall", "inadequate")
    }


def test_the_date_of_the_same_grade_before_is_no_date_of_this_one():
    minutes = (
        "The Council was inspected by Ofsted in November 2017. The overall judgement was"
        " Inadequate, the same as in June 2014."
    )

    assert graded(minutes) == {
        ("2017-11-01", "overall", "inadequate"),
        ("2014-06-01", "overall", "inadequate"),
    }
