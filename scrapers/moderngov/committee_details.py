"""`mgCommitteeDetails.aspx?ID=…`: one committee. Its purpose and members are not read."""

import re

from scrapers import html
from scrapers.errors import PageChangedError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.asked import check_answer
from scrapers.moderngov.urls import address_of
from scrapers.records import Committee, Record

HEADING = re.compile(r"committee details|manylion.{0,12} pwyllgor", re.IGNORECASE)


def parse_committee_details(page: str, *, url: str) -> list[Record]:
    """Give the committee, once it says both its name and its number."""
    root = html.modgov(page)
    if not HEADING.search(html.heading(root)):
        raise PageChangedError(f"expected the heading 'Committee details', found another: {url}")
    titles = [words for tag in html.each(root, "h2") if (words := html.text(tag))]
    committee_id = _committee_id(root, url)
    if not titles or committee_id is None:
        raise PageChangedError(f"expected a name in 'h2' and a link to its meetings: {url}")
    return [Committee(committee_id=committee_id, committee_name=titles[0])]


def _committee_id(root: html.Tag, url: str) -> int | None:
    """Read the number from the link to the committee's meetings, else from the page's address."""
    hrefs = (str(link.get("href") or "") for link in html.each(root, "a"))
    listed = (a for a in map(address_of, hrefs) if a and a.kind is PageKind.MEETING_LIST)
    linked = next((int(a.id.partition("/")[0]) for a in listed), None)
    check_answer(url, PageKind.COMMITTEE_DETAILS, linked)
    address = address_of(url)
    own = address and address.kind is PageKind.COMMITTEE_DETAILS
    return linked or (int(address.id) if address and own else None)
