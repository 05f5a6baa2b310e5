"""Reads the XML of `mgWebService.asmx`, element by element; what elements mean is not known here.

The only module that knows which library reads XML. Nothing outside the text is ever fetched for it.
"""

import re
from collections.abc import Iterator

from lxml import etree  # ty: ignore[missing-module-member] (it comes without types)

from scrapers import html
from scrapers.errors import PageChangedError, PageTooLargeError

Element = etree._Element

# Older installs put the HTML of minutes into the XML as it is, unclosed tags and all.
_BODY = re.compile(
    r"<(agendatext|minutesnonemptyhtmlbody|decisionnonemptyhtmlbody|commenttext[12])>(.*?)</\1>",
    re.DOTALL,
)
_DECLARATION = re.compile(r"(?:[^<]++|<[?]|<!--)*+<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def root_of(page: str, name: str, url: str) -> Element:
    """Read an answer whose outermost element must have this name."""
    if html.is_too_long(page):
        raise PageTooLargeError(f"too long for an answer of the service: {url}")
    # Its declaration names the encoding of bytes, and this is text.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", page.lstrip("\ufeff")).strip()
    # What declares entities would have them expanded, or fetched; no install declares any.
    if _DECLARATION.match(text):
        raise PageChangedError(f"expected XML <{name}>, found a document type: {url}")
    try:
        root = _parsed(text)
    except etree.XMLSyntaxError:
        try:
            root = _parsed(_BODY.sub(_as_cdata, text))
        except etree.XMLSyntaxError as error:
            raise PageChangedError(f"expected XML <{name}>, found {error}: {url}") from error
    found = etree.QName(root).localname
    if found != name:
        raise PageChangedError(f"expected XML <{name}>, found <{found}>: {url}")
    return root


def _parsed(text: str) -> Element:
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(text.encode(), parser)


def _as_cdata(body: re.Match[str]) -> str:
    inside = body[2].replace("]]>", "]]&gt;")
    is_markup = "<" in inside and "<![CDATA[" not in inside
    return f"<{body[1]}><![CDATA[{inside}]]></{body[1]}>" if is_markup else body[0]


def children(element: Element, name: str) -> list[Element]:
    """Give the children of a name; installs differ in whether they state a namespace."""
    return element.findall(f"{{*}}{name}")


def value(element: Element, name: str) -> str | None:
    """Read an element's words; an element that is empty or missing says nothing."""
    for child in children(element, name):
        if words := " ".join("".join(child.itertext()).split()):
            return words
    return None


def values(element: Element, name: str) -> Iterator[str]:
    """Yield the words of every element of a name, however deep."""
    for child in element.iter(f"{{*}}{name}"):
        if words := " ".join("".join(child.itertext()).split()):
            yield words


def number(element: Element, name: str) -> int | None:
    """Read a number; counts carry a leading blank. What no table could hold is none."""
    words = value(element, name) or ""
    return int(words) if re.fullmatch(r"[0-9]{1,18}", words) else None


def flag(element: Element, name: str) -> bool | None:
    return {"true": True, "false": False}.get((value(element, name) or "").lower())


def attribute(element: Element, name: str) -> str | None:
    return " ".join((element.get(name) or "").split()) or None


def markup(element: Element, name: str) -> str | None:
    """Read an element's words and tags: HTML that was escaped, or stands there as elements."""
    for child in children(element, name):
        inside = child.text or ""
        inside += "".join(etree.tostring(inner, encoding="unicode") for inner in child)
        if inside.strip():
            return inside
    return None


def descendants(element: Element, name: str) -> Iterator[Element]:
    return element.iter(f"{{*}}{name}")
