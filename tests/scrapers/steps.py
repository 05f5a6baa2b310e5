"""Counts what reading a text takes: calls made and characters handed to patterns, never seconds."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, ModuleType
from typing import Any

from scrapers.minutes.caseless import Caseless

# Private, and the only one to tell how wide a pattern is.
_parser = importlib.import_module("re._parser")
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_OF_CASELESS = ("search", "match", "fullmatch", "finditer")
_ANCHORED = ("match", "fullmatch")
_UNBOUNDED = ("sub", "split")  # what they are given beside the text is no place in it
# Texts are repeated to these lengths, of which the second is eight times the first.
SHORT, LONG = 4_000, 32_000
_AT_MOST = 12  # times the steps for eight times the text: a square would take 64


class Counter:
    def __init__(self) -> None:
        self.steps = 0

    def profile(self, frame: FrameType, event: str, argument: object) -> None:
        if event in ("call", "c_call"):
            self.steps += 1


class CountedPattern:
    """A pattern that tells a counter how many characters it was given to look through."""

    def __init__(self, pattern: re.Pattern[str] | Caseless, counter: Counter) -> None:
        self._pattern = pattern
        flags = pattern.flags if isinstance(pattern, re.Pattern) else 0
        _, self._widest = _parser.parse(pattern.pattern, flags).getwidth()
        for name in _METHODS if isinstance(pattern, re.Pattern) else _OF_CASELESS:
            setattr(self, name, self._counted(getattr(pattern, name), counter, name))

    def _counted(self, method: Callable[..., Any], counter: Counter, name: str):
        def call(*given: Any, **named: Any) -> Any:
            text, *bounds = given[1:2] if name == "sub" else given
            if name in _UNBOUNDED:
                bounds = []
            start, end = [*bounds, *(0, len(text))[len(bounds) :]]
            found = method(*given, **named)
            seen_to = found.end() if isinstance(found, re.Match) else min(end, len(text))
            if name in _ANCHORED:  # looks no further than it is wide, found or not
                seen_to = min(seen_to, start + self._widest)
            counter.steps += max(0, seen_to - start)
            return found

        return call

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)


def assert_in_proportion(read: Callable[[str], object], unit: str, package: ModuleType) -> None:
    """Reading eight times the text must take about eight times the steps."""
    read(unit)  # what is done once for ever is done now
    short, long = (
        steps(lambda length=length: read(unit * (length // len(unit) + 1)), package)
        for length in (SHORT, LONG)
    )
    assert long <= _AT_MOST * short, f"{unit!r} took {short} steps, then {long}"


def steps(work: Callable[[], object], package: ModuleType) -> int:
    counter = Counter()
    with _counted_patterns(package, counter):
        before = sys.getprofile()
        sys.setprofile(counter.profile)
        try:
            work()
        finally:
            sys.setprofile(before)
    return counter.steps


@contextmanager
def _counted_patterns(package: ModuleType, counter: Counter) -> Iterator[None]:
    found = [
        (module, name, value)
        for module in _modules(package)
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]
    for module, name, value in found:
        setattr(module, name, CountedPattern(value, counter))
    caseless = {
        id(one): one
        for module in _modules(package)
        for one in vars(module).values()
        if isinstance(one, Caseless)
    }.values()
    before = [(one, name, getattr(one, name)) for one in caseless for name in _OF_CASELESS]
    for one in caseless:
        counted = CountedPattern(one, counter)
        for name in _OF_CASELESS:
            setattr(one, name, getattr(counted, name))
    try:
        yield
    finally:
        for module, name, value in found:
            setattr(module, name, value)
        for one, name, value in before:
            setattr(one, name, value)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(one.name)
