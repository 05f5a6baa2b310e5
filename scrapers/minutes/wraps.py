"""Lines that were cut at a width, as in letters and mails, and which of them go on."""

from itertools import pairwise

_NARROWEST, _WIDEST = 40, 120  # signs of a line; others are nobody's wraps
_FILLED = 0.6  # of the width, of a line that was cut for want of room
_LINES = 3  # so many, and every one full, are no accident


def width_of_wraps(text: str) -> int:
    """How wide the lines of a text are that was cut at a width; 0 of any other."""
    lines = text.splitlines()
    width = max(map(len, lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = list(pairwise(lines))
    goes_on = any(
        after.lstrip()[:1].islower() and len(line) > _FILLED * width for line, after in pairs
    )
    is_full = len(pairs) >= _LINES and all(
        found_no_room(len(line), after, width) for line, after in pairs
    )
    return width if goes_on or is_full else 0


def found_no_room(length: int, following: str, width: int) -> bool:
    """Whether a line of that length had no room left for the first word of the next."""
    words = following.split(maxsplit=1)
    return bool(width and words and length + len(words[0]) >= width)
