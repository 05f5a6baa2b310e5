"""A picture of a snapshot for Dagster's pages, drawn without a browser or a network."""

import base64
import json
from pathlib import Path

import duckdb
import vl_convert

MEETINGS = """
select
    year(held_on)::varchar as year,
    coalesce(minutes_status, 'unknown') as minutes_status,
    count(*) as meetings
from marts.fct_meetings
where meeting_status <> 'cancelled' and held_on is not null
group by all
order by all
"""
# From dark to light as minutes are out, in draft, or not there: told apart without their hues.
# Of a meeting that a saved text alone names, nothing is known of its minutes.
_STATES = {"published": "#123f7a", "draft": "#6aa5d8", "none": "#f5d36b", "unknown": "#e4e4e4"}


def meetings_a_year(snapshot: Path) -> str:
    """Markdown of a picture: the meetings of each year, and how far their minutes have come.

    A year that is too low, or too pale, is a site that was not read whole.
    """
    with duckdb.connect(str(snapshot), read_only=True) as con:
        found = con.execute(MEETINGS)
        names = [column[0] for column in found.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    for row in rows:
        row["place"] = [*_STATES].index(row["minutes_status"])
    chart = {
        "data": {"values": rows},
        "width": 520,
        "height": 200,
        "background": "white",
        "mark": "bar",
        "encoding": {
            "x": {"field": "year", "type": "ordinal", "title": "Year", "axis": {"labelAngle": 0}},
            "y": {"field": "meetings", "type": "quantitative", "title": "Meetings"},
            "color": {
                "field": "minutes_status",
                "type": "nominal",
                "title": "Minutes",
                "scale": {"domain": list(_STATES), "range": list(_STATES.values())},
            },
            # What is published lies at the foot.
            "order": {"field": "place"},
        },
    }
    picture = base64.b64encode(vl_convert.vegalite_to_png(json.dumps(chart))).decode()
    return f"![Meetings a year, by the state of their minutes](data:image/png;base64,{picture})"
