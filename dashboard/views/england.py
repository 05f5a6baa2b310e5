"""England: every council by its current grade, and who is under monitoring."""

from collections import Counter

import streamlit as st

from dashboard import downloads
from dashboard.drawing import draw
from dashboard.questions import england as questions
from dashboard.questions.standing import STANDING, standing_of_all
from dashboard.snapshot import Row, Snapshot
from dashboard.views import charts
from dashboard.wording import STANDINGS, grade_name

# As they lie on a map, row by row from the north west.
REGIONS = [
    "North West",
    "North East",
    "Yorkshire and The Humber",
    "West Midlands",
    "East Midlands",
    "East of England",
    "South West",
    "South East",
    "London",
]
INVENTED = "Invented sample councils"
ELSEWHERE = "Outside the regions of England"


def show(snapshot: Snapshot, invented: set[str]) -> None:
    councils = standing_of_all(snapshot)
    _show_head(snapshot, [council for council in councils if council["is_english"]])
    _show_map(snapshot, councils, invented)
    inadequate = [council for council in councils if council["is_inadequate"]]
    draw(
        "england_inadequate.html",
        councils=sorted(inadequate, key=lambda council: council["inadequate_since"]),
        samples=invented,
    )
    downloads.offer(
        snapshot,
        "inadequate",
        f"select * from ({STANDING}) where is_inadequate order by inadequate_since, council_name",
    )
    draw("england_newest.html", events=questions.newest_events(snapshot))
    _show_years(snapshot)


def _show_head(snapshot: Snapshot, english: list[Row]) -> None:
    inadequate = [council for council in english if council["is_inadequate"]]
    counted = Counter(council["standing"] for council in english)
    draw(
        "england_head.html",
        council_count=len(english),
        counts=[(standing, counted[standing]) for standing in STANDINGS if counted[standing]],
        inadequate=inadequate,
        longest=min(inadequate, key=lambda council: council["inadequate_since"], default=None),
        visits=sum(council["visits_since"] for council in inadequate),
        reading=questions.reading(snapshot),
    )


def _show_map(snapshot: Snapshot, councils: list[Row], invented: set[str]) -> None:
    draw("heading.html", level=2, title="Council by council", lead="In each region those in most "
         "trouble first. A council opens its own page.")  # fmt: skip
    places = [_region(council, invented) for council in councils]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        region = st.selectbox(
            "Region",
            [place for place in [*REGIONS, INVENTED, ELSEWHERE] if place in places],
            index=None,
            placeholder="All regions",
            key="region",
            bind="query-params",
        )
        standing = st.selectbox(
            "Grade",
            [code for code in STANDINGS if code in {council["standing"] for council in councils}],
            index=None,
            placeholder="All grades",
            format_func=grade_name,
            key="grade",
            bind="query-params",
        )
        downloads.offer(snapshot, "standing", f"{STANDING} order by council_name")
    shown = [
        (place, council)
        for place, council in zip(places, councils, strict=True)
        if (not region or place == region) and (not standing or council["standing"] == standing)
    ]
    blocks = [
        (place, [council for owner, council in shown if owner == place])
        for place in [*REGIONS, INVENTED, ELSEWHERE]
    ]
    draw("england_map.html", regions=[(place, found) for place, found in blocks if found])


def _region(council: Row, invented: set[str]) -> str:
    if council["council_id"] in invented:
        return INVENTED
    return council["region_name"] if council["region_name"] in REGIONS else ELSEWHERE


def _show_years(snapshot: Snapshot) -> None:
    rows = questions.grades_by_year(snapshot)
    if not rows:
        return
    draw(
        "heading.html",
        level=2,
        title="How England’s grades moved",
        lead="Councils by the grade they held at the end of each year, or now. A grade is held "
        "from one inspection to the next.",
    )
    charts.show_grades_by_year(rows)
    with st.expander("The same as a table"):
        years: dict[int, dict[str, int]] = {}
        for row in rows:
            years.setdefault(row["year_number"], {})[row["standing"]] = row["councils"]
        found = {row["standing"] for row in rows}
        draw("grades_by_year.html", years=years, standings=[s for s in STANDINGS if s in found])
    downloads.offer(snapshot, "grades-by-year", questions.GRADES_BY_YEAR)
