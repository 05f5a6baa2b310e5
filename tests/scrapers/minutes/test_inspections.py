"""Which events an item speaks of: kind, regime, number, date, whose, and that each is told once."""

from datetime import date

import pytest

from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.records import AgendaItem


def read(text, *, title="Children's services", held_on=date(2023, 9, 20), **other):
    council_name = other.pop("council_name", "Wexcombe")
    item = AgendaItem(item_position=1, title=title, minutes_text=text, held_on=held_on, **other)
    return read_inspection_mentions(item, council_name=council_name)


def events(mentions):
    return [
        (one.regime, one.event_type, one.visit_number, str(one.date_from), str(one.date_to))
        for one in mentions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ofsted had carried out a focused visit on 7 and 8 March 2023 to look at care leavers.",
            ("ILACS", "focused_visit", None, "2023-03-07", "2023-03-08"),
        ),
        (
            "The Ofsted letter followed their fifth Monitoring Visit, conducted"
            " on 4 - 5 July 2023.",
            ("ILACS", "monitoring_visit", 5, "2023-07-04", "2023-07-05"),
        ),
        (
            "Members considered the letter on Ofsted's MV2 in May 2023.",
            ("ILACS", "monitoring_visit", 2, "2023-05-01", "2023-05-31"),
        ),
        (
            "The ILACS inspection took place between 5 and 16 June 2023.",
            ("ILACS", "inspection", None, "2023-06-05", "2023-06-16"),
        ),
        (
            "Ofsted inspected the Council's children's services in May 2015.",
            ("SIF", "inspection", None, "2015-05-01", "2015-05-31"),
        ),
        (
            "Ofsted inspected the Council's safeguarding services in May 2011.",
            ("PRE_SIF", "inspection", None, "2011-05-01", "2011-05-31"),
        ),
        (
            "A JTAI had taken place in November 2022.",
            ("JTAI", "jtai", None, "2022-11-01", "2022-11-30"),
        ),
        (
            "Ofsted and the CQC inspected the local area in June 2021.",
            ("LOCAL_AREA_SEND_2016", "inspection", None, "2021-06-01", "2021-06-30"),
        ),
        (
            "The Area SEND inspection was held in March 2023.",
            ("AREA_SEND", "inspection", None, "2023-03-01", "2023-03-31"),
        ),
        (
            "The Youth Justice Service was inspected by HMIP in January 2023.",
            ("HMIP_YJ", "inspection", None, "2023-01-01", "2023-01-31"),
        ),
        (
            "The Ofsted report on the Wexcombe Fostering Agency of May 2023 was received.",
            ("SCCIF_FOSTERING", "inspection", None, "2023-05-01", "2023-05-31"),
        ),
        (
            "Ofsted's assurance visit took place in October 2020.",
            ("ILACS", "assurance_visit", None, "2020-10-01", "2020-10-31"),
        ),
    ],
)
def test_an_event_is_read_with_its_regime_kind_number_and_date(text, expected):
    assert events(read(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The improvement notice received in May 2021 remained in place.",
            ("improvement_notice", "2021-05-01"),
        ),
        (
            "The Secretary of State had issued a Statutory Direction in March 2022.",
            ("statutory_direction", "2022-03-01"),
        ),
        (
            "The DfE appointed an Improvement Adviser in April 2022.",
            ("adviser_or_commissioner", "2022-04-01"),
        ),
        (
            "The Wexcombe Children's Trust was established on 1 April 2019.",
            ("trust_created", "2019-04-01"),
        ),
        (
            "The Council was no longer under DfE intervention; the children's"
            " minister had written.",
            ("intervention_ended", "None"),
        ),
    ],
)
def test_a_step_of_intervention_is_read_with_its_date(text, expected):
    (mention,) = read(text)

    assert mention.regime == "DFE_INTERVENTION"
    assert (mention.event_type, str(mention.date_from)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Children's services could be removed from the Council and become a Children's Trust.",
        "If progress stalled the DfE might appoint a commissioner for children's services.",
        "The Commissioner for Children's Services introduced the report.",
        "The Children's Commissioner for England had visited the youth centre.",
        "The DfE Improvement Adviser and the Director of Children's Services presented the report.",
        "Rather than appointing a commissioner, the children's minister preferred to wait.",
        "Children's officers had looked at other councils that had received an improvement notice.",
        "A landlord in the ward had received a housing improvement notice. Children lived there.",
    ],
)
def test_talk_of_intervention_is_none(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Council was preparing for its next ILACS inspection.",
        "The ILACS framework and the inspection process were explained; Ofsted was thanked.",
        "Most schools with a 'Good' rating would get a one day monitoring visit from Ofsted.",
        "Elm Primary School had been inspected by Ofsted in March 2023.",
        "A peer review of the front door in May 2023 had been positive, ahead of Ofsted.",
        "Ofsted inspected Adult Community Learning in March 2022.",
        "The contract monitoring visit in May 2023 found nothing that would trouble Ofsted.",
        "Following the most recent Ofsted report serious issues remained.",
        "An annual conversation with Ofsted was held every year.",
    ],
)
def test_what_is_no_inspection_of_childrens_services_is_none(text):
    assert read(text) == []


