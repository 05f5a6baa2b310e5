"""Which grades are asserted, for what; and all that only looks like a grade."""

from datetime import date

import pytest

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem

OVERALL = "overall_effectiveness"


def read(text, *, title="Ofsted inspection", held_on=date(2022, 6, 1), council_name="Wexcombe"):
    item = AgendaItem(item_position=1, title=title, minutes_text=text, held_on=held_on)
    return read_inspection_mentions(item, council_name=council_name)


def graded(text, **context):
    return {
        (one.judgement_area, one.grade) for one in read(text, **context) if one.grade is not None
    }


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The outcome of the ILACS inspection was an overall inadequate judgement.", "inadequate"),
        ("Ofsted judged the Council to be 'Good'.", "good"),
        ("Children's services had been judged as Outstanding by Ofsted.", "outstanding"),
        ("The local authority was deemed inadequate following a full inspection.", "inadequate"),
        ("Ofsted's judgement was that the service required improvement.", "requires_improvement"),
        ("Services were found to Require Improvement by Ofsted.", "requires_improvement"),
        ("Ofsted rated all elements of the service inadequate.", "inadequate"),
        ("The inspection found that the Council was providing a 'Good' service.", "good"),
        ("The Council had retained its Outstanding Ofsted rating.", "outstanding"),
        ("The inspection found that the Council's services remained Inadequate.", "inadequate"),
        ("Ofsted found it to be 'requires improvement to be good'.", "requires_improvement"),
        ("It was the only Council to receive an 'outstanding' judgement.", "outstanding"),
    ],
)
def test_a_grade_is_read_where_somebody_gives_it(text, grade):
    assert graded(text) == {(OVERALL, grade)}


@pytest.mark.parametrize(
    "text",
    [
        "No areas had been judged to be inadequate in the Ofsted inspection.",
        "Ofsted had not judged the Council inadequate.",
        "The Council aimed to be judged good at the next inspection.",
        "If the Council were to be judged inadequate Ofsted would return.",
        "The plan was to make all services good or outstanding.",
        "The journey from inadequate to good would be long, Ofsted had said.",
        "Ofsted judgements are 'Inadequate', 'Requires Improvement', 'Good' and 'Outstanding'.",
        "Audits had been rated as inadequate by Heads of Service before the Ofsted inspection.",
        "45 audits were graded: 10 Good, 30 Requires Improvement and 5 Inadequate.",
        "Inspectors saw good practice and outstanding features; resources were inadequate.",
        "The inspection had identified areas as requires improvement in the action plan.",
        "There was one area judged as inadequate: early help.",
        "A few areas were judged overall as good by Ofsted.",
        "94% of schools were rated good or outstanding by Ofsted.",
        "The virtual school was judged outstanding by the recent Ofsted inspection.",
        "Oak House Nursery had been rated Inadequate by Ofsted.",
        "Many authorities were judged inadequate by Ofsted.",
        "Ofsted agreed with our self-assessment, in which we were rated good.",
        "The outcome was embargoed, so whether it was rated good nobody could say.",
        "Two of the children's homes were rated Good by Ofsted.",
        "The peer review had rated the front door as good, as Ofsted might.",
        "Members asked why the service was judged inadequate.",
        "It would be a good idea to wait for Ofsted. Adequate funding was needed.",
        "Leeds, rated outstanding by Ofsted, would give support.",
    ],
)
def test_what_only_looks_like_a_grade_is_none(text):
    assert graded(text) == set()


def test_areas_listed_before_a_grade_share_it():
    text = (
        "The impact of leaders on social work practice, the experiences"
        " and progress of children in "
        "care and the experiences and progress of care leavers were judged as 'outstanding'. The "
        "experiences and progress of children who need help and protection were judged as 'good'."
    )

    assert graded(text) == {
        ("leaders_impact", "outstanding"),
        ("children_in_care", "outstanding"),
        ("care_leavers", "outstanding"),
        ("help_and_protection", "good"),
    }


def test_areas_listed_after_a_grade_share_it():
    text = (
        "Good ratings were received for the impact of leaders, help and protection and overall "
        "effectiveness; and an Outstanding rating for the experiences and progress of children in "
        "care and care leavers."
    )

    assert graded(text) == {
        ("leaders_impact", "good"),
        ("help_and_protection", "good"),
        (OVERALL, "good"),
        ("children_in_care_and_care_leavers", "outstanding"),
    }


