"""The site's first page: what this is, a few figures of the snapshot, and where to begin."""

from datetime import datetime
from pathlib import Path

import duckdb
import jinja2

from docs.site.flow import drawn

TEMPLATE = Path(__file__).with_name("front.md")
_FIGURES = """
select
    (select count(distinct council_id) from fct_meetings) as councils_read,
    (select count(*) from fct_meetings) as meetings,
    (select count(*) from fct_agenda_items) as agenda_items,
    (select count(*) from fct_recommendations) as decisions,
    (select count(*) from fct_inspection_mentions) as inspection_mentions,
    (
        select count(distinct inspection_event_id) from fct_inspection_outcomes
    ) as inspections_and_visits
"""
_MADE_AT = "select max(fetched_at) from fct_meetings"


def write(con: duckdb.DuckDBPyConnection, source: Path) -> None:
    found = con.execute(_FIGURES)
    names = [column[0] for column in found.description or ()]
    figures = dict(zip(names, found.fetchall()[0], strict=True))
    [(newest,)] = con.execute(_MADE_AT).fetchall()
    page = jinja2.Template(TEMPLATE.read_text(encoding="utf-8"), keep_trailing_newline=True)
    text = page.render(figures=_listed(figures), newest=_day(newest))
    (source / "index.md").write_text(text, encoding="utf-8")
    (source / "generated" / "flow.svg").write_text(drawn(con), encoding="utf-8")


def _listed(figures: dict[str, int]) -> str:
    """As HTML in one line, as Markdown lets it pass through."""
    told = "".join(
        f"<div><dt>{name.replace('_', ' ')}</dt><dd>{count:,}</dd></div>"
        for name, count in figures.items()
    )
    return f'<dl class="figures">{told}</dl>'


def _day(moment: datetime | None) -> str:
    return "no day yet" if moment is None else f"{moment.day} {moment:%B %Y}"
