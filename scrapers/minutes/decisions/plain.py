"""White space squashed and typography made plain, and how far that has shifted the letters."""

import re

# Curly quotes, en and em dashes: one character for one, or offsets would not hold.
_PLAIN = tuple(
    zip("\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u2014\u2212", "''\"\"-----", strict=True)
)
_WIDE_SPACE = re.compile(r"\s\s+")


def squash(text: str) -> str:
    # Most have nothing to squash: no white space is printable but the single blank.
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.split())


def plain(raw: str) -> str:
    for typographic, character in _PLAIN:  # far quicker than `str.translate`
        raw = raw.replace(typographic, character)
    return raw


def shifts(raw: str, start: int) -> tuple[tuple[int, int], ...]:
    """Where squashing a text has shifted it, for a text that begins at `start`."""
    shifted, lost = [], 0
    for run in _WIDE_SPACE.finditer(raw):
        lost += run.end() - run.start() - 1
        shifted.append((run.end() - lost, start + run.end()))
    return tuple(shifted)
