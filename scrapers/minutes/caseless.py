"""Patterns that fit words in any case: written in lower case, tried on the text in lower case.

`re.IGNORECASE` does the same in three times the time, and these patterns are most of what reading
minutes costs. Of a text in ASCII, as most are, a pattern for ASCII says the same as one for all
letters, and sooner. Patterns to which case matters ("May" the month, "SEND" the needs) are
ordinary ones.
"""

import re
import sys
from collections.abc import Iterator

_NO_LETTER = re.compile(r"\\.|\(\?P[<=]")


class Caseless:
    """A compiled pattern; offsets of its matches are the text's, their words in lower case."""

    __slots__ = ("_ascii", "_compiled", "pattern")

    def __init__(self, pattern: str) -> None:
        if (words := _NO_LETTER.sub("", pattern)) != words.lower():
            raise ValueError(f"a capital fits nothing in lower case: {pattern}")
        self.pattern = pattern
        self._compiled = re.compile(pattern)
        self._ascii = re.compile(pattern, re.ASCII)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        compiled = self._ascii if text.isascii() else self._compiled
        return compiled.search(text.lower(), start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        compiled = self._ascii if text.isascii() else self._compiled
        return compiled.match(text.lower(), start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        compiled = self._ascii if text.isascii() else self._compiled
        return compiled.fullmatch(text.lower(), start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        compiled = self._ascii if text.isascii() else self._compiled
        return compiled.finditer(text.lower(), start, end)

    def sub(self, instead: str, text: str) -> str:
        """The text with something else where the pattern fits, the rest in its own case."""
        place = 0
        kept: list[str] = []
        for found in self.finditer(text):
            kept += (text[place : found.start()], instead)
            place = found.end()
        return "".join((*kept, text[place:])) if kept else text
