"""Aldermere on its monitoring visits: what two meetings say of inspectors past and to come."""

from datetime import date

from tests.dbt_project.aldermere import INTERVENTION, NOTICE, item, page, whole
from tests.dbt_project.raw_rows import PageVersion, mention


def aldermere_visit_pages() -> list[PageVersion]:
    visits = item(
        101,
        1,
        1011,
        "Monitoring visits",
        minutes_text=(
            "Inspectors came first in March 2023 and for the second monitoring visit on 28 and 29 "
            "June 2023. A fifth visit is planned. An inspection of March 2021 was inadequate. "
            "The notice of May 2021 stands, and SEND has one of its own. The rating is inadequate."
        ),
    )
    march = {"date_from": date(2023, 3, 1), "date_to": date(2023, 3, 31), "date_precision": "month"}
    third = item(
        102,
        1,
        1021,
        "Improvement journey",
        minutes_text=(
            "The third monitoring visit was positive, as was the first in March 2023. The fourth "
            "visit was not looked for before the spring."
        ),
    )
    visit = {"event_type": "monitoring_visit"}
    return [
        page(
            "meeting_documents:101",
            whole(101, date(2023, 7, 12)),
            visits,
            mention(visits, 1, "first in March 2023", **visit, **march),
            mention(
                visits,
                2,
                "the second monitoring visit on 28 and 29 June 2023",
                visit_number=2,
                date_from=date(2023, 6, 28),
                date_to=date(2023, 6, 29),
                date_precision="day",
                **visit,
            ),
            mention(
                visits,
                3,
                "A fifth visit is planned",
                visit_number=5,
                occurrence="scheduled",
                **visit,
            ),
            mention(
                visits,
                4,
                "An inspection of March 2021 was inadequate",
                grade="inadequate",
                judgement_area="overall_effectiveness",
                date_from=date(2021, 3, 1),
                date_to=date(2021, 3, 31),
                date_precision="month",
            ),
            mention(visits, 5, "The notice of May 2021 stands", **NOTICE),
            mention(visits, 6, "SEND has one of its own", **INTERVENTION),
            mention(
                visits,
                7,
                "The rating is inadequate",
                regime="OFSTED_CS_UNSPECIFIED",
                judgement_area="overall_effectiveness",
                grade="inadequate",
            ),
        ),
        page(
            "meeting_documents:102",
            whole(102, date(2023, 10, 10), "draft"),
            third,
            mention(third, 1, "The third monitoring visit", visit_number=3, **visit),
            mention(third, 2, "the first in March 2023", **visit, **march),
            # Read as past although it lies ahead: it must neither link nor make a visit.
            mention(third, 3, "The fourth visit", visit_number=4, **visit),
        ),
    ]
