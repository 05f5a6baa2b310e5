"""Council: one council's grades over time, and all that happened, each linked to its page."""

from collections.abc import Iterable
from itertools import groupby
from math import ceil
from typing import Any

import streamlit as st

from dashboard import downloads
from dashboard.drawing import draw
from dashboard.questions import council as questions
from dashboard.questions.standing import standing_of
from dashboard.questions.trust import comments
from dashboard.snapshot import Row, Snapshot
from dashboard.wording import AREAS, regime_name

PAGE = 40


def show(snapshot: Snapshot, invented: set[str]) -> None:
    councils = {row["council_id"]: row for row in questions.councils(snapshot)}
    if not councils:
        draw("heading.html", level=1, title="No council is known", lead=None)
        return
    chosen = _chosen(councils)
    draw(
        "council_head.html",
        council=standing_of(snapshot, chosen),
        counts=questions.counts(snapshot, chosen),
        comments=comments(snapshot),
        is_sample=chosen in invented,
    )
    inspections = list(_by_inspection(questions.grades_over_time(snapshot, chosen)))
    draw(
        "council_grades.html",
        inspections=inspections,
        areas=_areas(inspections),
        comments=comments(snapshot),
    )
    downloads.offer(snapshot, f"{chosen}-grades", questions.GRADES, council_id=chosen)
    _show_timeline(snapshot, chosen, councils[chosen]["has_minutes"])


def _chosen(councils: dict[str, Row]) -> str:
    """The council that the address asks for, until another is picked; the address follows."""
    asked = st.query_params.get("council")
    if asked in councils and "council" not in st.session_state:
        st.session_state["council"] = asked
    chosen = st.selectbox(
        "Council",
        list(councils),
        format_func=lambda council_id: councils[council_id]["council_name"],
        key="council",
        filter_mode="contains",
    )
    st.query_params["council"] = chosen
    return chosen


def _by_inspection(rows: Iterable[Row]) -> Iterable[dict[str, Any]]:
    """Each inspection with its areas as cells, in the order of the rows."""
    for _, judged in groupby(rows, key=lambda row: row["inspection_event_id"]):
        cells = {row["judgement_area"]: row for row in judged}
        yield next(iter(cells.values())) | {"cells": cells}


def _areas(inspections: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The areas that any of them judged, in the framework's order, in Ofsted's words."""
    labels = {
        area: cell["area_label"]
        for inspection in inspections
        for area, cell in inspection["cells"].items()
    }
    return {area: labels[area] for area in [*AREAS, *sorted(labels)] if area in labels}


def _show_timeline(snapshot: Snapshot, council_id: str, has_minutes: bool) -> None:
    draw(
        "heading.html",
        level=2,
        title="What happened",
        lead="Newest first, each linked to where it is told. Committee items are those that speak "
        "of an inspection, a visit or an intervention; recommendations are those of substance.",
    )
    kinds = st.pills(
        "Show",
        list(questions.KINDS),
        selection_mode="multi",
        default=list(questions.KINDS),
        format_func=questions.KINDS.__getitem__,
        key="kinds",
    )
    size = questions.timeline_size(snapshot, council_id, kinds)
    pages = max(1, ceil(size / PAGE))
    # A page of its own for each council and choice, so that none opens in the middle.
    place = f"timeline-{council_id}-{'-'.join(kinds)}"
    page = min(int(st.session_state.get(place, 1)), pages)
    things = questions.timeline(snapshot, council_id, kinds, limit=PAGE, offset=(page - 1) * PAGE)
    draw(
        "council_timeline.html",
        has_minutes=has_minutes,
        things=[
            thing | {"regime_name": regime_name(thing["regime"]) if thing["regime"] else ""}
            for thing in things
        ],
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if pages > 1:
            st.pagination(pages, key=place)
        downloads.offer(
            snapshot,
            f"{council_id}-timeline",
            f"{questions.TIMELINE} order by happened_on desc nulls last, kind, thing_id",
            council_id=council_id,
            kinds=kinds,
        )
