"""Strict selections: an element is found exactly as expected, or `PageChangedError` is raised.

The only module that knows which library reads HTML. Minutes as plain text are made in `prose`.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import cast

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.dammit import EncodingDetector
from bs4.element import AttributeDict, PageElement
from bs4.filter import SoupStrainer

from scrapers.errors import PageChangedError, PageTooLargeError
from scrapers.prose import BLOCKS, UNSEEN, ProseWriter

_NONE: Mapping[str, str] = {}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_ABOUT = re.compile(r"\bid\s*=\s*[\"']?\s*modgov\b", re.IGNORECASE)
# Some pages begin with a byte order mark and blank lines, or call themselves XML.
_PROLOG = re.compile(r"^\ufeff?\s*(?:<\?xml[^>]*\?>)?")
# The longest real pages have 2 million signs and 30,000 tags. At these limits a tree takes 250 MB.
LONGEST_PAGE, MOST_TAGS = 8_000_000, 400_000
# Python knows codecs by other names that are no encodings of pages, and take for ever on some.
_ENCODING = re.compile(
    r"(?:utf[-_]?(?:8|16|32)|iso|latin|windows|cp|koi8|mac|us|big5|gb|euc|shift|ascii)[\w.:-]*",
    re.IGNORECASE,
)
# Pages that declare these are UTF-8 or cp1252 in truth.
_LATIN = {"ascii", "us-ascii", "iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252"}


class _Strainer(SoupStrainer):
    """Keeps of a page what it says of itself and what stands in `#modgov`; not the site round it.

    Told here rather than in a rule of bs4's own, which costs twice the time per tag.
    """

    def allow_tag_creation(
        self, nsprefix: str | None, name: str, attrs: Mapping[str, str] | None
    ) -> bool:
        return name in ("title", "meta", "link") or bool(attrs and attrs.get("id") == "modgov")

    def allow_string_creation(self, string: str) -> bool:
        return False


class _TreeBuilder(LXMLTreeBuilder):
    """Makes bs4's tree a third quicker, by leaving out what nobody here asks for.

    Namespaces, which HTML has none of; images; blanks before a block, half of all strings.
    """

    def start(
        self,
        tag: str | bytes,
        attrib: dict[str | bytes, str | bytes],
        nsmap: Mapping[str, str] = _NONE,
    ) -> None:
        if self.soup is None:
            raise TypeError("events belong to a page")
        if tag == "img":
            return
        said = self.soup.current_data
        if tag in BLOCKS and said and not "".join(said).strip():
            self.soup.current_data = []
        self.soup.handle_starttag(cast(str, tag), None, None, cast(dict[str, str], attrib))

    def end(self, tag: str | bytes) -> None:
        if self.soup is None:
            raise TypeError("events belong to a page")
        if tag != "img":
            self.soup.handle_endtag(cast(str, tag))


def decode(body: bytes, content_type: str | None) -> str:
    """Turn an answer into text: by its byte order mark, UTF-8, what it declares, else cp1252."""
    stated = _CHARSET.search(content_type or "")
    markup, by_mark = EncodingDetector.strip_byte_order_mark(body)
    # Text in another encoding is never UTF-8 by chance, whatever a server says of it.
    if by_mark is None and b"\0" not in markup:
        with suppress(UnicodeDecodeError):
            return markup.decode()
    declared = EncodingDetector.find_declared_encoding(markup, is_html=True)
    for encoding in (by_mark, stated and stated[1], declared, "utf-8"):
        if encoding is None or not _ENCODING.fullmatch(encoding) or encoding.lower() in _LATIN:
            continue
        try:
            return markup.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    # Five bytes mean nothing in cp1252; they must not cost the page.
    return markup.decode("cp1252", errors="replace")


def is_too_long(page: str) -> bool:
    """Whether a page is longer, or of more tags, than a tree in memory can be afforded for."""
    return len(page) > LONGEST_PAGE or page.count("<") > MOST_TAGS


def parse(page: str) -> Tag:
    """Read a page; of a whole one only its metadata and what stands in `#modgov`."""
    if is_too_long(page):
        raise PageTooLargeError(f"{len(page):,} signs and {page.count('<'):,} tags are no page")
    page = _PROLOG.sub("", page)
    if "<" not in page:
        page = f"<p>{page}</p>"  # else bs4 wonders whether it was given the name of a file
    strainer = _Strainer() if _ABOUT.search(page) else None
    # Attributes stay plain strings: bs4's splitting of classes and its mending of values that
    # lxml has mended already cost a fifth of the time.
    builder = _TreeBuilder(multi_valued_attributes=None, attribute_dict_class=AttributeDict)
    return BeautifulSoup(page, builder=builder, parse_only=strainer)


def one(root: Tag, selector: str) -> Tag:
    """Return the only match."""
    matches = root.select(selector)
    if len(matches) != 1:
        raise PageChangedError(f"expected one {selector!r}, found {len(matches)}")
    return matches[0]


def some(root: Tag, selector: str) -> list[Tag]:
    """Return every match; there must be at least one."""
    matches = list(root.select(selector))
    if not matches:
        raise PageChangedError(f"expected some {selector!r}, found none")
    return matches


def text(tag: Tag) -> str:
    """Return the visible text, with each run of whitespace (nbsp too) as one space."""
    words = []
    for node in tag.descendants:
        if type(node) is NavigableString:
            words.append(node)
        elif isinstance(node, Tag) and (node.name == "br" or node.name in BLOCKS):
            words.append(" ")
    return " ".join("".join(words).split())


def attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    if not isinstance(value, str):
        raise PageChangedError(f"<{tag.name}> has no {name!r}")
    return value


def own_text(tag: Tag) -> str:
    """Return the text that stands in the tag itself, leaving out what its child tags hold."""
    return " ".join(" ".join(s for s in tag.contents if type(s) is NavigableString).split())


def has_class(tag: Tag, name: str) -> bool:
    return name in str(tag.get("class") or "").split()


def children(tag: Tag) -> list[Tag | str]:
    """Return the tags and the words that stand in a tag, in order; comments and blanks left out."""
    return [
        child if isinstance(child, Tag) else str(child)
        for child in tag.contents
        if isinstance(child, Tag) or (type(child) is NavigableString and not child.isspace())
    ]


def each(tag: Tag, *names: str) -> Iterator[Tag]:
    """Yield the tags of these names inside a tag, as far as asked; far quicker than `find_all`."""
    for node in tag.descendants:
        if isinstance(node, Tag) and node.name in names:
            yield node


def parent(tag: Tag, *names: str) -> Tag | None:
    """Return the nearest tag of these names that a tag stands in; quicker than `find_parent`."""
    return next((above for above in tag.parents if above.name in names), None)


def first(tag: Tag, name: str) -> Tag | None:
    return next(each(tag, name), None)


def modgov(page: str) -> Tag:
    """Return what is ModernGov's own of a page; a saved fragment may lack the frame round it."""
    tree = parse(page)
    return tree.find(id="modgov") or tree


