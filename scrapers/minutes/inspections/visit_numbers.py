"""The number of a visit: "second", "2nd", "MV2", "Monitoring Visit 2 - October 4th and 5th"."""

import re

from scrapers.minutes.caseless import Caseless

ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
NTH = rf"(?:{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
ONE_OF = Caseless(rf"\b{NTH} of (?:\S+ ){{0,2}}$")  # "the third of its visits"
_NUMBER_BEFORE = Caseless(rf"\b(?P<nth>{NTH})(?: and final)?(?: \S+){{0,2}} $")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORD_AFTER = Caseless(rf" (?:number |- )?(?P<word>{'|'.join(_CARDINALS)})\b")
# "Visit 2 - 20 and 21 September" has a number, "visit 4 - 5 July" has none.
_NUMBER_AFTER = re.compile(
    r" {0,2}[(:-]? ?(?:(?:[Nn]umber|[Nn]o\.?|#) ?)?(?P<number>\d{1,2})"
    r"(?![\d/.:]|st|nd|rd|th"
    r"| (?:and|to|-) \d{1,2}(?!\d|(?:st|nd|rd|th)? ?(?:and|AND|to|TO|-|&|/) ?\d)"
    r"| ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)


def visit_number(text: str, start: int, end: int) -> int | None:
    """The number that stands right beside the words for a visit."""
    after = _NUMBER_AFTER.match(text, end)
    if after:
        return int(after["number"])
    word = _WORD_AFTER.match(text, end)
    if word:
        return _CARDINALS.index(word["word"].lower()) + 1
    before = _NUMBER_BEFORE.search(text, max(0, start - 40), start)
    return nth(before["nth"]) if before else None


def nth(stated: str) -> int:
    """The number of an ordinal, in words or figures."""
    lowered = stated.lower()
    return ORDINALS.index(lowered) + 1 if lowered in ORDINALS else int(lowered[:-2])
