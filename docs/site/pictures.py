"""A picture of each of the twenty answers: which column lies along which side."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import altair
import vl_convert

# Okabe and Ito's colours, which colour-blind readers tell apart.
COLOURS = ["#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#F0E442", "#000000"]
MEASURED = {"years", "days_to_first_scrutiny", "present"}  # read one by one, not added up
Answer = Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Picture:
    """`x` None counts rows. `folded` columns stand side by side in the answer, as in a matrix."""

    x: str | None
    y: str
    colour: str | None = None
    mark: str = "bar"
    folded: list[str] = field(default_factory=list)


_LOOK = {
    "background": "white",
    "font": "sans-serif",
    "view": altair.ViewConfig(stroke=None),
    "axis": altair.AxisConfig(gridColor="#e8e8e8", labelLimit=260, labelFontSize=11),
    "axisX": altair.AxisConfig(labelAngle=0),
    "mark": altair.MarkConfig(color=COLOURS[0]),
}
GRADES = ["outstanding", "good", "requires_improvement", "inadequate"]
PICTURES = {
    "dfe_grade_transitions": Picture("grade", "previous_grade", "councils", "rect", GRADES),
    "dfe_inadequate_now": Picture("inadequate_since", "council_name", mark="point"),
    "dfe_interventions_without_end": Picture(
        "date_from", "council_name", "intervention_type", "point"
    ),
    "dfe_years_to_leave_inadequate": Picture("found_better_on", "years", "grade", "point"),
    "engineer_from_fact_to_bytes": Picture(None, "judgement_area", "grade"),
    "engineer_gaps": Picture("month", "meetings_listed", "council_name"),
    "journalist_behind_closed_doors": Picture("restricted_items", "council_name"),
    "journalist_report_out_not_yet_scrutinised": Picture(
        "published_on", "council_name", "event_type", "point"
    ),
    "journalist_what_the_page_said_before": Picture(None, "council_name"),
    "officer_actions_due": Picture("due_on", "council_name", mark="point"),
    "officer_answers_of_the_executive": Picture("recommendations", "council_name", "response"),
    "officer_changes_last_night": Picture(None, "council_name", "change"),
    "officer_recommendations_unanswered": Picture("held_on", "council_name", mark="point"),
    "ofsted_days_to_first_scrutiny": Picture(
        "started_on", "days_to_first_scrutiny", "event_type", "point"
    ),
    "ofsted_disagreements_with_releases": Picture(None, "fact", "event_type"),
    "ofsted_minutes_contradict_register": Picture(
        "started_on", "council_name", "minuted_grade", "point"
    ),
    "ofsted_visits_never_minuted": Picture("started_on", "council_name", "event_type", "point"),
    "researcher_recommendations_a_year": Picture("held_in", "recommendations", "council_name"),
    "researcher_visit_themes_by_region": Picture("visits", "theme", "event_type"),
    "researcher_who_was_in_the_room": Picture("held_on", "present", "council_name", "point"),
}


def drawn(answer: Answer, picture: Picture) -> bytes:
    """The answer as a PNG, drawn without a browser or a network."""
    rows = _folded(answer, picture) if picture.folded else answer
    plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
    sides = {"x": _side(rows, picture.x, "x"), "y": _side(rows, picture.y, "y")}
    base: Any = altair.Chart(altair.Data(values=plain), width=560).encode(**sides)
    base = base.properties(height=altair.Step(24) if _is_discrete(rows, picture.y) else 260)
    if picture.colour:
        base = base.encode(color=_colour(rows, picture.colour))
    match picture.mark:
        case "rect":
            numbers = base.mark_text(fontSize=13).encode(
                text=f"{picture.colour}:Q", color=altair.value("black")
            )
            chart = base.mark_rect() + numbers
        case "point":
            chart = base.mark_point(filled=True, size=80, opacity=0.9)
        case _:
            chart = base.mark_bar()
    return vl_convert.vegalite_to_png(chart.configure(**_LOOK).to_json(), scale=2)


def _folded(answer: Answer, picture: Picture) -> Answer:
    others = [name for name in answer[0] if name not in picture.folded]
    return [
        {name: row[name] for name in others}
        | {str(picture.x): name, str(picture.colour): row[name]}
        for row in answer
        for name in picture.folded
    ]


def _side(rows: Answer, column: str | None, side: str) -> Any:
    channel = altair.X if side == "x" else altair.Y
    if column is None:
        return channel("count()", title="rows")
    kind = _kind(rows, column)
    # Names explain themselves; a number does not.
    title = column.replace("_", " ") if kind != "nominal" else None
    if kind == "quantitative" and column.endswith("_in"):  # a year
        return channel(f"{column}:O", title=title)
    if kind == "quantitative" and column not in MEASURED:
        return channel(f"sum({column}):Q", title=title)
    if kind == "temporal":
        return channel(f"{column}:T", title=title, axis=altair.Axis(format="%b %Y"))
    return channel(f"{column}:{kind[0].upper()}", title=title, sort=None)


def _is_discrete(rows: Answer, column: str) -> bool:
    return _kind(rows, column) == "nominal"


def _colour(rows: Answer, column: str) -> Any:
    title = column.replace("_", " ")
    if _kind(rows, column) == "quantitative":
        return altair.Color(
            f"{column}:Q", title=title, scale=altair.Scale(range=["#f3f7fb", "#7fb2d9"])
        )
    return altair.Color(f"{column}:N", title=title, scale=altair.Scale(range=COLOURS))


def _kind(rows: Answer, column: str) -> str:
    known = next((row[column] for row in rows if row[column] is not None), None)
    if isinstance(known, date | datetime):
        return "temporal"
    return "quantitative" if isinstance(known, int | float) else "nominal"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
