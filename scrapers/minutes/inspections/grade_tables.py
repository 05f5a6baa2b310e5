"""Tables of grades with one row per judgement area and one column per inspection.

Such a row says nothing by itself: which inspection a grade is of stands in the header, so that
without a dated column a grade is of no inspection that could be told.
"""

import re
from typing import NamedTuple

from scrapers.minutes.inspections.dates import StatedDate, stated_dates
from scrapers.minutes.inspections.grades import grade_of
from scrapers.minutes.inspections.judgement_areas import named_areas

_CELL = re.compile(r"[^\s|][^|\t]*(?<!\s)")
_FEWEST_COLUMNS = 2  # of grades or dates; with one a row reads like a list entry
_MOST_COLUMNS = 12


class Cell(NamedTuple):
    """A cell of a table row; offsets are the row's."""

    text: str
    start: int


class TableGrade(NamedTuple):
    """The grade of an area in a dated column of a row; offsets are the row's."""

    area: str
    grade: str
    start: int
    end: int
    stated: StatedDate


class GradeTable:
    """The table that a text is in, row by row: its header's dates hold until the table ends."""

    def __init__(self) -> None:
        self._columns: dict[int, StatedDate] = {}

    def read(self, text: str) -> list[TableGrade] | None:
        """The grades of the next line; None where it is no line of such a table."""
        if "\t" not in text and "|" not in text:
            self._columns = {}
            return None
        row = [Cell(one.group(), one.start()) for one in _CELL.finditer(text)]
        if columns := _dated_columns(row):
            self._columns = columns
            return []
        if len(row) == 1:
            self._columns = {}
        graded = _graded_cells(row)
        if not graded:
            return None
        return [
            TableGrade(area.area, grade, cell.start, cell.start + len(cell.text), stated)
            for area in named_areas(row[0].text)
            for place, (cell, grade) in graded.items()
            if (stated := self._columns.get(place)) is not None
        ]


def _dated_columns(row: list[Cell]) -> dict[int, StatedDate]:
    if not _FEWEST_COLUMNS < len(row) <= _MOST_COLUMNS:
        return {}
    dates = {place: list(stated_dates(cell.text)) for place, cell in enumerate(row)}
    dated = {
        place: found[0]
        for place, found in dates.items()
        if len(found) == 1 and found[0].date_from is not None
    }
    is_header = 0 not in dated and not any(grade_of(cell.text) for cell in row)
    return dated if is_header and len(dated) >= _FEWEST_COLUMNS else {}


def _graded_cells(row: list[Cell]) -> dict[int, tuple[Cell, str]]:
    """The cells of a row that are grades, where it has several."""
    if not _FEWEST_COLUMNS < len(row) <= _MOST_COLUMNS:
        return {}
    graded = {
        place: (cell, grade)
        for place, cell in enumerate(row)
        if (grade := grade_of(cell.text)) is not None
    }
    return graded if len(graded) >= _FEWEST_COLUMNS else {}
