"""From rows to the page: templates that escape all they are given, and the filters they share.

Whatever a council wrote reaches the browser through here, so it can only ever be text.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
import streamlit as st

from dashboard import wording

FOLDER = Path(__file__).parent


def draw(template: str, **context: Any) -> None:
    """Put a template on the page."""
    st.html(rendered(template, **context))


def rendered(template: str, **context: Any) -> str:
    return _TEMPLATES.get_template(template).render(defined=wording.DEFINITIONS, **context)


def draw_style() -> None:
    st.html(FOLDER / "style.css")


def address(url: str | None) -> str | None:
    """The address, if it is one that a browser may follow from a page: never `javascript:`."""
    return url if url and urlsplit(url).scheme in ("http", "https") else None


def day(value: date | None, precision: str | None = "day") -> str:
    """A date as exactly as it is known: "18 July 2022", "July 2022"."""
    if value is None:
        return "date not known"
    match precision:
        case "year":
            return str(value.year)
        case "quarter":
            return f"{value:%B} to {_months_later(value, 2):%B %Y}"
        case "month":
            return f"{value:%B %Y}"
        case _:
            return f"{value.day} {value:%B %Y}"


def moment(value: datetime | None) -> str:
    return "never" if value is None else f"{value.day} {value:%B %Y, %H:%M} UTC"


def _months_later(value: date, months: int) -> date:
    year, month = divmod(value.year * 12 + value.month - 1 + months, 12)
    return date(year, month + 1, 1)


def marked(text: str, start: int, end: int, *, around: int = 700) -> tuple[str, str, str]:
    """The evidence and what stands around it, cut at words and with dots where it was cut."""
    before, evidence, after = text[:start], text[start:end], text[end:]
    if len(before) > around:
        before = "… " + before[-around:].partition(" ")[2]
    if len(after) > around:
        after = after[:around].rpartition(" ")[0] + " …"
    return before, evidence, after


def _templates() -> jinja2.Environment:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {
        "address": address,
        "day": day,
        "moment": moment,
        "iso_day": lambda text: day(date.fromisoformat(text)),
        "marked": marked,
        "quoted": lambda text: quote(text, safe=""),
        "worded": wording.worded,
        "grade_name": wording.grade_name,
        "area_name": wording.area_name,
        "and_list": and_list,
        "counted": wording.counted,
    }
    return templates


def and_list(words: Iterator[str]) -> str:
    """ "a, b and c"."""
    *most, last = [*words]
    return f"{', '.join(most)} and {last}" if most else last


_TEMPLATES = _templates()
