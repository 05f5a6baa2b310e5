"""One meeting and one item each have one row, however many pages print them."""

from datetime import date

import duckdb


def item(warehouse: duckdb.DuckDBPyConnection, agenda_item_id: str) -> dict[str, object]:
    found = warehouse.execute(
        "select * from fct_agenda_items where agenda_item_id = ?", [agenda_item_id]
    )
    names = [column[0] for column in found.description]
    [row] = found.fetchall()
    return dict(zip(names, row, strict=True))


def test_an_item_printed_on_four_pages_is_one_row(warehouse: duckdb.DuckDBPyConnection) -> None:
    ids = warehouse.execute(
        "select agenda_item_id from fct_agenda_items "
        "where meeting_id = 'aldermere-100' order by all"
    ).fetchall()

    assert ids == [(f"aldermere-{number}",) for number in (1001, 1002, 1003, 1004)]


def test_the_uncut_printing_gives_the_words_and_all_printings_the_labels(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    row = item(warehouse, "aldermere-1002")

    assert row["minutes_state"] == "complete"
    assert str(row["minutes_text"]).endswith("come back in January.")
    assert row["page_sha256"] == "aldermere/agenda_item:1002/20261101"
    assert row["item_number"] == "2."
    assert row["issue_id"] == "aldermere-55"
    assert row["held_on"] == date(2022, 10, 5)
    assert row["committee_id"] == "aldermere-10"


def test_decisions_and_mentions_come_from_the_chosen_printing_alone(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    mentions = warehouse.execute(
        "select count(*) from fct_inspection_mentions where agenda_item_id = 'aldermere-1002'"
    ).fetchone()
    pages = warehouse.execute(
        "select distinct page_sha256 from ("
        "  select agenda_item_id, page_sha256 from fct_recommendations union all"
        "  select agenda_item_id, page_sha256 from fct_inspection_mentions"
        ") where agenda_item_id = 'aldermere-1002'"
    ).fetchall()

    assert mentions == (4,)
    assert pages == [("aldermere/agenda_item:1002/20261101",)]


def test_every_quotation_stands_in_its_item_to_the_letter(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    quoted = warehouse.execute(
        "select m.evidence, "
        "substr(i.minutes_text, m.evidence_start + 1, m.evidence_end - m.evidence_start) "
        "from fct_inspection_mentions as m join fct_agenda_items as i using (agenda_item_id)"
    ).fetchall()

    assert len(quoted) > 20
    assert all(evidence == found for evidence, found in quoted)


def test_documents_of_an_item_are_merged_over_its_printings(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    titles = warehouse.execute(
        "select agenda_item_id, title from fct_documents "
        "where meeting_id = 'aldermere-100' order by all"
    ).fetchall()

    assert titles == [
        ("aldermere-1002", "Appendix"),
        ("aldermere-1002", "Report"),
        (None, "Agenda frontsheet"),
    ]
    assert item(warehouse, "aldermere-1002")["document_count"] == 2


def test_a_file_of_an_item_and_of_a_meeting_with_the_same_number_is_two_documents(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    documents = warehouse.execute(
        "select document_id, meeting_id, agenda_item_id from fct_documents "
        "where council_id = 'brackwater' order by all"
    ).fetchall()

    assert documents == [
        ("brackwater-301-55", "brackwater-300", "brackwater-301"),
        ("brackwater-301-meeting-55", "brackwater-301", None),
    ]


def test_each_state_of_minutes_is_told_apart(warehouse: duckdb.DuckDBPyConnection) -> None:
    states = dict(
        warehouse.execute("select agenda_item_id, minutes_state from fct_agenda_items").fetchall()
    )

    assert states["aldermere-1002"] == "complete"
    assert states["aldermere-1003"] == "restricted"
    assert states["aldermere-1004"] == "none_recorded"
    assert states["aldermere-1051"] == "not_published"


def test_a_pasted_item_that_names_no_meeting_has_none(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    row = item(warehouse, "aldermere-text-pasted-item-1")

    assert row["meeting_id"] is None
    assert row["held_on"] is None
    assert row["minutes_state"] == "complete"


def test_a_pasted_meeting_unknown_to_the_site_gets_a_row_of_its_own(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    row = warehouse.execute(
        "select committee_id, moderngov_meeting_id, held_on, meeting_status, agenda_item_count "
        "from fct_meetings where meeting_id = 'aldermere-corporate-parenting-board-2023-01-17'"
    ).fetchone()

    assert row == ("aldermere-corporate-parenting-board", None, date(2023, 1, 17), "held", 1)


def test_every_listed_meeting_is_a_row_with_its_status(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select moderngov_meeting_id, meeting_status, minutes_status from fct_meetings "
        "where council_id = 'aldermere' and moderngov_meeting_id is not null order by 1"
    ).fetchall()

    assert rows == [
        ("100", "held", "published"),
        ("101", "held", "published"),
        ("102", "held", "draft"),
        ("103", "cancelled", "none"),
        ("104", "scheduled", "none"),
        ("105", "held", "none"),
        ("106", "held", "none"),
        ("107", "held", "published"),
    ]


def test_committees_about_children_are_known_by_name(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = dict(
        warehouse.execute(
            "select committee_name, is_childrens_services from dim_committees "
            "where council_id = 'aldermere'"
        ).fetchall()
    )

    assert rows == {
        "Children & Young People’s Scrutiny Committee": True,
        "Corporate Parenting Board": True,
        "Planning Committee": False,
    }


def test_attendance_words_are_mapped_and_kept(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select person_name, attendance, attendance_as_stated from fct_attendances "
        "where council_id = 'aldermere' order by 1"
    ).fetchall()

    assert rows == [
        ("Cllr Oriel Penhaven", "present", "Present, as expected"),
        ("Cllr Tamsin Rook", "apologies", "Apologies, sent representative"),
    ]


def test_every_gap_has_its_reason_and_the_unexplained_is_counted(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select month, meetings_listed, meetings_fetched, minutes_published, unexplained, reasons "
        "from rpt_completeness where council_id = 'aldermere' order by month"
    ).fetchall()

    assert rows == [
        (date(2022, 10, 1), 1, 1, 1, 0, None),
        (date(2023, 7, 1), 1, 1, 1, 0, None),
        (date(2023, 10, 1), 1, 1, 0, 0, "1 in draft"),
        (
            date(2024, 3, 1), 4, 1, 1, 1,
            "1 blocked; 1 cancelled; 1 never asked for; 1 not yet published",
        ),
        (date(2026, 12, 1), 1, 0, 0, 0, "1 not yet held"),
    ]  # fmt: skip


def test_a_meeting_of_an_older_system_is_known_by_its_committee_and_day(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    meeting_id = "dunmarsh-social-care-panel-2005-02-08"

    assert warehouse.execute(
        "select meeting_id, moderngov_meeting_id, committee_id, minutes_status, agenda_item_count "
        "from fct_meetings where council_id = 'dunmarsh' and held_on < date '2006-01-01' order by 1"
    ).fetchall() == [
        (meeting_id, None, "dunmarsh-70", "published", 1),
        ("dunmarsh-social-care-panel-2005-03-08", None, "dunmarsh-70", "published", 0),
    ]
    assert warehouse.execute(
        "select title, held_on, minutes_text from fct_agenda_items where meeting_id = ?",
        [meeting_id],
    ).fetchall() == [("Minutes", date(2005, 2, 8), "RESOLVED: That the report be noted.")]


def test_a_file_of_a_meeting_without_number_is_listed_once_at_its_meeting(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert warehouse.execute(
        "select meeting_id, agenda_item_id, title from fct_documents "
        "where council_id = 'dunmarsh' order by 1"
    ).fetchall() == [
        ("dunmarsh-social-care-panel-2005-02-08", None, "Minutes"),
        ("dunmarsh-social-care-panel-2005-03-08", None, "Minutes"),
    ]


def test_people_on_a_page_without_the_meetings_number_were_at_the_meeting_it_names(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert warehouse.execute(
        "select meeting_id, person_name from fct_attendances where council_id = 'dunmarsh'"
    ).fetchall() == [("dunmarsh-social-care-panel-2005-02-08", "Dara Quell")]


def test_a_meeting_whose_minutes_are_a_file_of_an_older_system_is_accounted_for(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert warehouse.execute(
        "select month, meetings_listed, meetings_fetched, unexplained, reasons "
        "from rpt_completeness where council_id = 'dunmarsh' and month < date '2006-01-01' "
        "order by 1"
    ).fetchall() == [
        (date(2005, 2, 1), 1, 1, 0, None),
        (date(2005, 3, 1), 1, 1, 0, "1 minutes in a file"),
    ]
