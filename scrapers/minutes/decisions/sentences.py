"""Where the sentences of a block begin and end, and whether certain words stand in it at all."""

import re
from collections.abc import Collection, Iterator

_STOP = re.compile(r"[.?!][\"')\]]{0,2} (?=[\"'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Cllrs?|Mrs?|Ms|Dr|St|Nos?|Rev|Prof|Hon|Ald|para|paras|pp?|vs|cf|[A-Z]|e\.g|i\.e)"
    r"|(?:^|[ (])[a-z]|(?:^|[:;,] |and )\d{1,2})\.$"
)


def has_any(text: str, stems: Collection[str]) -> bool:
    """Whether one of some lower-case word stems stands in a text: far quicker than a search."""
    lowered = text.lower()
    for stem in stems:  # noqa: SIM110 - a generator would double the time of the whole reader
        if stem in lowered:
            return True
    return False


def ends_with_colon(text: str) -> bool:
    """Whether a text calls for what comes below it: "as follows:", "That the Cabinet: -"."""
    return text.rstrip(" -").endswith(":")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the sentences of a squashed text."""
    start = 0
    for stop in _STOP.finditer(text):
        if _ABBREVIATION.search(text, max(start, stop.start() - 8), stop.start() + 1):
            continue
        yield start, stop.end() - 1
        start = stop.end()
    if start < len(text):
        yield start, len(text)
