"""The way from the sites to what is published, as a picture with a snapshot's own figures."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import jinja2

TEMPLATE = Path(__file__).with_name("flow.svg")
_FIGURES = """
select
    (select count(distinct council_id) from fct_meetings) as councils,
    (
        select count(distinct page_sha256) from (
            from fct_meetings select page_sha256
            union all from fct_agenda_items select page_sha256
            union all from fct_attendances select page_sha256
        )
    ) as pages,
    (select count(*) from fct_agenda_items) as items,
    (select count(*) from fct_recommendations) as decisions,
    (select count(*) from duckdb_tables() where schema_name in ('marts', 'history')) as tables
"""


@dataclass(frozen=True, slots=True)
class Room:
    """Where data rests, and how it gets on from there."""

    name: str
    form: str
    figure: str = ""
    onward: str = ""
    manner: str = ""


def drawn(con: duckdb.DuckDBPyConnection) -> str:
    """The picture as SVG."""
    [(councils, pages, items, decisions, tables)] = con.execute(_FIGURES).fetchall()
    rooms = [
        Room("Council sites", "ModernGov pages", f"{councils:,} councils", "crawl", "politely"),
        Room("Archive", "WARC, as received", f"{pages:,} pages", "parse, read", "on all cores"),
        Room("Landing", "Parquet", f"{items:,} items", "load", "one writer"),
        Room("Raw", "DuckDB", f"{decisions:,} decisions", "build", "dbt, tested"),
        Room("Marts", "facts, evidence", f"{tables:,} tables", "publish", "by rename"),
        Room("Published", "DuckDB, Parquet"),
    ]
    return jinja2.Template(TEMPLATE.read_text(encoding="utf-8")).render(rooms=rooms)
