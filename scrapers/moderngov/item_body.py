"""What stands below the title of an item, on whichever page it is printed.

Pages are told apart elsewhere; here the blocks of one item are sorted by the labels between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scrapers import html
from scrapers.moderngov import documents
from scrapers.moderngov.addresses import ISSUE_PAGES, PageKind
from scrapers.moderngov.labels import Section, section_of, without_cut
from scrapers.moderngov.urls import address_of

_RESTRICTED = re.compile(r"mgreasonsrestricted\.aspx", re.IGNORECASE)
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_INLINE = {"a", "abbr", "b", "em", "font", "i", "img", "small", "span", "strong", "sub", "sup", "u"}


@dataclass(slots=True)
class ItemBody:
    """The parts of an item, in the making."""

    description: list[str] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    minutes: list[str] = field(default_factory=list)
    lines: list[tuple[html.Tag, bool]] = field(default_factory=list)  # file, is it an extra one
    is_truncated: bool = False
    is_restricted: bool = False
    issue_id: int | None = None
    item_id: int | None = None  # as the button "Share this item" links to it

    @property
    def description_text(self) -> str | None:
        return "\n\n".join(self.description) or None

    @property
    def minutes_text(self) -> str | None:
        """All below "Decision:" and "Minutes:"; the labels are kept where there are both."""
        minutes = "\n\n".join(self.minutes)
        if not self.decision:
            return minutes or None
        parts = ["Decision:", *self.decision, *(["Minutes:", minutes] if minutes else [])]
        return "\n\n".join(parts)


def read_body(blocks: list[html.Tag | str]) -> ItemBody:
    """Sort the blocks of an item under the labels that the page prints between them."""
    body = ItemBody()
    section: Section | None = None
    is_extra = False
    for block in flat(blocks):
        words = block if isinstance(block, str) else _label(block)
        if label := section_of(words or ""):
            section = label
            is_extra = label is Section.DOCUMENTS and _is_extra(words or "")
        elif isinstance(block, str):
            _put(body, section, " ".join(block.split()))
        elif _is_links(block):
            _read_links(body, block)
        elif _is_files(block, section):
            body.lines += [(line, is_extra) for line in _lines(block)]
        elif not html.has_class(block, "mgTableNoBorderFullWidth"):
            # That class is the table of recorded votes, which names motions once more.
            _put(body, section, html.prose(block) or "")
    return body


def flat(blocks: list[html.Tag | str]) -> Iterator[html.Tag | str]:
    """Yield the blocks in order, going into lists that the site forgot to close."""
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        if isinstance(block, html.Tag) and _is_frame(block):
            stack.extend(reversed(html.children(block)))
        elif isinstance(block, str) or block.name not in ("script", "style", "form", "input"):
            yield block


def _is_frame(tag: html.Tag) -> bool:
    """Tell what only holds blocks, and says nothing itself."""
    if tag.name == "ul":
        return html.has_class(tag, "mgActionList")
    is_prose = html.has_class(tag, "mgWordPara") or html.has_class(tag, "WordSection1")
    if tag.name not in ("div", "li", "section", "article") or is_prose or html.own_text(tag):
        return False
    inside = [child for child in tag.contents if isinstance(child, html.Tag)]
    return any(child.name not in _INLINE for child in inside) and not _is_links(tag)


def _label(block: html.Tag) -> str | None:
    """Read a block as a label, if it is short enough to be one."""
    is_able = block.name in ("p", "div", "span", "b", "strong", "dt") or block.name in _HEADINGS
    if not is_able or html.has_class(block, "mgWordPara"):
        return None
    words = html.text(block)
    return words if len(words) <= 40 and words.endswith(":") else None


def _is_extra(label: str) -> bool:
    return label.lower().startswith(("additional", "dogfennau ychwanegol"))


def _is_links(block: html.Tag) -> bool:
    is_share = html.has_class(block, "mgSocialShareButton")
    if is_share or block.name == "a" or block.get("data-link-to"):
        return True
    return block.name == "li" and not any(
        html.has_class(inner, "mgWordPara") for inner in html.each(block, "div")
    )


def _is_files(block: html.Tag, section: Section | None) -> bool:
    if block.name not in ("ul", "ol"):
        return False
    if section is Section.DOCUMENTS or html.has_class(block, "mgBulletList"):
        return True
    return any(documents.is_file(str(a.get("href") or "")) for a in html.each(block, "a"))


def _lines(block: html.Tag) -> list[html.Tag]:
    return [line for line in html.each(block, "li") if html.text(line)]


def _read_links(body: ItemBody, block: html.Tag) -> None:
    """Read what the links above the words of an item say of it."""
    for tag in [block, *block.find_all(True)]:
        if shared := str(tag.get("data-link-to") or ""):
            address = address_of(shared)
            if address and address.kind is PageKind.AGENDA_ITEM:
                body.item_id = int(address.id)
        href = str(tag.get("href") or "")
        if not href:
            continue
        address = address_of(href)
        if address and address.kind in ISSUE_PAGES:
            body.issue_id = int(address.id)
        elif _RESTRICTED.search(href):
            body.is_restricted = True
        elif documents.is_file(href):
            body.lines.append((tag.parent or tag, False))


def _put(body: ItemBody, section: Section | None, words: str) -> None:
    whole, is_cut = without_cut(words)
    body.is_truncated = body.is_truncated or is_cut
    if not whole:
        return
    match section:
        case Section.MINUTES:
            body.minutes.append(whole)
        case Section.DECISION:
            body.decision.append(whole)
        case _ if body.minutes or body.decision:
            # Words below the documents of an item that has minutes are more of them.
            (body.minutes or body.decision).append(whole)
        case _:
            body.description.append(whole)
