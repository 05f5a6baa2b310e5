"""Rows as HTML tables. What pages said is text here and nothing else: no markup of theirs runs."""

import re
from collections.abc import Iterable, Sequence
from html import escape

LONGEST_CELL = 240
# Of a text this long the column is kept wide enough to read.
LONG = 60
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}( \d{2}:\d{2} UTC)?")
_HASH = re.compile(r"[0-9a-f]{64}")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """An HTML table in one line, as Markdown lets it pass through."""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        '<div class="table-wrapper"><table class="docutils">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(value: object) -> str:
    if isinstance(value, int | float):
        return f'<td class="number">{value:,.6g}</td>'
    text = "" if value is None else " ".join(str(value).split())
    if text.startswith(("https://", "http://")):
        return f'<td><a href="{escape(text)}">page</a></td>'
    if _HASH.fullmatch(text):
        return f'<td><code title="{text}">{text[:12]}…</code></td>'
    shown = text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
    return f"<td{_class(shown)}>{escape(shown)}</td>"


def _class(text: str) -> str:
    if _DAY.fullmatch(text):
        return ' class="day"'
    return ' class="long"' if len(text) > LONG else ""
