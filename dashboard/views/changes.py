"""What changed: what the latest crawl of each council found against what stood before."""

from math import ceil

import streamlit as st

from dashboard import downloads
from dashboard.drawing import draw
from dashboard.questions import changes as questions
from dashboard.questions.trust import comments
from dashboard.snapshot import Snapshot
from dashboard.wording import counted, worded

PAGE = 50


def show(snapshot: Snapshot) -> None:
    counts = questions.counts(snapshot)
    total = sum(row["changes"] for row in counts)
    draw(
        "heading.html",
        level=1,
        title=counted(total, "change") if total else "Nothing changed",
        lead="What the latest crawl of each council found against its last complete one. A first "
        "crawl has nothing to compare with, so it finds no change.",
    )
    if not total:
        return
    names = {row["council_id"]: row["council_name"] for row in counts}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        council_id = st.selectbox(
            "Council",
            sorted(names, key=names.__getitem__),
            index=None,
            placeholder="All councils",
            format_func=names.__getitem__,
            key="changed-council",
        )
        change = st.selectbox(
            "Change",
            sorted({row["change"] for row in counts}),
            index=None,
            placeholder="All changes",
            format_func=lambda code: worded(code).capitalize(),
            key="changed-how",
        )
        downloads.offer(
            snapshot, "changes", questions.CHANGES, council_id=council_id, change=change
        )
    found = sum(
        row["changes"]
        for row in counts
        if council_id in (None, row["council_id"]) and change in (None, row["change"])
    )
    pages = max(1, ceil(found / PAGE))
    place = f"changes-{council_id}-{change}"
    page = min(int(st.session_state.get(place, 1)), pages)
    draw(
        "changes.html",
        changes=questions.page_of(
            snapshot, limit=PAGE, offset=(page - 1) * PAGE, council_id=council_id, change=change
        ),
        comments=comments(snapshot),
    )
    if pages > 1:
        st.pagination(pages, key=place)
