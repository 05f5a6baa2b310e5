"""A few rows of a table as a Markdown table: what Dagster shows of an asset."""

import html
import re
from collections.abc import Sequence
from typing import Any

import duckdb

ROWS = 5
LONGEST_CELL = 80
MOST_COLUMNS = 12
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~-])")


def sample(con: duckdb.DuckDBPyConnection, table: str) -> str:
    """The first rows of a table, by its first column."""
    found = con.execute(f"select * from {table} order by 1 limit {ROWS}")
    names = [column[0] for column in found.description or []][:MOST_COLUMNS]
    return markdown_table(names, [row[:MOST_COLUMNS] for row in found.fetchall()])


def markdown_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Rows under their names; nothing that a page says can become markup."""
    lines = [names, ["---"] * len(names), *([cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(value: Any) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split())
    if len(text) > LONGEST_CELL:
        text = f"{text[: LONGEST_CELL - 1]}…"
    return _MARKUP.sub(r"\\\1", html.escape(text, quote=False))