def heading(root: Tag) -> str:
    """Return the first h1 that says something: sites print empty ones of their own."""
    for tag in each(root, "h1"):
        if words := text(tag):
            return words
    raise PageChangedError("expected some 'h1' under '#modgov', found none")


def prose(tag: Tag) -> str | None:
    """Turn the HTML of minutes into plain text as `scrapers.prose` lays it out; None if empty."""
    writer = ProseWriter()
    # An explicit stack: councils paste from Word, and how deep is theirs to choose.
    stack: list[PageElement | str] = [tag]
    while stack:
        node = stack.pop()
        if type(node) is NavigableString:
            writer.words(node)
        elif isinstance(node, Tag) and node.name not in UNSEEN:
            if node.name == "br":
                writer.line_end()
            elif node.name in BLOCKS:
                writer.open(node.name, node.attrs)
                stack.append(node.name)
            stack.extend(reversed(node.contents))
        elif type(node) is str:
            writer.close(node)
    return writer.finish()


def below(root: Tag, tag: Tag) -> list[Tag | str]:
    """Return what stands in a tag behind the part that holds another tag; the site's foot not."""
    frame = next(parent for parent in (tag, *tag.parents) if parent.parent in (root, None))
    blocks = [node for node in children(root) if isinstance(node, str) or not _is_foot(node)]
    return blocks[blocks.index(frame) + 1 :] if frame in blocks else blocks


def _is_foot(tag: Tag) -> bool:
    return has_class(tag, "mgFooter")
