"""A letter is read like minutes are, and believed a little less."""

from datetime import date

import duckdb

VISIT = "elmcaster-ilacs-monitoring_visit-2024-06-11"
INSPECTION = "elmcaster-ilacs-inspection-2024-02-05"


def test_a_letters_mentions_link_to_events_and_a_file_without_place_is_kept(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    rows = warehouse.execute(
        "select mention_id, document_id, meeting_id, inspection_event_id, resolved_by "
        "from fct_document_mentions order by mention_id"
    ).fetchall()

    earliest = "elmcaster-4011-901", "elmcaster-401"
    report = "elmcaster-4001-902", "elmcaster-400"
    assert rows == [
        ("elmcaster-document-901-m1", *earliest, VISIT, "date"),
        ("elmcaster-document-901-m2", *earliest, INSPECTION, "date"),
        ("elmcaster-document-901-m3", *earliest, VISIT, "same_item"),
        ("elmcaster-document-902-m1", *report, None, None),
        ("elmcaster-document-902-m2", *report, None, None),
        ("elmcaster-document-903-m1", None, None, None, None),
    ]


def test_a_letter_tells_of_a_visit_dated_to_the_day(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select inspection_event_id, sources, agreement, mention_count, document_mention_count, "
        "first_minuted_on, page_sha256 from fct_inspection_outcomes "
        "where council_id = 'elmcaster' and judgement_area is null"
    ).fetchall()

    letter = "elmcaster/document:901/20261101"
    assert rows == [(VISIT, "minutes", "minutes_only", 0, 2, date(2024, 7, 9), letter)]


def test_no_file_grades_an_inspection_or_makes_one(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select inspection_event_id, grade, sources, agreement, document_mention_count "
        "from fct_inspection_outcomes "
        "where council_id = 'elmcaster' and judgement_area = 'overall_effectiveness'"
    ).fetchall()

    assert rows == [(INSPECTION, "requires_improvement", "both", "register_only", 1)]


def test_a_letters_evidence_stands_in_its_text(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select m.evidence, "
        "substr(t.text, m.evidence_start + 1, m.evidence_end - m.evidence_start) "
        "from fct_document_mentions as m join fct_document_texts as t using (document_text_id)"
    ).fetchall()

    assert len(rows) == 6
    assert all(evidence == found for evidence, found in rows)


def test_page_mentions_hold_none_of_a_letter(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        "select * from fct_inspection_mentions where council_id = 'elmcaster'"
    ).fetchall()

    assert rows == []