def test_what_title_description_and_minutes_say_is_told_once_and_at_its_fullest():
    mentions = read(
        "Ofsted inspected the Council under the ILACS framework in December 2021. The outcome was "
        "an overall inadequate judgement. In October 2022 the service had its second monitoring "
        "visit.\n\nThe plan followed the recommendations of the December Inspection.",
        title="Feedback from Monitoring Visit 2 - October 4th and 5th",
        description="Ofsted's letter on the second Monitoring Visit is attached.",
        held_on=date(2022, 11, 22),
    )

    assert events(mentions) == [
        ("ILACS", "monitoring_visit", 2, "2022-10-04", "2022-10-05"),
        ("ILACS", "inspection", None, "2021-12-01", "2021-12-31"),
    ]
    assert mentions[1].grade == "inadequate"
    assert [one.mention_position for one in mentions] == [1, 2]


def test_the_month_of_publication_names_the_same_inspection():
    (mention,) = read(
        "The ILACS inspection took place between 29 April and 3 May 2024. Actions from the July "
        "2024 inspection were under way.",
        held_on=date(2024, 9, 1),
    )

    assert (mention.date_from, mention.date_to) == (date(2024, 4, 29), date(2024, 5, 3))


def test_a_report_date_stands_in_only_where_no_other_is_stated_and_says_so():
    (mention,) = read(
        "The Ofsted report published on 1 June 2011 was received.", held_on=date(2011, 7, 1)
    )

    assert mention.date_as_stated == "published 1 June 2011"
    assert mention.regime == "PRE_SIF"


def test_the_notification_of_an_inspection_does_not_date_it():
    (mention,) = read(
        "The Council had notification of the inspection on 2 June. Members had feedback on the "
        "recent ILACS.",
        held_on=date(2025, 7, 3),
    )

    assert mention.date_from is None


def test_visits_told_by_number_alone_are_told_apart():
    mentions = read(
        "Ofsted undertake regular monitoring visits. The first was carried out in November 2022, "
        "the second in March 2023 and the third is due in October 2023."
    )

    assert [(one.visit_number, str(one.date_from), one.occurrence) for one in mentions] == [
        (1, "2022-11-01", "occurred"),
        (2, "2023-03-01", "occurred"),
        (3, "2023-10-01", "scheduled"),
    ]


def test_a_visit_in_the_future_of_the_meeting_is_scheduled():
    (mention,) = read(
        "The next monitoring visit from Ofsted was due to take place in October.",
        held_on=date(2022, 9, 7),
    )

    assert (mention.occurrence, mention.date_from) == ("scheduled", date(2022, 10, 1))


def test_no_year_is_made_up_where_neither_page_nor_meeting_gives_one():
    (mention,) = read("Ofsted's third monitoring visit took place in June.", held_on=None)

    assert (mention.date_as_stated, mention.date_from) == ("June", None)


def test_a_year_is_taken_from_the_same_month_elsewhere_in_the_item():
    (mention,) = read(
        "The second monitoring visit on October 4th and 5th went well. In October 2022 Ofsted had "
        "their second monitoring visit.",
        held_on=None,
    )

    assert mention.date_to == date(2022, 10, 5)


@pytest.mark.parametrize(("council_name", "regime"), [("Torbay", "SIF"), ("Bury", "ILACS")])
def test_in_2018_the_old_framework_still_ran_for_a_few_councils(council_name, regime):
    (mention,) = read(
        "Ofsted inspected children's services in June 2018.", council_name=council_name
    )

    assert mention.regime == regime


def test_a_welsh_council_is_inspected_by_the_welsh_inspectorate():
    (mention,) = read(
        "Children's services were inspected in May 2023.\n\nOfsted has no part in it.",
        council_name="Newport",
    )

    assert mention.regime == "CIW"


def test_another_councils_inspection_is_named_as_theirs():
    (mention,) = read("Slough Council was judged inadequate by Ofsted in January 2023.")

    assert (mention.is_own_council, mention.subject_council) == (False, "Slough")
    assert mention.grade == "inadequate"


def test_another_councils_name_in_a_title_of_office_changes_nothing():
    (mention,) = read(
        "The Joint Director for Plymouth and Torbay presented the recent Ofsted inspection, which "
        "found that Torbay's children's services were good.",
        council_name="Torbay",
    )

    assert (mention.is_own_council, mention.grade) == (True, "good")


def test_the_focus_of_the_inspection_after_a_visit_is_the_visits():
    mentions = read(
        "The sixth monitoring visit by Ofsted took place in February 2023. The focus of the "
        "inspection was the front door, as the findings showed."
    )

    assert [one.event_type for one in mentions] == ["monitoring_visit"]


def test_a_hard_wrapped_text_reads_like_the_same_text_unwrapped():
    text = (
        "The monitoring visit by Ofsted took place between 2 and\n3 February 2023, and was\n"
        "the fourth monitoring visit of the\u00a0council."
    )

    assert events(read(text)) == [("ILACS", "monitoring_visit", 4, "2023-02-02", "2023-02-03")]


def test_a_grade_on_a_line_of_its_own_belongs_to_the_verb_before_the_wrap():
    text = "The Council had been rated\nInadequate following the inspection by Ofsted in May 2017."

    assert [one.grade for one in read(text)] == ["inadequate"]
