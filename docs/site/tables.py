"""Rows as HTML tables. What pages said is text here and nothing else: no markup of theirs runs."""

from collections.abc import Iterable, Sequence
from html import escape

LONGEST_CELL = 240


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """An HTML table in one line, as Markdown lets it pass through."""
    head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        '<div class="table-wrapper"><table class="docutils">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    if text.startswith(("https://", "http://")):
        return f'<td><a href="{escape(text)}">page</a></td>'
    shown = text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
    return f"<td>{escape(shown)}</td>"
