"""What of a page is not kept: ways to reach people, what somebody had taken down, stray signs.

Words are covered by as many signs as they have, so that every offset into a text still holds. The
archive keeps pages as they came; what is withheld is missing from all that is made of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from scrapers.archive import Entry
from scrapers.errors import TakedownError
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.urls import address_of
from scrapers.records import AgendaItem, Document, Record

COVER = "\u2588"
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
# British numbers: 0161 123 4567, (01234) 567890, 020-7926-1234, +44 (0)161 123 4567.
_NUMBER = re.compile(
    r"(?<![\w£.,/-])(?:\(?0[1-35789]\d{1,4}\)?|(?:\+|00)44[ \xa0-]?(?:\(0\)[ \xa0-]?)?\d{2,5})"
    r"(?:[ \xa0-]{0,2}\d{2,8}){1,3}(?![\w/])"
)
_DIGITS_OF_A_NUMBER = {10, 11, 12, 13}  # 12 and 13 with the country's own
# A terminal that shows a text would obey these; a space says as much.
_UNPRINTABLE = {code: " " for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"}
_ADDRESSES = {"document_url"}  # of files: an address that is changed leads nowhere
_IDS = {"item": "item_id", "meeting": "meeting_id"}


@dataclass(frozen=True, slots=True)
class Takedown:
    """What is to be withheld, as `takedown.txt` lists it."""

    urls: frozenset[str] = frozenset()
    ids: frozenset[tuple[str, str]] = frozenset()  # ("item_id", "bury-51890")
    people: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Takedown":
        """Read a list; a line that cannot be understood is an error, for it would be ignored."""
        if not path.exists():
            return cls()
        urls, ids, people = set(), set(), []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            kind, _, what = line.partition("#")[0].strip().partition(" ")
            what = " ".join(what.split())
            if kind == "page" and what.startswith(("http://", "https://")):
                urls.add(_bare(what))
            elif kind in _IDS and re.fullmatch(r"[a-z0-9][a-z0-9-]*-\d+", what):
                ids.add((_IDS[kind], what))
            elif kind == "person" and len(what) > 1:
                people.append(what)
            elif kind:
                raise TakedownError(
                    f"{path}, line {number}: expected 'page URL', 'item ID', 'meeting ID' or "
                    f"'person NAME', found {line.strip()!r}"
                )
        return cls(frozenset(urls), frozenset(ids), tuple(people))

    def hides(self, entry: Entry) -> bool:
        """Whether an archived page is not to be read at all."""
        if _bare(entry.url) in self.urls:
            return True
        kind, _, id_ = (entry.page_key or "").partition(":")
        names = {
            PageKind.AGENDA_ITEM: "item_id",
            PageKind.MEETING_DOCUMENTS: "meeting_id",
            PageKind.SERVICE_MEETING: "meeting_id",
            PageKind.MEETING_ATTENDANCE: "meeting_id",
        }
        return any(
            kind == page and (name, f"{entry.council}-{id_}") in self.ids
            for page, name in names.items()
        )

    def without(self, records: Iterable[Record], *, council: str) -> Iterator[Record]:
        """The records of a page but for what is withheld, people's names covered in the rest."""
        positions: set[int] = set()
        for record in records:
            if self._is_listed(record, council):
                if isinstance(record, AgendaItem):
                    positions.add(record.item_position)
            elif isinstance(record, Document) and (
                record.item_position in positions or _bare(record.document_url or "") in self.urls
            ):
                continue
            elif getattr(record, "person_name", None) not in self.people:
                yield self._covered(record)

    def covered(self, text: str) -> str:
        """The text with ways to reach people covered, and the names of some."""
        text = without_contacts(text.translate(_UNPRINTABLE))
        return people.sub(_cover, text) if (people := self._names()) else text

    def _covered(self, record: Record) -> Record:
        changes = {}
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, str) and field.name not in _ADDRESSES:
                covered = self.covered(value)
                if covered != value:
                    changes[field.name] = covered
        return replace(record, **changes) if changes else record

    def _names(self) -> re.Pattern[str] | None:
        names = (r"\s+".join(map(re.escape, name.split())) for name in self.people)
        joined = "|".join(names)
        return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if joined else None

    def _is_listed(self, record: Record, council: str) -> bool:
        return any(
            (name, f"{council}-{getattr(record, name, None)}") in self.ids for name in _IDS.values()
        )


NOTHING_TAKEN_DOWN = Takedown()


def without_contacts(text: str) -> str:
    """Cover e-mail addresses and telephone numbers."""
    if "@" in text:
        text = _EMAIL.sub(_cover, text)
    return _NUMBER.sub(_cover_number, text)


def _cover(found: re.Match[str]) -> str:
    return re.sub(r"\S", COVER, found[0])


def _cover_number(found: re.Match[str]) -> str:
    count = sum(sign.isdecimal() for sign in found[0])
    return _cover(found) if count in _DIGITS_OF_A_NUMBER else found[0]


def _bare(url: str) -> str:
    """An address by which page it asks for, where that is known, else as it is written."""
    address = address_of(url)
    base = re.match(r"(?:https?://)?([^/?#]*)", url.strip().lower())
    return f"{base[1] if base else ''} {address.key if address else url.strip()}"