@pytest.mark.parametrize("gap", [": ", " - ", "\t", " \u2013 ", " | "])
def test_a_list_or_table_of_areas_is_read_row_by_row(gap):
    rows = [
        ("Overall effectiveness", "Requires improvement to be good"),
        ("The impact of leaders on social work practice with children and families", "Good"),
        ("The experiences and progress of care leavers", "Inadequate"),
    ]
    text = "The judgements of the ILACS inspection were:\n" + "\n".join(
        area + gap + grade for area, grade in rows
    )

    assert graded(text) == {
        (OVERALL, "requires_improvement"),
        ("leaders_impact", "good"),
        ("care_leavers", "inadequate"),
    }


def test_care_was_judged_in_one_until_2022_and_in_two_from_2023():
    text = "The ILACS inspection in May {} judged children in care and care leavers as good."

    assert graded(text.format(2022)) == {("children_in_care_and_care_leavers", "good")}
    assert graded(text.format(2023), held_on=date(2023, 9, 1)) == {
        ("children_in_care", "good"),
        ("care_leavers", "good"),
    }


def test_the_old_frameworks_areas_keep_their_own_names():
    text = (
        "The SIF inspection in June 2014 judged children looked after and achieving permanence as "
        "good; adoption performance was judged outstanding; leadership, management and governance "
        "was judged inadequate."
    )

    assert graded(text) == {
        ("children_looked_after_permanence", "good"),
        ("adoption_performance", "outstanding"),
        ("leadership_management_governance", "inadequate"),
    }


def test_adequate_is_a_grade_only_before_2013():
    text = "The Council's services were inspected by Ofsted in June {} and judged adequate."

    assert graded(text.format(2010)) == {(OVERALL, "adequate")}
    assert graded(text.format(2019)) == set()


def test_after_a_movement_each_grade_belongs_to_its_own_inspection():
    mentions = read(
        "The Council had moved from 'Inadequate' in 2016 to 'Requires Improvement'"
        " in the inspection "
        "of May 2019, and aimed to be 'Good' by 2022."
    )

    assert {(one.regime, one.date_from.year, one.grade) for one in mentions} == {
        ("SIF", 2016, "inadequate"),
        ("ILACS", 2019, "requires_improvement"),
    }


def test_an_undated_grade_left_behind_is_not_told():
    assert graded("Children's services had improved from inadequate to good, Ofsted found.") == {
        (OVERALL, "good")
    }


def test_the_same_judgement_is_the_one_just_told():
    mentions = read(
        "The ILACS inspection took place in March 2019. The judgement was one of 'Requires "
        "Improvement', which followed the previous inspection in 2014 that determined the same "
        "judgement."
    )

    assert {(one.date_from.year, one.grade) for one in mentions} == {
        (2019, "requires_improvement"),
        (2014, "requires_improvement"),
    }


def test_the_board_has_its_own_grade():
    mentions = read(
        "Children's Services had been judged as 'Good' by Ofsted and the Safeguarding"
        " Children Board "
        "had been rated 'Outstanding'.",
        held_on=date(2016, 11, 1),
    )

    assert {(one.regime, one.judgement_area, one.grade) for one in mentions} == {
        ("SIF", OVERALL, "good"),
        ("LSCB_REVIEW", "lscb", "outstanding"),
    }


def test_a_grade_of_youth_justice_is_not_the_councils():
    (mention,) = read(
        "The Youth Justice Service was rated as 'Inadequate' by HMIP"
        " in its inspection of May 2022.",
        title="Youth justice",
    )

    assert (mention.regime, mention.grade) == ("HMIP_YJ", "inadequate")


def test_a_standing_rating_without_an_inspection_names_no_regime():
    (mention,) = read(
        "The Ofsted rating for children's services was 'Requires Improvement'.",
        title="Council plan",
    )

    assert (mention.regime, mention.grade) == ("OFSTED_CS_UNSPECIFIED", "requires_improvement")


def test_two_different_grades_for_one_area_of_one_inspection_are_no_grade():
    assert (
        graded(
            "The ILACS inspection in May 2022 judged the Council to be good. The overall judgement "
            "of the ILACS inspection in May 2022 was inadequate."
        )
        == set()
    )


def test_visits_have_no_grades_of_their_own():
    mentions = read(
        "This was the second monitoring visit since the authority had been judged inadequate in "
        "January 2020. It took place on 2 and 3 February 2022.",
        title="Ofsted monitoring visit",
    )

    assert {(one.event_type, one.grade) for one in mentions} == {
        ("monitoring_visit", None),
        ("inspection", "inadequate"),
    }
