"""The agenda items of GetMeeting, their decisions, minutes and documents."""

from collections.abc import Iterator
from html import unescape

from scrapers import html
from scrapers.moderngov import documents
from scrapers.moderngov.service_xml import Element, children, flag, markup, number, value
from scrapers.records import AgendaItem, Document, Meeting


def items_of(root: Element, meeting: Meeting) -> Iterator[AgendaItem | Document]:
    """Yield each item and what is linked to it; headings without words are passed over."""
    elements = [
        e for parent in children(root, "agendaitems") for e in children(parent, "agendaitem")
    ]
    said = [element for element in elements if _says_something(element)]
    for position, element in enumerate(said, start=1):
        yield _item(element, position, meeting)
        for parent in children(element, "linkeddocuments"):
            for linked in children(parent, "linkeddoc"):
                yield _document(linked, position, meeting)


def _says_something(element: Element) -> bool:
    bodies = (
        "agendaitemtitle",
        "agendatext",
        "minutesnonemptyhtmlbody",
        "decisionnonemptyhtmlbody",
    )
    return any(value(element, name) for name in bodies)


def _item(element: Element, position: int, meeting: Meeting) -> AgendaItem:
    described = [_prose(element, "agendatext")]
    minuted = [_prose(element, "minutesnonemptyhtmlbody")]
    for label, words in _comments(element):
        # Free fields of the council's: "Actions" are minuted, "Presented By" was said beforehand.
        (minuted if "action" in label.lower() else described).append(f"{label}:\n\n{words}")
    minutes = "\n\n".join(words for words in minuted if words)
    decision = _prose(element, "decisionnonemptyhtmlbody")
    if decision:
        minutes = f"Decision:\n\n{decision}" + (f"\n\nMinutes:\n\n{minutes}" if minutes else "")
    return AgendaItem(
        item_position=position,
        title=value(element, "agendaitemtitle") or "",
        item_id=number(element, "agendaitemid") or None,
        item_number=value(element, "fulldisplaynumberformat"),
        meeting_id=meeting.meeting_id,
        committee_id=meeting.committee_id,
        committee_name=meeting.committee_name,
        held_on=meeting.held_on,
        description="\n\n".join(words for words in described if words) or None,
        minutes_text=minutes or None,
        is_restricted=flag(element, "isrestricted") or flag(element, "isdisplayallowed") is False,
    )


def _prose(element: Element, name: str) -> str | None:
    body = markup(element, name)
    if body is None:
        return None
    # Where an install escaped it a second time, tags would still read as words.
    is_escaped_twice = "<" not in body and "&lt;" in body
    return html.prose(html.parse(unescape(body) if is_escaped_twice else body))


def _comments(element: Element) -> Iterator[tuple[str, str]]:
    for place in ("1", "2"):
        words = _prose(element, f"commenttext{place}")
        if words:
            yield value(element, f"commentlabel{place}") or "Comment", words


def _document(linked: Element, position: int, meeting: Meeting) -> Document:
    is_restricted = bool(flag(linked, "isrestricted"))
    address = None if is_restricted else value(linked, "url")
    title = value(linked, "title") or ""
    return Document(
        title=title,
        document_url=documents.address_of_file("", address) if address else None,
        document_kind=documents.kind_of(title, address or ""),
        item_position=position,
        meeting_id=meeting.meeting_id,
        attachment_id=number(linked, "attachmentid") or None,
        is_restricted=is_restricted,
    )
