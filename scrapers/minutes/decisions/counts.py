"""How many voted for, how many against, and how many not at all, as the words of a vote say it."""

import re
from collections.abc import Iterator

_SPELT = {"nil": 0, "zero": 0, "none": 0}
_SPELT |= {
    word: number
    for number, word in enumerate([
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty",
    ])
}  # fmt: skip
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(_SPELT, key=len, reverse=True))})\b"
_FOR, _AGAINST, _ABSTAINED = (rf"(?P<{side}>{NUMBER})" for side in ("f", "a", "s"))
_VOTERS = r"(?:votes? |members? |councillors? )?(?:(?:were |having )?cast |voted |voting |were )?"
# "By 7 votes to 4", "a vote of 7 to 4", "lost 4 to 7"; not "children of 4 to 7".
_BY_VOTES = re.compile(
    rf"(?P<led>\b(?:by|votes? of|vote was|majority of|carried|lost|defeated),? |[(:] ?)?\b{_FOR}"
    rf" (?P<unit>votes? |members? )?(?P<side>for |in favour )?to {_AGAINST}"
    rf"(?P<after> votes?| against)?(?: against)?"
    rf"(?:,? (?:and|with)? ?(?:there (?:was|were) )?{_ABSTAINED}"
    r" (?:abstentions?|abstaining|abstained))?",
    re.IGNORECASE,
)
# "(8:2:1)", "Vote: 8 - 2".
_RATIO = re.compile(
    r"(?:\bvot(?:es?|ing)\b[^.;\d\n]{0,20}|\()(?P<f>\d{1,2}) ?[:-] ?(?P<a>[1-9]?\d)"
    r"(?: ?[:-] ?(?P<s>[1-9]?\d))?(?= ?(?:[),;.]|$|with\b|and\b|in favour\b))",
    re.IGNORECASE,
)
# "Defeated by 7 votes to 4" gives the winners first.
_LOST_BY = re.compile(r"\b(?:lost|defeated|rejected|fell),? (?:by )?$", re.IGNORECASE)
# "For: 9", "Against (2)"; without either only before the next count: "For 9; against 2".
_NEXT_COUNT = r"(?:[;.)]|\W*(?:$|(?:votes? )?against\b|abst|and\b|in favour\b))"
_BEFORE_COUNT = rf"(?: ?[:-] ?\(?| ?\(| (?={NUMBER}{_NEXT_COUNT}))"
# "For: Councillors Ash and Elm (2)", the names on a line of their own.
_NAMED = r"(?:^|\n)\W*{side}\b[^\n()]{{0,600}}\((?P<named>\d{{1,3}})\)"


def _counted(side: str, *, first: str = "") -> re.Pattern[str]:
    return re.compile(
        rf"{first}\b(?:(?P<before>{NUMBER}) {_VOTERS}{side}\b(?! ?[:-] ?\(?\d)"
        rf"|{side}{_BEFORE_COUNT}(?P<after>{NUMBER}))|{_NAMED.format(side=side)}",
        re.IGNORECASE,
    )


_VOTES_FOR = _counted("(?:for|in favour)")
_VOTES_AGAINST = _counted("against", first=r"(?<!\bno )")
_ABSTENTIONS = _counted("(?:abst(?:entions?|ain(?:ed|ing)?))")


def counts_of(told: str) -> tuple[int | None, int | None, int | None]:
    """For, against and abstained, each None where the words do not say."""
    for found in _to_so_many(told):
        votes_for, votes_against = _number(found["f"]), _number(found["a"])
        if _LOST_BY.search(told, 0, found.start("f")):
            votes_for, votes_against = sorted((votes_for, votes_against))
        abstained = _number(found["s"]) if found["s"] else _count(_ABSTENTIONS, told)
        return votes_for, votes_against, abstained
    return _count(_VOTES_FOR, told), _count(_VOTES_AGAINST, told), _count(_ABSTENTIONS, told)


def _to_so_many(told: str) -> Iterator[re.Match[str]]:
    """ "7 votes to 4" and its like, where it is a vote that is told."""
    for found in _BY_VOTES.finditer(told):
        if found["led"] or found["unit"] or found["side"] or found["after"]:
            yield found
    if ratio := _RATIO.search(told):
        yield ratio


def _count(side: re.Pattern[str], told: str) -> int | None:
    found = side.search(told)
    return _number(found["before"] or found["after"] or found["named"]) if found else None


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _SPELT[word.casefold()]
