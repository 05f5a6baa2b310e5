"""How Sphinx makes the site: Markdown in, plain files out that open without a server."""

from pathlib import Path

from sphinx.application import Sphinx

SETTINGS = {
    "project": "Scrutiny",
    "extensions": ["myst_parser"],
    "myst_enable_extensions": ["deflist"],
    "html_theme": "furo",
    "html_title": "Scrutiny",
    "html_show_copyright": False,
    "html_show_sphinx": False,
    "html_extra_path": ["extra"],
    "html_static_path": [str(Path(__file__).with_name("static"))],
    "html_css_files": ["site.css"],
    "exclude_patterns": ["extra"],
    "myst_heading_anchors": 3,
    "html_show_sourcelink": False,
    "html_copy_source": False,
    "highlight_language": "none",
}


class BrokenDocsError(Exception):
    """A page refers to what is not there; what Sphinx printed names it."""


def build(source: Path, site: Path, *, cache: Path) -> None:
    """Make the site; a warning, such as a broken link, is an error."""
    app = Sphinx(
        srcdir=source,
        confdir=None,
        outdir=site,
        doctreedir=cache,
        buildername="html",
        confoverrides=SETTINGS,
        status=None,
        warningiserror=True,
        freshenv=True,
    )
    app.build()
    if app.statuscode:
        raise BrokenDocsError(f"Sphinx found {app._warncount} faults in {source}")
