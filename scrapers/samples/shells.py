"""The page shells in `templates/`, and how ModernGov prints dates, links and titles in them."""

import re
from datetime import date, time
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from scrapers.samples.prose import word, word_cut
from scrapers.samples.story import Item, Meeting, Story, bare_name


def render(template: str, **values: object) -> str:
    return _environment.get_template(template).render(**values)


def moment(meeting: Meeting) -> str:
    """202601151930, as in the links to earlier and later meetings."""
    return f"{meeting.on:%Y%m%d}{meeting.time.replace(':', '')}"


def _clock(printed: str, separator: str = ":") -> str:
    """7:30 pm"""
    at = time.fromisoformat(printed)
    return f"{at.hour % 12 or 12}{separator}{at:%M} {'am' if at.hour < 12 else 'pm'}"


def _short_date(on: date) -> str:
    """15 Jan 2026"""
    return f"{on.day} {on:%b %Y}"


def _long_date(on: date) -> str:
    """Thursday 15 January 2026"""
    return f"{on:%A} {on.day} {on:%B %Y}"


def _held(meeting: Meeting, story: Story) -> str:
    """Date and time as this site's headings print them."""
    if meeting.welsh_date:
        return meeting.welsh_date
    if story.site.date_style == "plain":
        return f"{_long_date(meeting.on)} {_clock(meeting.time)}"
    day = meeting.on.day
    suffix = "th" if day in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    ordinal = f"{meeting.on:%A}, {day}{suffix} {meeting.on:%B}, {meeting.on.year}"
    return f"{ordinal} {_clock(meeting.time, '.')}"


def _entities(text: str) -> Markup:
    """Spaces and signs as numbers, as ModernGov writes the titles of its links."""
    return Markup(re.sub(r"[^\w.,?=;-]", lambda sign: f"&#{ord(sign.group())};", text))


def _title(text: str) -> Markup:
    """Signs as numbers, as ModernGov writes the titles of items."""
    return Markup(re.sub(r"[^\w\s.,?;-]", lambda sign: f"&#{ord(sign.group())};", text))


def _cut_minutes(item: Item) -> Markup:
    words = f"Link to view the full item text for item {item.number}, {item.title}"
    link = Markup(
        '<a href="mgAi.aspx?ID={}" title="{}">view the full minutes text for item {}</a>'
    ).format(item.id, words, item.number)
    return word_cut(item.minutes or "", item.cut_after or "", link)


_environment = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters |= {
    "bare_name": bare_name,
    "clock": _clock,
    "cut_minutes": _cut_minutes,
    "entities": _entities,
    "escaped_html": lambda text: str(word(text)),  # str: so that the template escapes it
    "held": _held,
    "long_date": _long_date,
    "moment": moment,
    "numeric_date": lambda on: f"{on:%d/%m/%Y}",
    "short_date": _short_date,
    "title_text": _title,
    "word": word,
}
