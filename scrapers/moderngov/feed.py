"""`mgRss.aspx?CID=…`: what a committee published lately, as RSS: it tells of meetings."""

import re

from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.labels import read_sitting
from scrapers.moderngov.service_xml import children, descendants, root_of, value
from scrapers.moderngov.urls import address_of
from scrapers.records import Meeting, Record

# As in "Agenda for Cabinet, 12 March 2024" and "New minutes published: Cabinet - 12/03/2024".
_AROUND = re.compile(
    r"^(?:(?:new|updated)\s+)?(?:(?:agenda|minutes|decisions|documents|meeting)\b[^:]{0,40}?"
    r"(?::|\bfor\b|\bof\b))\s*",
    re.IGNORECASE,
)


def parse_feed(page: str, *, url: str) -> list[Record]:
    """Give each meeting that an entry links to, once, as far as its title names it."""
    root = root_of(page, "rss", url)
    channels = list(children(root, "channel"))
    if not channels:
        raise PageChangedError(f"expected one <channel>, found none: {url}")
    found: dict[int, Meeting] = {}
    for entry in descendants(root, "item"):
        address = address_of(value(entry, "link") or "")
        sitting = read_sitting(_AROUND.sub("", value(entry, "title") or ""))
        if address is None or address.kind is not PageKind.MEETING_DOCUMENTS or sitting is None:
            continue
        found.setdefault(
            int(address.id),
            Meeting(
                meeting_id=int(address.id),
                committee_id=address.committee_id,
                committee_name=sitting.committee_name,
                held_on=sitting.held_on,
                starts_at_local=sitting.starts_at_local,
            ),
        )
    return list(found.values())
