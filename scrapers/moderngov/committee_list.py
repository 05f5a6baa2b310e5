"""The committees of a council, from whichever page lists them.

That is `mgListCommittees`, `mgCommitteeStructure`, `ieDocHome`, a cover page, or the list to choose
from in the form of `ieDocSearch`.
"""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.urls import address_of
from scrapers.records import Committee, Record

LINKS = "li a[href*=mgCommitteeDetails.aspx], li a[href*=ieListMeetings.aspx]"
CHOICE = "select#CommitteeId"
# The constitution and the like are kept as "meetings for information" of a make-believe committee.
_NOT_A_COMMITTEE = re.compile(r"[?&](?:amp;)?(?:info=1|md=constitution)\b", re.IGNORECASE)
_CATEGORIES = ("h2", "h3", "h4")
_ROWS = ("li", "td")


def parse_committee_list(page: str, *, url: str) -> list[Record]:
    """Give the committees in the order of the page, each once."""
    root = html.modgov(page)
    committees = _chosen_from(root) or _linked(root)
    if not committees:
        raise PageChangedError(f"expected some {LINKS!r} or {CHOICE!r}, found none: {url}")
    first_of: dict[int, Record] = {}
    for committee in committees:
        first_of.setdefault(committee.committee_id, committee)
    return list(first_of.values())


def _chosen_from(root: html.Tag) -> list[Committee]:
    choices = (tag for tag in html.each(root, "select") if tag.get("id") == "CommitteeId")
    return [
        Committee(committee_id=int(str(option.get("value"))), committee_name=html.text(option))
        for choice in choices
        for option in html.each(choice, "option")
        # The first one, 0, stands for all committees.
        if re.fullmatch(r"[1-9]\d{0,17}", str(option.get("value") or "")) and html.text(option)
    ]


def _linked(root: html.Tag) -> list[Committee]:
    found, category = [], None
    for tag in html.each(root, "a", *_CATEGORIES):
        if tag.name != "a":
            is_title = html.has_class(tag, "mgSubTitleTxt")
            category = category if is_title else html.text(tag) or None
            continue
        href = str(tag.get("href") or "")
        committee_id = _committee_id(href)
        # Councils' prose links a committee here and there; a list of them is a list.
        if committee_id and html.text(tag) and any(p.name in _ROWS for p in tag.parents):
            found.append(
                Committee(
                    committee_id=committee_id, committee_name=html.text(tag), category=category
                )
            )
    return found


def _committee_id(href: str) -> int | None:
    address = address_of(href)
    if address is None or _NOT_A_COMMITTEE.search(href):
        return None
    is_list = address.kind is PageKind.MEETING_LIST and "/" not in address.id
    return int(address.id) if is_list or address.kind is PageKind.COMMITTEE_DETAILS else None
