"""Recommendations: search in what was decided, those that nobody answered first."""

from math import ceil

import streamlit as st

from dashboard import downloads
from dashboard.drawing import draw
from dashboard.questions import council
from dashboard.questions import recommendations as questions
from dashboard.questions.recommendations import Wanted
from dashboard.questions.trust import comments
from dashboard.snapshot import Snapshot
from dashboard.wording import DEFINITIONS, counted, worded

PAGE = 25
KINDS = ["recommendation", "resolution", "agreement", "action", "noted"]
STATUSES = ["proposed", "adopted", "lost", "withdrawn", "deferred", "referred"]


def show(snapshot: Snapshot) -> None:
    draw(
        "heading.html",
        level=1,
        title="What was recommended, and who answered",
        lead="Recommendations, resolutions, agreements and actions in the words of the minutes.",
    )
    wanted = _asked_for(snapshot)
    found = questions.how_many(snapshot, wanted)
    total = sum(found.values())
    pages = max(1, ceil(total / PAGE))
    # Another search begins at its own first page.
    place = f"found-{hash(repr(wanted))}"
    page = min(int(st.session_state.get(place, 1)), pages)
    draw(
        "heading.html",
        level=2,
        title=f"{counted(total, 'decision')} found" if total else "Nothing found",
        lead=", ".join(
            f"{found[standing]:,} {standing}"
            for standing in questions.STANDINGS
            if standing in found
        )
        or "Fewer words or filters find more.",
    )
    draw(
        "recommendations.html",
        page=questions.page_of(snapshot, wanted, limit=PAGE, offset=(page - 1) * PAGE),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        if pages > 1:
            st.pagination(pages, key=place)
        sql, parameters = questions.for_download(wanted)
        downloads.offer(snapshot, "recommendations", sql, **parameters)


def _asked_for(snapshot: Snapshot) -> Wanted:
    meaning = comments(snapshot)
    names = {row["council_id"]: row["council_name"] for row in council.councils(snapshot)}
    words = st.text_input(
        "Search the words",
        type="search",
        placeholder='care leavers "personal advisers"',
        help="All words must stand in the decision or in the title of its item; words in "
        "quotation marks together.",
        key="words",
        bind="query-params",
    )
    top = st.columns(3)
    council_id = top[0].selectbox(
        "Council",
        list(names),
        index=None,
        placeholder="All councils",
        format_func=names.__getitem__,
        key="of",
        bind="query-params",
        filter_mode="contains",
    )
    committees = (
        {
            row["committee_id"]: row["committee_name"]
            for row in questions.committees(snapshot, council_id)
        }
        if council_id
        else {}
    )
    committee_id = top[1].selectbox(
        "Committee",
        list(committees),
        index=None,
        placeholder="All committees" if council_id else "Choose a council first",
        format_func=lambda committee: committees.get(committee, ""),
        key=f"committee-{council_id}",
    )
    year = top[2].selectbox(
        "Year", questions.years(snapshot), index=None, placeholder="All years", key="year"
    )
    below = st.columns(3)
    standings = below[0].multiselect(
        "Answered or open",
        questions.STANDINGS,
        format_func=str.capitalize,
        placeholder="All",
        help=" ".join(
            f"{standing.capitalize()}: {DEFINITIONS[standing]}" for standing in questions.STANDINGS
        ),
        key="standing",
    )
    kinds = below[1].multiselect(
        "Kind", KINDS, format_func=lambda kind: worded(kind).capitalize(), placeholder="All",
        help=meaning["fct_recommendations", "kind"] or None,
        key="kind",
    )  # fmt: skip
    statuses = below[2].multiselect(
        "Status",
        STATUSES,
        format_func=str.capitalize,
        placeholder="All",
        help=meaning["fct_recommendations", "status"] or None,
        key="status",
    )
    is_substantive = st.toggle(
        "Without noting, thanks, minutes and procedure",
        value=True,
        key="substance",
        help=meaning["fct_recommendations", "is_substantive"] or None,
    )
    return Wanted(
        words=words or "",
        council_id=council_id,
        committee_id=committee_id,
        kinds=kinds,
        statuses=statuses,
        standings=standings,
        year=year,
        is_substantive=is_substantive,
    )
