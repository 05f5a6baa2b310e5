"""Every table as a CSV file that a spreadsheet opens without running anything."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

import streamlit as st

from dashboard.snapshot import Row, Snapshot

MOST_ROWS = 100_000
# A spreadsheet takes a cell that begins with one of these for a formula, whoever wrote it; some
# look past white space, and take the full-width forms likewise.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def offer(snapshot: Snapshot, name: str, sql: str, **parameters: Any) -> None:
    """A button that downloads what a question finds, asked only when it is pressed."""

    def content() -> bytes:
        limited = f"select * from ({sql}) limit {MOST_ROWS}"
        return as_csv(*snapshot.stream(limited, **parameters))

    _offer(name, content)


def offer_rows(name: str, rows: Sequence[Row]) -> None:
    """The same for rows that are at hand."""
    _offer(name, lambda: as_csv(list(rows[0]), [list(row.values()) for row in rows]))


def _offer(name: str, content: Callable[[], bytes]) -> None:
    st.download_button(
        "Download as CSV",
        data=content,
        file_name=f"scrutiny-{name}.csv",
        mime="text/csv",
        key=f"download-{name}",
        on_click="ignore",
        help=f"At most {MOST_ROWS:,} rows. What a spreadsheet would run begins with an apostrophe.",
    )


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The table in UTF-8, marked as such for the spreadsheets that would guess."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case datetime() | date():
            return value.isoformat()
        case str():
            return f"'{value}" if FORMULA.match(value) else value
        case _:
            return str(value)
