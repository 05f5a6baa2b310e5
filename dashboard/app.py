"""The dashboard's frame: its pages, its style, and the snapshot that every view of them reads.

Streamlit runs this from top to bottom on each view. It finds out anew what is published, so that a
snapshot that was replaced since is the one shown.
"""

import streamlit as st

from dashboard import drawing
from dashboard.snapshot import Snapshot
from dashboard.views import changes, council, england, recommendations, trust
from orchestration.home import Home


def main() -> None:
    st.set_page_config(
        page_title="Scrutiny", page_icon=str(drawing.FOLDER / "icon.svg"), layout="wide"
    )
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
    st.navigation(
        [
            st.Page(
                lambda: england.show(snapshot, invented),
                title="England",
                url_path="england",
                default=True,
            ),
            st.Page(lambda: council.show(snapshot, invented), title="Council", url_path="council"),
            st.Page(
                lambda: recommendations.show(snapshot),
                title="Recommendations",
                url_path="recommendations",
            ),
            st.Page(lambda: changes.show(snapshot), title="What changed", url_path="changes"),
            st.Page(lambda: trust.show(snapshot, home), title="Trust", url_path="trust"),
        ],
        position="top",
    ).run()


main()
