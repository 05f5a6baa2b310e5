"""The frame: the pages, the style, and the snapshot that every view of them reads."""

import streamlit as st

from dashboard import drawing
from dashboard.snapshot import Snapshot
from dashboard.views import changes, council, england, recommendations, trust
from orchestration.home import Home

# By the name in the address; the first is the front page.
PAGES = {
    "england": "England",
    "council": "Council",
    "recommendations": "Recommendations",
    "changes": "What changed",
    "trust": "Trust",
}


def show() -> None:
    """Draw the page asked for, from what is published at this moment."""
    icon = str(drawing.FOLDER / "icon.svg")
    st.set_page_config(page_title="Scrutiny", page_icon=icon, layout="wide")
    drawing.draw_style()
    home = Home.from_environment()
    snapshot = Snapshot.in_folder(home.published)
    if snapshot is None:
        drawing.draw("unpublished.html", folder=home.published)
        return
    samples = home.sample_councils() if home.samples.exists() else []
    if samples:
        drawing.draw("samples.html", names=[sample.name for sample in samples])
    invented = {sample.slug for sample in samples}
    views = {
        "england": lambda: england.show(snapshot, invented),
        "council": lambda: council.show(snapshot, invented),
        "recommendations": lambda: recommendations.show(snapshot),
        "changes": lambda: changes.show(snapshot),
        "trust": lambda: trust.show(snapshot, home),
    }
    pages = {
        name: st.Page(views[name], title=title, url_path=name, default=name == "england")
        for name, title in PAGES.items()
    }
    chosen = st.navigation(list(pages.values()), position="top")
    # Links and typed addresses come in by the front door (server.py says why).
    asked = st.query_params.get("page")
    if asked in pages and asked != "england" and chosen == pages["england"]:
        others = {name: st.query_params[name] for name in st.query_params if name != "page"}
        st.switch_page(pages[asked], query_params=others)
    chosen.run()
