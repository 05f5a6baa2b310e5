"""The order of printed markers: what comes after "(i)", and lists run into a paragraph."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

BULLET, NUMBER, LETTER, ROMAN, DOTTED = "bullet", "number", "letter", "roman", "dotted"

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CORE = re.compile(r"[0-9A-Za-z]+")
_LETTERED = re.compile(r"([A-Za-z])(\d{1,2})")
_RUN_IN = re.compile(
    r"(?:(?<=[:;,.-] )|(?<=[;.])(?=\d{1,2}\.That\b)"
    r"|(?<= and )|(?<= or )|(?<=\b[Tt]hat )|(?<=\b[Tt]o )|^)"
    r"(?P<marker>\((?:\d{1,2}|[ivx]{1,5}|[a-z]|[A-H])\)|(?:\d{1,2}|[ivx]{1,5}|[a-z])\)"
    r"|\d{1,2}(?:\.(?!\d)|(?= That\b))|(?:[ivx]{1,4}|[a-z])\.(?= [A-Za-z]))(?: |(?=[A-Z]))"
)
# Every such marker ends like one of these; most decisions have neither.
_MAY_RUN_IN = re.compile(r"[).][ A-Z]")
_LONGEST_MARKER = 12  # characters, with what follows it
_ENTRY_ENDS = (";", ".", "; and", "; or")


@dataclass(frozen=True, slots=True)
class Style:
    """What a marker looks like apart from its value: "(i)" and "(iv)" share one."""

    wrapping: str  # "(*)", "*.", "*)"
    core: str


class Entry(NamedTuple):
    """An entry of a list run into a paragraph; `ordinal` None for the words before the first."""

    ordinal: str | None
    start: int
    end: int


@lru_cache(maxsize=512)  # pages print few markers, over and over
def readings(marker: str) -> tuple[tuple[Style, int], ...]:
    """What a marker may be: "(i)" is the first roman numeral and the ninth letter."""
    cores = _CORE.findall(marker)
    if not cores or marker == "o":  # a bullet as Word writes it in text
        return ((Style(marker, BULLET), 0),)
    core = cores[-1]
    if numbered := _LETTERED.fullmatch(core):  # "R2" comes after "R1", and not after "A1"
        return ((Style(marker.replace(core, f"{numbered[1]}*"), NUMBER), int(numbered[2])),)
    wrapping = marker[: marker.rindex(core)] + "*" + marker[marker.rindex(core) + len(core) :]
    if len(cores) > 1:
        dotted = Style(_CORE.sub("*", marker), DOTTED)
        return ((dotted, _values(core)[0][1]),)
    return tuple((Style(wrapping, kind), value) for kind, value in _values(core))


def _values(core: str) -> list[tuple[str, int]]:
    if core.isdecimal():
        return [(NUMBER, int(core))]
    lowered = core.casefold()
    found = []
    if all(letter in _ROMAN_DIGITS for letter in lowered):
        found.append((ROMAN, _roman(lowered)))
    if len(lowered) == 1:
        found.append((LETTER, ord(lowered) - ord("a") + 1))
    return found or [(LETTER, 27)]  # "aa" follows "z"


def _roman(word: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in word]
    return sum(
        -digit if digit < max(digits[place:]) else digit for place, digit in enumerate(digits)
    )


def is_first(marker: str) -> bool:
    return any(style.core == BULLET or value == 1 for style, value in readings(marker))


def follows(marker: str, previous: str) -> bool:
    """Whether one marker may come after another in the same list, slips of one allowed."""
    return any(
        style == earlier and (style.core == BULLET or 0 < value - before <= 2)
        for style, value in readings(marker)
        for earlier, before in readings(previous)
    )


def opens_with_marker(text: str, start: int) -> bool:
    """Whether a sentence begins with the marker of an entry: "2. That a review be held."."""
    return bool(_RUN_IN.match(text, start, start + _LONGEST_MARKER))


def continued(text: str, marker: str) -> list[Entry]:
    """Split the text of item "(1)" where "; (2) …" runs on in it; one entry if it does not."""
    starts, ends, last = [(marker, 0)], [], marker
    for found in _RUN_IN.finditer(text, 1) if _MAY_RUN_IN.search(text) else ():
        before = text[: found.start()].rstrip()
        is_parted = before.endswith(_ENTRY_ENDS) or (
            found["marker"].endswith(")") and before.endswith((",", ", and", ", or"))
        )
        if is_parted and follows(found["marker"], last):
            last = found["marker"]
            ends.append(found.start())
            starts.append((last, found.end()))
    ends.append(len(text))
    return [Entry(own, start, end) for (own, start), end in zip(starts, ends, strict=True)]


def run_in_entries(text: str, start: int) -> list[Entry]:
    """Split "That (1) the report be noted; and (2) …" into its entries; one entry if no list."""
    words, chain = text[start:], list[re.Match[str]]()
    for found in _RUN_IN.finditer(words) if _MAY_RUN_IN.search(words) else ():
        if not chain:
            if is_first(found["marker"]):
                chain = [found]
        elif follows(found["marker"], chain[-1]["marker"]):
            chain.append(found)
    is_alone_at_the_head = len(chain) == 1 and chain[0].start() == 0
    if len(chain) < 2 and not is_alone_at_the_head:
        return [Entry(None, start, len(text))]
    entries = [Entry(None, start, start + chain[0].start())] if chain[0].start() else []
    ends = [found.start() for found in chain[1:]] + [len(words)]
    for found, end in zip(chain, ends, strict=True):
        entries.append(Entry(found["marker"], start + found.end(), start + end))
    return entries
