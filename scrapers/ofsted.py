"""Ofsted's published statistics of inspections of local authorities: a file to official outcomes.

The file is a workbook (OpenDocument or Excel), or one of its sheets as CSV. Sheets begin with some
lines of prose; the headings come after them and change their wording from year to year, so they
are told by the words in them. All else is exact: a grade, a date or a kind of event that is not
known here is an error that names the sheet and the line. Fetching and keeping files is not done
here.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from scrapers.errors import StatisticsError

Row = list[object]


@dataclass(frozen=True, slots=True)
class OfficialOutcome:
    """One row per inspection or visit in a release of Ofsted's statistics, as it is stated there.

    Grades are in the warehouse's vocabulary, None where none was given. `release_kind` is
    ilacs_history (the inspections of all years) or in_year (one year's inspections and visits).
    """

    release_kind: str
    as_at: date
    gss_code: str
    council_name: str
    inspection_type: str
    event_type: str
    started_on: date
    published_on: date | None
    overall_effectiveness: str | None
    leaders_impact: str | None
    help_and_protection: str | None
    in_care: str | None
    care_leavers: str | None
    theme: str | None
    source_url: str | None


# Column → how its heading is told. A heading is the first column's that it fits.
HEADINGS = {
    "gss_code": r"\b(?:ons|gss)\b.*\bcode\b",
    "source_url": r"\b(?:url|link|web ?page)$|\blink to\b",
    "published_on": r"\bpublication date\b|\bdate (?:of publication|published)\b",
    "started_on": r"\b(?:inspection|event|visit|start) date\b|\bdate of (?:inspection|visit)\b",
    "inspection_type": r"\b(?:inspection|event) type\b|\btype of (?:inspection|event)\b",
    "theme": r"\b(?:theme|focus|topic)\b",
    "overall_effectiveness": r"\boverall effectiveness\b",
    "leaders_impact": r"\bleaders\b",
    "help_and_protection": r"\bprotection\b",
    "in_care": r"\bin care\b",
    "care_leavers": r"\bcare leavers\b",
    "council_name": r"^(?:local authority|la|authority)(?: name)?$",
}
# Headings that speak of another inspection than the line's, or of a place that is no council.
OF_ANOTHER = re.compile(r"\b(?:previous|prior|last|next|region|ward|country)\b")
NEEDED = {"gss_code", "council_name", "inspection_type", "started_on", "overall_effectiveness"}
GRADES = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": "requires_improvement",
    "requires improvement to be good": "requires_improvement",
    "inadequate": "inadequate",
}
NO_GRADE = {"", "-", "null", "n/a", "not applicable", "not judged", "[x]", "[z]"}
EVENT_TYPES = {
    "ilacs standard inspection": "inspection",
    "ilacs short inspection": "inspection",
    "ilacs inspection": "inspection",
    "ilacs focused visit": "focused_visit",
    "ilacs assurance visit": "assurance_visit",
    "ilacs monitoring visit": "monitoring_visit",
    "la monitoring visit": "monitoring_visit",
}
OTHER_REGIMES = re.compile(r"\b(?:jtai|joint targeted|send|sif|single inspection)\b")
AS_AT = re.compile(r"\b(?:as )?at (\d{1,2}) ([A-Z][a-z]+) (20\d\d)\b")
# Two inspections of one council are years apart: a sheet that spans more is no single year's.
LONGEST_YEAR_DAYS = 500


def official_outcomes(
    content: bytes, *, name: str, as_at: date | None = None
) -> list[OfficialOutcome]:
    """What a statistics file states, sheet by sheet in its order, and line by line.

    `name` is the file's own and tells CSV from workbook. `as_at` is the day the release speaks of,
    where the file does not say it ("as at 31 March 2025"). `StatisticsError` names what, where and
    what was expected.
    """
    sheets = _csv_sheet(content, name) if name.lower().endswith(".csv") else _sheets(content, name)
    day = as_at or _stated_day(sheets.values(), name)
    found = [
        outcome
        for sheet, rows in sheets.items()
        for outcome in _sheet_outcomes(rows, f"{name}, sheet {sheet!r}", day)
    ]
    if not found:
        raise StatisticsError(
            f"{name}: no sheet has the headings of a list of inspections "
            f"({', '.join(sorted(NEEDED))}); sheets: {', '.join(sheets)}"
        )
    return found


def _sheets(content: bytes, name: str) -> dict[str, list[Row]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return {
            sheet: [
                list(row) for row in book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            ]
            for sheet in book.sheet_names
        }
    except CalamineError as error:
        raise StatisticsError(f"{name}: not a workbook (ods, xlsx): {error}") from error


def _csv_sheet(content: bytes, name: str) -> dict[str, list[Row]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return {"csv": [list(row) for row in csv.reader(io.StringIO(text))]}


def _stated_day(sheets: Iterable[list[Row]], name: str) -> date:
    cells = (str(cell) for rows in sheets for row in rows[:20] for cell in row)
    for text in (*cells, re.sub(r"[_-]+", " ", name)):
        if stated := AS_AT.search(text):
            return _as_day(" ".join(stated.groups()), "%d %B %Y")
    raise StatisticsError(f'{name}: nothing says "as at" which day this release is; give the day')


def _sheet_outcomes(rows: list[Row], where: str, as_at: date) -> Iterator[OfficialOutcome]:
    columns, first = _headings(rows, where)
    if not columns:
        return
    lines = [
        _Line({column: row[at] for column, at in columns.items()}, f"{where}, line {number}")
        for number, row in enumerate(rows[first:], start=first + 1)
        if any(str(cell).strip() for cell in row)
    ]
    ours = [line for line in lines if line.text("gss_code") and not line.is_of_another_regime()]
    days = [line.day("started_on") for line in ours]
    is_history = bool(days) and (max(days) - min(days)).days > LONGEST_YEAR_DAYS
    kind = "ilacs_history" if is_history else "in_year"
    yield from (line.outcome(kind, as_at) for line in ours)


def _headings(rows: list[Row], where: str) -> tuple[dict[str, int], int]:
    """Column → its place, and the number of lines to the end of the headings."""
    for number, row in enumerate(rows[:40], start=1):
        places: dict[str, list[int]] = {}
        for at, cell in enumerate(row):
            heading = re.sub(r"[^a-z/]+", " ", str(cell).lower()).strip()
            fits = (c for c, told in HEADINGS.items() if re.search(told, heading))
            if not OF_ANOTHER.search(heading) and (column := next(fits, None)):
                places.setdefault(column, []).append(at)
        if places.keys() >= NEEDED:
            for column, found in places.items():
                if len(found) > 1:
                    told = " and ".join(repr(row[at]) for at in found)
                    raise StatisticsError(f"{where}, line {number}: {told} both give {column}")
            return {column: at for column, (at,) in places.items()}, number
    return {}, 0


@dataclass(frozen=True, slots=True)
class _Line:
    """One line below the headings: column → cell, and where it stands."""

    cells: dict[str, object]
    where: str

    def outcome(self, release_kind: str, as_at: date) -> OfficialOutcome:
        return OfficialOutcome(
            release_kind=release_kind,
            as_at=as_at,
            gss_code=self.text("gss_code"),
            council_name=self.text("council_name"),
            inspection_type=self.text("inspection_type"),
            event_type=self.event_type(),
            started_on=self.day("started_on"),
            published_on=self.day("published_on") if self.text("published_on") else None,
            overall_effectiveness=self.grade("overall_effectiveness"),
            leaders_impact=self.grade("leaders_impact"),
            help_and_protection=self.grade("help_and_protection"),
            in_care=self.grade("in_care"),
            care_leavers=self.grade("care_leavers"),
            theme=self.theme(),
            source_url=self.text("source_url") or None,
        )

    def text(self, column: str) -> str:
        return " ".join(str(self.cells.get(column, "")).split())

    def is_of_another_regime(self) -> bool:
        return OTHER_REGIMES.search(self.text("inspection_type").lower()) is not None

    def event_type(self) -> str:
        stated = self.text("inspection_type")
        if (event_type := EVENT_TYPES.get(stated.lower())) is None:
            raise StatisticsError(
                f"{self.where}: type of event {stated!r}; expected one of {', '.join(EVENT_TYPES)}"
            )
        return event_type

    def grade(self, column: str) -> str | None:
        stated = self.text(column)
        if stated.lower() in NO_GRADE:
            return None
        if (grade := GRADES.get(stated.lower())) is None:
            raise StatisticsError(
                f"{self.where}: {column}: {stated!r}; expected one of {', '.join(GRADES)}"
            )
        return grade

    def theme(self) -> str | None:
        stated = self.text("theme")
        return None if stated.lower() in NO_GRADE else stated

    def day(self, column: str) -> date:
        cell = self.cells[column]
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        for shape in ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d-%b-%Y"):
            try:
                return _as_day(self.text(column), shape)
            except ValueError:
                continue
        raise StatisticsError(f"{self.where}: {column}: {cell!r}; expected a day")


def _as_day(text: str, shape: str) -> date:
    return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day lies in no time zone
