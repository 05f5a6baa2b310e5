"""Whose inspection a sentence speaks of: the council's own, or another's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from scrapers.minutes.caseless import Caseless
from scrapers.minutes.inspections.council_names import canonical_names, names_of
from scrapers.minutes.wordings import any_of

_CAPITALISED = re.compile(r"[A-Z][a-zA-Z]*")
_OURS = re.compile(r"\bthis council\b|\b[Oo]ur (?:own )?(?:council|services?|children|inspection)")
_NO_PERSON = (  # "Councillor Kent"
    r"(?<!Councillor )(?<!Cllr )(?<!Mrs )(?<!Mr )(?<!Ms )(?<!Miss )(?<!Dr )"
)
_UNNAMED = Caseless(
    r"\b(?:other|another|neighbouring|nearby|similar) (?:\w+ )?(?:authorit(?:y|ies)|councils?"
    r"|las?)\b"
    r"|\b(?:some|many|most|several|few|two|three|four|five|\d{1,3}|all) (?:\w+ )?(?:authorities"
    r"|councils|las)\b(?! in the region to| to (?:receive|achieve|be|have))"
)


def names_some_council(text: str, *, besides: str) -> bool:
    """Whether a text has another council's name in it, in whatever part and meaning."""
    names, beginning = canonical_names(), _names_beginning()
    text = text.replace(" & ", " and ")
    begun = set(_first_words().findall(text))
    return any(
        name in text and names[name] != besides for word in begun for name in beginning[word]
    )


@cache
def _names_beginning() -> dict[str, list[str]]:
    """The names by their first word: few of these stand in any one text."""
    beginning: dict[str, list[str]] = {}
    for name in canonical_names():
        beginning.setdefault(_CAPITALISED.findall(name)[0], []).append(name)
    return beginning


@cache
def _first_words() -> re.Pattern[str]:
    # The longest first, or "Northumberland" would begin with "North".
    return re.compile(any_of(" | ".join(sorted(_names_beginning(), key=len, reverse=True))))


def other_council(text: str, *, council_name: str) -> str | None:
    """The other council that a sentence makes its subject; None where it is the own."""
    text = text.replace(" & ", " and ")
    found = _names(council_name).subjects.search(text)
    if found is None or council_name in _named(text, council_name) or _OURS.search(text):
        return None
    return canonical_names()[found["of"] or found["named"]]


def council_of_event(text: str, end: int, *, council_name: str) -> str | None:
    """The other council named behind the words for an event: "the inspection in Leeds"."""
    found = _names(council_name).of_event.match(text, end)
    return canonical_names()[found["of"]] if found else None


def names_other_council(text: str, *, council_name: str) -> bool:
    """Whether a clause names another council and not the own, in whatever part."""
    named = _named(text, council_name)
    return bool(named) and council_name not in named and _OURS.search(text) is None


def _named(text: str, council_name: str) -> set[str]:
    """The councils that a text names, by their own names: "North Somerset" is not Somerset."""
    names, text = canonical_names(), text.replace(" & ", " and ")
    named: set[str] = set()
    for one in _names(council_name).any_name.finditer(text):
        name = names.get(one.group(), council_name)
        # "Director for Plymouth and Torbay"
        if name == council_name or not text.endswith("and ", 0, one.start()):
            named.add(name)
    return named


def is_of_unnamed_others(text: str) -> bool:
    """Whether a clause speaks of councils at large: "two other authorities were rated good"."""
    return _UNNAMED.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Names:
    """How the council itself and the others are named, and what makes these a subject."""

    any_name: re.Pattern[str]
    subjects: re.Pattern[str]
    of_event: re.Pattern[str]


@lru_cache(maxsize=512)
def _names(council_name: str) -> _Names:
    names, own = canonical_names(), names_of(council_name)
    other = _either(name for name, canonical in names.items() if canonical not in own)
    of_event = (
        r"(?: (?:had )?(?:took|taken) place| (?:was|had been) (?:held|carried out|undertaken))?"
        rf" (?:of|in|at|to|by Ofsted of) (?P<of>{other})\b(?! and)"
    )
    return _Names(
        any_name=re.compile(rf"\b(?=[A-Z]){_NO_PERSON}(?:{_either({*names, *own})})\b"),
        subjects=re.compile(
            rf"\b(?=[A-Ziv])(?:(?:inspection|visit|JTAI)s?{of_event}"
            rf"|{_NO_PERSON}(?<!North )(?<!South )(?<!East )"
            rf"(?<!West )(?<!and )(?<!by )(?<!with )\b(?P<named>{other})(?:'s?)? "
            r"(?:(?:City|County|Borough|Metropolitan|District|MBC|Unitary) )*"
            r"(?:Council\b|Children'?s|inspection|Ofsted"
            r"|,? ?(?:which |who )?(?:(?:was|were|is|had|has)\b ?)?(?:been |also |recently )*"
            r"(?:judged|rated|graded|inspected|deemed|found to|received an?"
            r"|an? ['\"]?(?:outstanding|good|inadequate)\b)))"
        ),
        of_event=re.compile(of_event),
    )


def _either(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
