"""The files and webcasts that a page lists: one link, or one line of a list, is one `Document`.

Which lists a page has is for the parser of that page.
"""

import re

from scrapers import html
from scrapers.moderngov.labels import split_size
from scrapers.moderngov.urls import absolute, attachment_id, query_number
from scrapers.records import Document

_FILE = re.compile(
    r"(?:^|/)(?:old)?documents/|(?:mg|ce)convert2pdf\.aspx|mgchoosedocpack\.aspx", re.IGNORECASE
)
_WEBCAST = re.compile(r"public-i\.tv|mg_bounce|webcast|youtube\.com|youtu\.be", re.IGNORECASE)
_RESTRICTED = re.compile(r"mgreasonsrestricted\.aspx", re.IGNORECASE)
_SESSION = re.compile(r"/\(S\([^()]{1,60}\)\)", re.IGNORECASE)
# "Appendix 1, item 59." ends in the item it hangs on.
_OF_ITEM = re.compile(r"\s*,\s*(?:item|eitem)(?:\s+[^\s,]{1,20})?\s*$", re.IGNORECASE)
_APPENDIX = re.compile(
    r"^(?!report\b).*\b(?:app(?:endix|endices|x)?|annex(?:e|es)?|enc(?:losure)?s?)\b", re.IGNORECASE
)
# The printed packs of a meeting, by the `T=` of their address.
_PACKS = {0: "agenda_frontsheet", 1: "minutes", 2: "decisions", 9: "supplement", 10: "reports_pack"}
_PACK_WORDS = (
    ("frontsheet", "agenda_frontsheet"),
    ("reports pack", "reports_pack"),
    ("minutes", "minutes"),
    ("decisions", "decisions"),
    ("supplement", "supplement"),
    ("late", "supplement"),
)
_EXTENSION = re.compile(r"\.([a-z0-9]{2,5})(?:\?|$)", re.IGNORECASE)
# The page of an older system's meeting shows, or converts, the file that F= names.
_NAMED_FILE = re.compile(r"[?&]F=[^&#]{1,200}\.([a-z0-9]{2,5})(?:[&#]|$)", re.IGNORECASE)


def is_file(href: str) -> bool:
    return bool(_FILE.search(href) or _WEBCAST.search(href))


def file_link(tag: html.Tag) -> html.Tag | None:
    """Find the link to a file in a line of a list, if it has one."""
    for link in html.each(tag, "a"):
        href = str(link.get("href") or "")
        if href and not _RESTRICTED.search(href) and not href.startswith(("#", "mailto:")):
            return link
    return None


def title_of(link: html.Tag) -> str:
    """Read the name of a file: the text of its link without size and item."""
    return _title(split_size(html.text(link))[0])


def pack(link: html.Tag, *, url: str, meeting_id: int | None) -> Document:
    """Read a link of a meeting's own list of files: frontsheet, packs, supplements, webcast."""
    href = str(link.get("href") or "")
    return _document(link, _pack_kind(href, title_of(link)), url=url, meeting_id=meeting_id)


def named(link: html.Tag, kind: str, *, url: str) -> Document:
    """Read a link of a page that has no meeting's number: the kind is told by its name."""
    return _document(link, kind, url=url, meeting_id=None)


def report(link: html.Tag, *, url: str, meeting_id: int | None, item_position: int) -> Document:
    """Read the link that is the title of an item: its report."""
    return _document(link, "report", url=url, meeting_id=meeting_id, item_position=item_position)


def listed(
    line: html.Tag, *, url: str, meeting_id: int | None, item_position: int | None, is_extra: bool
) -> Document:
    """Read a line under "Supporting documents:", or under "Additional documents:" (is extra)."""
    link = file_link(line)
    if link is not None:
        kind = "appendix" if is_extra else kind_of(title_of(link))
        return _document(link, kind, url=url, meeting_id=meeting_id, item_position=item_position)
    links = html.each(line, "a")
    is_restricted = any(_RESTRICTED.search(str(link.get("href") or "")) for link in links)
    title = html.own_text(line) if is_restricted else html.text(line)
    return Document(
        title=title or html.text(line),
        document_kind="appendix" if is_extra or _APPENDIX.search(title) else "other",
        item_position=item_position,
        meeting_id=meeting_id,
        is_restricted=is_restricted,
    )


def kind_of(title: str, href: str = "") -> str:
    """Tell by its name what a file is to its item, where the page does not tell by its place."""
    if _WEBCAST.search(href):
        return "webcast"
    return "appendix" if _APPENDIX.search(title) else "report"


def address_of_file(url: str, href: str) -> str | None:
    """Resolve the address of a file; the session and the raw spaces in it are dropped."""
    resolved = absolute(url, href)
    return resolved and _SESSION.sub("", resolved).replace(" ", "%20")


def _title(words: str) -> str:
    return _OF_ITEM.sub("", words).strip(" ,")


def _document(
    link: html.Tag,
    kind: str,
    *,
    url: str,
    meeting_id: int | None,
    item_position: int | None = None,
) -> Document:
    href = html.attribute(link, "href")
    words = html.text(link)
    title, size = split_size(words)
    is_at_home = "documents/" in href.lower()
    extension = _EXTENSION.search(href) if is_at_home else _NAMED_FILE.search(href)
    is_webcast = size is None and bool(_WEBCAST.search(href) or _WEBCAST.search(words))
    return Document(
        title=_title(title),
        document_url=address_of_file(url, href),
        document_kind="webcast" if is_webcast else kind,
        item_position=item_position,
        meeting_id=meeting_id,
        attachment_id=attachment_id(href),
        file_type=size[0] if size else extension[1].lower() if extension else None,
        size_bytes=size[1] if size else None,
    )


def _pack_kind(href: str, title: str) -> str:
    if "mgchoosedocpack" in href.lower():
        return "supplement" if query_number(href, "SID") else "reports_pack"
    kind = re.search(r"[?&]T=(\d+)", href, re.IGNORECASE)
    if kind and int(kind[1]) in _PACKS:
        return _PACKS[int(kind[1])]
    if re.search(r"(?:^|/)documents/b\d+/", href, re.IGNORECASE):
        return "supplement"
    words = title.lower()
    return next((kind for word, kind in _PACK_WORDS if word in words), "other")
