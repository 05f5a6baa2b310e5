"""Charts: what a table would say more slowly. Each has its table beside it."""

import altair as alt
import streamlit as st

from dashboard.colours import COLOURS, DARK_COLOURS
from dashboard.snapshot import Row
from dashboard.wording import STANDINGS, grade_name


def show_grades_by_year(rows: list[Row]) -> None:
    """A column a year, the best grades at its foot."""
    is_dark = st.context.theme.type == "dark"
    colours = DARK_COLOURS if is_dark else COLOURS
    ink = "#dcdcdc" if is_dark else "#3c3c3c"
    found = {row["standing"] for row in rows}
    shown = [standing for standing in STANDINGS if standing in found]
    values = [
        {
            "year": str(row["year_number"]),
            "grade": grade_name(row["standing"]),
            "councils": row["councils"],
            "place": shown.index(row["standing"]),
        }
        for row in rows
    ]
    chart = (
        alt.Chart(alt.Data(values=values), mark="bar")
        .encode(
            x=alt.X(
                "year:O", title=None, axis=alt.Axis(labelAngle=0, labelColor=ink, titleColor=ink)
            ),
            y=alt.Y(
                "councils:Q",
                title="Councils",
                axis=alt.Axis(tickCount=4, labelColor=ink, titleColor=ink),
            ),
            color=alt.Color(
                "grade:N",
                title=None,
                scale=alt.Scale(
                    domain=[grade_name(standing) for standing in shown],
                    range=[colours[standing] for standing in shown],
                ),
                legend=alt.Legend(orient="bottom", columns=3, labelColor=ink, titleColor=ink),
            ),
            order=alt.Order("place:Q"),
            tooltip=["year:O", "grade:N", "councils:Q"],
        )
        .properties(height=300)
    )
    st.altair_chart(
        chart,
        width="stretch",
        alt="Councils by grade at the end of each year; the table below says the same.",
    )
