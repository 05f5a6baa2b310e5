"""A picture of each of the twenty answers: which column lies along which side."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import altair
import vl_convert

from dashboard.colours import COLOURS as GRADE_COLOURS
from dashboard.wording import GRADES
from docs.site.words import heading, said

# Okabe and Ito's colours, which colour-blind readers tell apart.
COLOURS = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442", "#000000"]
SHADES = ["#f3f7fb", "#7fb2d9"]
MEASURED = {"years", "days_to_first_scrutiny", "present"}  # read one by one, not added up
Answer = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Picture:
    """`x` None counts rows, which `counted` names; a rectangle shows its number.

    `folded` columns stand side by side in the answer, as in a matrix. `ticks` stretch a side
    on which one far value would press all others flat.
    """

    x: str | None
    y: str
    colour: str | None = None
    mark: str = "bar"
    counted: str = "Rows"
    folded: Sequence[str] = ()
    titles: dict[str, str] = field(default_factory=dict)
    ticks: Sequence[int] = ()


_LOOK = {
    "background": "white",
    "font": "sans-serif",
    "view": altair.ViewConfig(stroke=None),
    "axis": altair.AxisConfig(
        gridColor="#e8e8e8", labelLimit=280, labelFontSize=12, titleFontSize=12, titlePadding=10
    ),
    "axisX": altair.AxisConfig(labelAngle=0),
    "legend": altair.LegendConfig(labelFontSize=12, titleFontSize=12, labelLimit=280),
    "mark": altair.MarkConfig(color=COLOURS[0]),
}
PICTURES = {
    "dfe_grade_transitions": Picture(
        "grade", "previous_grade", "councils", "rect", counted="Inspections", folded=[*GRADES],
        titles={"grade": "Grade found", "previous_grade": "Grade before"},
    ),
    "dfe_inadequate_now": Picture("inadequate_since", "council_name", mark="point"),
    "dfe_interventions_without_end": Picture(
        "first_minuted_on", "council_name", "intervention_type", "point"
    ),
    "dfe_years_to_leave_inadequate": Picture(
        "found_better_on", "years", "grade", "point",
        titles={"years": "Years since it was last found inadequate", "grade": "Grade found"},
    ),
    "engineer_from_fact_to_bytes": Picture(
        None, "judgement_area", "grade", counted="Grades that minutes state"
    ),
    "engineer_gaps": Picture("meetings_listed", "council_name", "reasons"),
    "journalist_behind_closed_doors": Picture("restricted_items", "council_name"),
    "journalist_report_out_not_yet_scrutinised": Picture(
        "published_on", "council_name", "event_type", "point"
    ),
    "journalist_what_the_page_said_before": Picture(None, "council_name", counted="Changed items"),
    "officer_actions_due": Picture("due_on", "council_name", mark="point"),
    "officer_answers_of_the_executive": Picture("recommendations", "council_name", "response"),
    "officer_changes_last_night": Picture(None, "council_name", "change", counted="Changes"),
    "officer_recommendations_unanswered": Picture("held_on", "council_name", mark="point"),
    "ofsted_days_to_first_scrutiny": Picture(
        "started_on", "days_to_first_scrutiny", "event_type", "point",
        ticks=[-30, -7, 0, 7, 30, 90, 365, 1825],
    ),
    "ofsted_disagreements_with_releases": Picture(None, "fact", counted="Differences"),
    "ofsted_minutes_contradict_register": Picture(
        "minuted_grade", "register_grade", mark="rect", counted="Mentions",
        titles={"minuted_grade": "Minutes say", "register_grade": "Register says"},
    ),
    "ofsted_visits_never_minuted": Picture("started_on", "council_name", "event_type", "point"),
    "researcher_recommendations_a_year": Picture("held_in", "recommendations", "council_name"),
    "researcher_visit_themes_by_region": Picture("visits", "theme", "event_type"),
    "researcher_who_was_in_the_room": Picture(
        "held_on", "present", "council_name", "point", titles={"present": "Members present"}
    ),
}  # fmt: skip


def drawn(answer: Answer, picture: Picture) -> bytes:
    """The answer as a PNG, drawn without a browser or a network."""
    rows = _folded(answer, picture) if picture.folded else answer
    plain = [{name: _plain(name, value) for name, value in row.items()} for row in rows]
    x, y = _side(rows, picture, picture.x, altair.X), _side(rows, picture, picture.y, altair.Y)
    base: Any = altair.Chart(altair.Data(values=plain), width=560).encode(x=x, y=y)
    is_discrete = _kind(rows, picture.y) == "nominal"
    base = base.properties(height=altair.Step(26) if is_discrete else 260)
    match picture.mark:
        case "rect":
            chart = _matrix(base, picture)
        case "point":
            chart = base.mark_point(filled=True, size=80, opacity=0.9)
            if picture.colour:
                chart = chart.encode(color=_colour(rows, picture))
            if picture.colour and is_discrete:
                # Two of one day lie side by side, not one upon the other.
                chart = chart.encode(yOffset=f"{picture.colour}:N").properties(
                    height=altair.Step(26, **{"for": "position"})
                )
        case _:
            chart = base.mark_bar()
            if picture.colour:
                chart = chart.encode(color=_colour(rows, picture))
    return vl_convert.vegalite_to_png(chart.configure(**_LOOK).to_json(), scale=2)


def told(picture: Picture) -> str:
    """What lies along which side, for those who do not see it."""
    across = picture.counted if picture.x is None else _title(picture, picture.x)
    colour = f", coloured by {_title(picture, picture.colour).lower()}" if picture.colour else ""
    return f"Chart: {_title(picture, picture.y)} against {across.lower()}{colour}"


def _matrix(base: Any, picture: Picture) -> Any:
    number = f"sum({picture.colour}):Q" if picture.colour else "count():Q"
    shade = altair.Color(number, legend=None, scale=altair.Scale(range=SHADES))
    numbers = base.mark_text(fontSize=13).encode(text=number, color=altair.value("black"))
    return base.mark_rect().encode(color=shade) + numbers


def _folded(answer: Answer, picture: Picture) -> Answer:
    folded = [name for name in picture.folded if name in answer[0]]
    others = [name for name in answer[0] if name not in folded]
    return [
        {name: row[name] for name in others}
        | {str(picture.x): name, str(picture.colour): row[name]}
        for row in answer
        for name in folded
    ]


def _title(picture: Picture, column: str) -> str:
    return picture.titles.get(column) or heading(column)


def _side(rows: Answer, picture: Picture, column: str | None, channel: Any) -> Any:
    # Half a meeting is no tick.
    whole = altair.Axis(format=",d", labelExpr="datum.value % 1 ? '' : datum.label")
    if column is None:
        return channel("count()", title=picture.counted, axis=whole)
    title, kind = _title(picture, column), _kind(rows, column)
    if picture.ticks and column == picture.y:
        stretched = altair.Scale(type="symlog", nice=False, padding=8)
        axis = altair.Axis(values=list(picture.ticks), format=",d")
        return channel(f"{column}:Q", title=title, scale=stretched, axis=axis)
    match kind:
        case "quantitative" if column.endswith("_in"):  # a year
            return channel(f"{column}:O", title=title)
        case "quantitative" if column in MEASURED:
            return channel(f"{column}:Q", title=title)
        case "quantitative":
            return channel(f"sum({column}):Q", title=title, axis=whole)
        case "temporal":
            return channel(f"{column}:T", title=title, axis=_calendar(rows, column))
        case _:
            return channel(f"{column}:N", title=title, sort=_order(rows, picture, column))


def _calendar(rows: Answer, column: str) -> altair.Axis:
    """Years where there are several; else months or days."""
    known = [row[column] for row in rows if row[column] is not None]
    days = (max(known) - min(known)).days
    if days > 1000:
        return altair.Axis(format="%Y", tickCount="year")
    if days > 90:
        return altair.Axis(format="%b %Y", tickCount="month", labelOverlap=True)
    return altair.Axis(format="%-d %b %Y", tickCount=4)


def _order(rows: Answer, picture: Picture, column: str) -> Any:
    """Grades from best to worst; what is counted, the most first; else as the answer has it."""
    if _is_grade(rows, column):
        return _present(rows, column)
    is_counted = picture.x is None or _kind(rows, picture.x) == "quantitative"
    return "-x" if is_counted and picture.mark == "bar" else None


def _colour(rows: Answer, picture: Picture) -> Any:
    column = str(picture.colour)
    title = _title(picture, column)
    if not _is_grade(rows, column):
        scale = altair.Scale(range=COLOURS)
        return altair.Color(f"{column}:N", title=title, scale=scale, sort=None)
    shown = _present(rows, column)
    hues = [GRADE_COLOURS[code] for code, name in GRADES.items() if name in shown]
    scale = altair.Scale(domain=shown, range=hues)
    return altair.Color(f"{column}:N", title=title, scale=scale)


def _is_grade(rows: Answer, column: str) -> bool:
    return {row[column] for row in rows} - {None} <= GRADES.keys()


def _present(rows: Answer, column: str) -> list[str]:
    found = {row[column] for row in rows}
    return [name for code, name in GRADES.items() if code in found]


def _kind(rows: Answer, column: str) -> str:
    known = next((row[column] for row in rows if row[column] is not None), None)
    if isinstance(known, date | datetime):
        return "temporal"
    return "quantitative" if isinstance(known, int | float) else "nominal"


def _plain(column: str, value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else said(column, value)
