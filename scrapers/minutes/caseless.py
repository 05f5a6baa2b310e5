"""Patterns that fit words in any case: written in lower case, tried on the text in lower case.

`re.IGNORECASE` does the same in three times the time, and these patterns are most of what reading
minutes costs. Of a text in ASCII, as most are, a pattern for ASCII says the same as one for all
letters, and sooner. Patterns to which case matters ("May" the month, "SEND" the needs) are
ordinary ones.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

_NO_LETTER = re.compile(r"\\.|\(\?P[<=]")


class Caseless:
    """A compiled pattern; offsets of its matches are the text's, their words in lower case.

    Its functions take a text, where in it to start, and where to end.
    """

    __slots__ = ("finditer", "fullmatch", "match", "pattern", "search")

    def __init__(self, pattern: str) -> None:
        if (words := _NO_LETTER.sub("", pattern)) != words.lower():
            raise ValueError(f"a capital fits nothing in lower case: {pattern}")
        self.pattern = pattern
        in_ascii = re.compile(pattern, re.ASCII)
        self.search: Callable[..., re.Match[str] | None] = _lowering(in_ascii, "search")
        self.match: Callable[..., re.Match[str] | None] = _lowering(in_ascii, "match")
        self.fullmatch: Callable[..., re.Match[str] | None] = _lowering(in_ascii, "fullmatch")
        self.finditer: Callable[..., Iterator[re.Match[str]]] = _lowering(in_ascii, "finditer")

    def sub(self, instead: str, text: str) -> str:
        """The text with something else where the pattern fits, the rest in its own case."""
        place = 0
        kept: list[str] = []
        for found in self.finditer(text):
            kept += (text[place : found.start()], instead)
            place = found.end()
        return "".join((*kept, text[place:])) if kept else text


def _lowering(compiled: re.Pattern[str], name: str) -> Callable[..., Any]:
    """That function of a pattern compiled for ASCII, for texts in any case and of any letters."""
    in_ascii = getattr(compiled, name)

    # A closure and no method, which would look all of this up anew at every call.
    def in_lower_case(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        if text.isascii():
            return in_ascii(text.lower(), start, end)
        lowered = text.replace("\u0130", "I").lower()  # the only letter that grows in lower case
        return getattr(_of_any_letters(compiled.pattern), name)(lowered, start, end)

    return in_lower_case


@cache
def _of_any_letters(pattern: str) -> re.Pattern[str]:
    # Compiled when a text first needs it: compiling is most of what a start takes.
    return re.compile(pattern)
