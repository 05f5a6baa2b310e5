"""Reads the stories in `councils/`: one TOML file a council, a key that is no field an error.

What a site numbers by itself (items, minute numbers) is numbered here, and the business that opens
every meeting is put in, so that a storyteller writes only what a clerk would write.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from scrapers.samples.story import Committee, Item, Meeting, Site, Story, bare_name

COUNCILS = Path(__file__).parent / "councils"

PUBLISHED = {"nothing", "agenda", "draft minutes", "minutes", "decisions and minutes"}

_ITEMS_PER_MEETING = 20  # more than any meeting here has: keeps item ids apart


_ON_ITEMS = ("items", "opening", "closing")  # the keys of a meeting that say what is on its agenda


def load_stories() -> dict[str, Story]:
    """Every sample council by slug, which is the name of its file."""
    return {path.stem: load_story(path) for path in sorted(COUNCILS.glob("*.toml"))}


def load_story(path: Path) -> Story:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    site = Site(**table["site"])
    committees = [Committee(**entry) for entry in table["committees"]]
    return Story(
        slug=path.stem,
        name=table["name"],
        site=site,
        committees=committees,
        meetings=_meetings(table, site, {committee.id: committee for committee in committees}),
        issues={issue["id"]: issue["title"] for issue in table.get("issues", [])},
        people=_people(committees),
    )


def _people(committees: list[Committee]) -> dict[str, int]:
    names = {bare_name(member) for committee in committees for member in committee.members}
    return {name: number for number, name in enumerate(sorted(names), start=1001)}


def _meetings(table: dict[str, Any], site: Site, committees: dict[int, Committee]) -> list[Meeting]:
    meetings: list[Meeting] = []
    last_numbers: dict[tuple[int, int], int] = {}
    for entry in sorted(table["meetings"], key=lambda entry: entry["on"]):
        committee = committees[entry["committee"]]
        facts: dict[str, Any] = {"time": committee.time, **_without(entry, *_ON_ITEMS)}
        facts["committee"] = committee
        meeting = Meeting(**facts)
        if meeting.published not in PUBLISHED:
            raise ValueError(f"{table['name']}, meeting {meeting.id}: {meeting.published}")
        previous = [
            other.on
            for other in meetings
            if other.committee == committee and not other.is_cancelled
        ]
        items = [Item(**item) for item in entry.get("items", [])]
        if items:
            opening = entry.get("opening", table["opening"])
            closing = entry.get("closing", [])
            standard = table["standard"]
            items = [
                *_standard_items(opening, standard, meeting, previous),
                *items,
                *_standard_items(closing, standard, meeting, previous),
            ]
        key = (committee.id, meeting.id if site.numbers_restart else _municipal_year(meeting.on))
        meetings.append(replace(meeting, items=_numbered(items, meeting, last_numbers, key)))
    return meetings


def _standard_items(
    names: list[str], standard: dict[str, dict[str, str]], meeting: Meeting, previous: list[date]
) -> Iterator[Item]:
    """Yield the business of every meeting, in this council's wording."""
    for name in names:
        words: dict[str, Any] = dict(standard[name])
        when_none = words.pop("minutes_when_none", None)
        if name == "apologies" and not meeting.apologies:
            words["minutes"] = when_none or ""
        if name == "minutes":
            if not previous:
                continue
            last = f"{previous[-1].day} {previous[-1]:%B %Y}"
            words = {key: text.replace("{previous}", last) for key, text in words.items()}
        words = {
            key: text.replace("{apologies}", _joined(meeting.apologies))
            for key, text in words.items()
        }
        yield Item(**words)


def _numbered(
    items: list[Item],
    meeting: Meeting,
    last_numbers: dict[tuple[int, int], int],
    key: tuple[int, int],
) -> list[Item]:
    numbered = []
    for position, item in enumerate(items, start=1):
        number = ""
        if not item.is_heading:
            last_numbers[key] = last_numbers.get(key, 0) + 1
            number = meeting.committee.numbering.format(number=last_numbers[key])
        item_id = meeting.id * _ITEMS_PER_MEETING + position
        numbered.append(replace(item, id=item_id, number=number))
    return numbered


def _municipal_year(on: date) -> int:
    # Councils' years begin at the annual meeting in May.
    return on.year if on.month >= 5 else on.year - 1


def _joined(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _without(entry: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}
