"""What is read beside what a labeller found: which belong together, and the scores that follow."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Row = dict[str, Any]

_ALIKE = 0.75  # of two texts of one decision: labels leave out a marker or a full stop
_SIGNS = re.compile(r"[^a-z0-9 ]+")


@dataclass(slots=True)
class Score:
    hits: int = 0
    too_many: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.hits + other.hits, self.too_many + other.too_many, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        return _share(self.hits, self.hits + self.too_many)

    @property
    def recall(self) -> float:
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.hits, 2 * self.hits + self.too_many + self.missed)


@dataclass(frozen=True, slots=True)
class Matched:
    pairs: list[tuple[Row, Row]]  # label, read
    missed: list[Row]
    too_many: list[Row]


def decisions_matched(labels: Iterable[Row], read: Iterable[Row]) -> Matched:
    """What is only proposed does not count; a commitment in passing may be missed."""
    expected = [label for label in labels if label["status"] != "proposed"]
    found = [row for row in read if row["status"] != "proposed"]
    matched = _matched(expected, found, _likeness_of_texts, least=_ALIKE)
    missed = [label for label in matched.missed if not label.get("inline")]
    return Matched(matched.pairs, missed, matched.too_many)


def mentions_matched(labels: Iterable[Row], read: Iterable[Row]) -> Matched:
    return _matched(list(labels), list(read), _likeness_of_mentions, least=0.3)


def _matched(
    labels: list[Row], read: list[Row], likeness: Callable[[Row, Row], float], *, least: float
) -> Matched:
    """The likest pairs first, each row in one pair at most."""
    scored = sorted(
        (
            (likeness(label, row), -one, -other)
            for one, label in enumerate(labels)
            for other, row in enumerate(read)
        ),
        reverse=True,
    )
    ones: dict[int, int] = {}
    for alike, one, other in scored:
        if alike >= least and -one not in ones and -other not in ones.values():
            ones[-one] = -other
    others = set(ones.values())
    return Matched(
        [(labels[one], read[other]) for one, other in ones.items()],
        [label for one, label in enumerate(labels) if one not in ones],
        [row for other, row in enumerate(read) if other not in others],
    )


def _likeness_of_texts(label: Row, row: Row) -> float:
    one, other = _plain(label["text"]), _plain(row["text"])
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _likeness_of_mentions(label: Row, row: Row) -> float:
    for name in ("regime", "event_type", "judgement_area", "grade"):
        if label[name] != row[name]:
            return 0.0
    first, last = label["date_from"], label["date_to"]
    if not first or not row["date_from"]:
        return 1.0 if first == row["date_from"] else 0.4
    return (
        1.0 if first <= (row["date_to"] or row["date_from"]) and row["date_from"] <= last else 0.4
    )


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub("", text.casefold()).split())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
