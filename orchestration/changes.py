"""What changed last night, for readers without a database: a CSV file and an RSS feed.

They stand beside the snapshot. What counts as a change is decided in dbt, in `rpt_changes`.
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from orchestration.warehouse import connect

COLUMNS = (
    "council", "change", "detail", "committee", "meeting_on", "item", "noticed_at", "address",
    "change_id",
)  # fmt: skip
MOST_IN_FEED = 500
WORDS = {
    "agenda_published": "Agenda published",
    "minutes_published": "Minutes published",
    "text_revised": "Text revised",
    "cancelled": "Meeting cancelled",
    "postponed": "Meeting postponed",
    "redated": "Meeting moved to another day",
    "withdrawn": "Withdrawn",
    "new_document": "New document",
}
# A spreadsheet takes a cell that begins with one of these for a formula, whoever wrote it; some
# look past white space, and take the full-width forms likewise.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# What no XML document may hold, escaped or not.
NOT_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Change = tuple[str | datetime | None, ...]

_CHANGES = """
select
    councils.council_name,
    changes.change,
    changes.detail,
    committees.committee_name,
    changes.held_on::varchar,
    versions.title,
    changes.noticed_at,
    changes.source_url,
    changes.change_id
from history.rpt_changes as changes
inner join marts.dim_councils as councils on changes.council_id = councils.council_id
left join marts.dim_committees as committees on changes.committee_id = committees.committee_id
left join (
    select agenda_item_id, max_by(title, version_number) as title
    from history.fct_agenda_item_versions
    where agenda_item_id in (select changed.agenda_item_id from history.rpt_changes as changed)
    group by agenda_item_id
) as versions
    on changes.agenda_item_id = versions.agenda_item_id
order by changes.noticed_at desc, councils.council_name, changes.change_id
"""


def change_files(warehouse: Path, *, at: datetime) -> dict[str, str]:
    """The changes that each council's latest crawl found, newest first."""
    with connect(warehouse, read_only=True) as con:
        changes = con.execute(_CHANGES).fetchall()
    return {"changes.csv": as_csv(changes), "changes.rss": as_feed(changes, at=at)}


def as_csv(changes: Iterable[Change]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([_cell(value) for value in change] for change in changes)
    return text.getvalue()


def as_feed(changes: Iterable[Change], *, at: datetime) -> str:
    """RSS 2.0. A change keeps its guid from night to night, so that no reader sees it twice."""
    feed = ET.Element("rss", version="2.0")
    channel = ET.SubElement(feed, "channel")
    _add(channel, "title", "Scrutiny: what councils published and changed")
    _add(channel, "link", "changes.csv")
    _add(channel, "description", "What the latest crawl of each council found changed.")
    _add(channel, "lastBuildDate", format_datetime(at))
    for change in list(changes)[:MOST_IN_FEED]:
        _add_change(channel, dict(zip(COLUMNS, change, strict=True)))
    ET.indent(feed)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _add_change(channel: ET.Element, change: dict[str, str | datetime | None]) -> None:
    entry = ET.SubElement(channel, "item")
    what = WORDS[str(change["change"])]
    about = change["item"] or change["committee"]
    _add(entry, "title", ": ".join(str(part) for part in (change["council"], what, about) if part))
    _add(entry, "link", str(change["address"]))
    _add(entry, "guid", str(change["change_id"])).set("isPermaLink", "false")
    noticed_at = change["noticed_at"]
    if isinstance(noticed_at, datetime):
        _add(entry, "pubDate", format_datetime(noticed_at))
    told = (change["committee"], change["meeting_on"], change["detail"])
    _add(entry, "description", " · ".join(str(part) for part in told if part))


def _add(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = NOT_XML.sub("", text)
    return element


def _cell(value: str | datetime | None) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat()
        case _:
            return f"'{value}" if FORMULA.match(value) else value
