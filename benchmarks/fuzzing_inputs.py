"""The inputs of `fuzzing`: pages of the sample councils and a clerk's words, then mutilated."""

import random
import re
from collections.abc import Iterator

from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.pages import PARSERS
from scrapers.samples import pages
from scrapers.samples.loading import load_stories

_LONGEST = 60_000  # characters; longer ones are for the tests of growth
_PAGES_IN = 2  # one input in so many is a page, the others are texts
_TO_ANOTHER_PARSER = 0.1
_PAGES = {
    PageKind.COMMITTEE_LIST: pages.committee_list,
    PageKind.COMMITTEE_DETAILS: pages.committee_details,
    PageKind.MEETING_LIST: pages.meeting_list,
    PageKind.MEETING_DOCUMENTS: pages.meeting_documents,
    PageKind.AGENDA_ITEM: pages.agenda_item,
    PageKind.ISSUE_DETAILS: pages.issue_details,
    PageKind.DECISION_DETAILS: pages.decision_details,
    PageKind.MEETING_ATTENDANCE: pages.attendance,
}
_WORDS = (
    *(
        "RESOLVED",
        "RESOLVED:",
        "R E S O L V E D",
        "RECOMMENDED that",
        "It was agreed that",
        "NOTED",
    ),
    *(
        "AGREED",
        "ACTION:",
        "Decision:",
        "Minutes:",
        "Penderfynwyd",
        "That",
        "(i)",
        "(a)",
        "1.",
        "R1",
    ),
    *("37.2", "•", "-", "the report be noted", "the Committee", "Cabinet", "moved", "seconded by"),
    *("Councillor Ash", "carried", "lost", "by 5 votes to 3", "unanimously", "Ofsted", "ILACS"),
    *(
        "inspection",
        "focused visit",
        "monitoring visit",
        "JTAI",
        "inadequate",
        "requires improvement",
    ),
    *(
        "good",
        "outstanding",
        "judged",
        "rated",
        "was",
        "not",
        "if",
        "from",
        "to",
        "in",
        "March 2023",
    ),
    *(
        "31/02/2021",
        "29 February 2021",
        "4 and 5 October",
        "2019/20",
        "Bury",
        "Kent County Council",
    ),
    *(
        "improvement notice",
        "commissioner",
        "overall effectiveness",
        "care leavers",
        "second",
        "MV2",
    ),
    *(
        ":",
        ";",
        ".",
        ",",
        "\n",
        "\n\n",
        "\t",
        "|",
        "\u00a0",
        "\r\n",
        "‘",
        "–",
        "...",
        "(",
        ")",
        '"',
    ),
)
_TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>"),
    *("<li>", "</li>", "<ol start='9999999999'>", "<b>", "<br>", "<!--", "-->", "<script>", "]]>"),
    *("<h1>", "<h2>", "<a href='http://[x'>", "<a href='mgAi.aspx?ID=0'>", "&nbsp;", "&#0;"),
    *(
        "&#xD800;",
        "<",
        ">",
        "\x00",
        "\ufeff",
        "\u2028",
        "<td colspan=0>",
        "<?xml ?>",
        "id='modgov'",
    ),
)
_TAG = re.compile(r"<[^<>]*>")
_NUMBER = re.compile(r"\d+")


def sources() -> Iterator[tuple[PageKind, str]]:
    """Pages of every kind, as the sample councils serve them."""
    for story in load_stories().values():
        for kind, page in _PAGES.items():
            ids = [story.committees[0].id, *(meeting.id for meeting in story.meetings[:4])]
            ids += [item.id for meeting in story.meetings[:4] for item in meeting.items[:6]]
            for number in map(str, ids):
                query = dict.fromkeys(("id", "mid", "iid", "aiid", "cid", "committeeid"), number)
                if html := page(story, query):
                    yield kind, html


def made_input(
    chance: random.Random, served: list[tuple[PageKind, str]]
) -> tuple[PageKind | None, str]:
    kind, page = chance.choice(served)
    if chance.randrange(_PAGES_IN):
        words = _clauses(chance, _TAG.sub(" ", page))
        return None, _mutilated(chance, words, _WORDS)
    other = chance.random() < _TO_ANOTHER_PARSER
    asked = chance.choice(list(PARSERS)) if other else kind
    return asked, _mutilated(chance, page, (*_TAGS, *_WORDS))


def _clauses(chance: random.Random, words: str) -> str:
    """Stretches of minutes and a clerk's formulae in any order."""
    parts = []
    for _ in range(chance.randint(1, 40)):
        if chance.randrange(3):
            parts.append(chance.choice(_WORDS))
        else:
            start = chance.randrange(len(words))
            parts.append(words[start : start + chance.randint(1, 300)])
    return chance.choice((" ", "\n", " ", "")).join(parts)


def _mutilated(chance: random.Random, text: str, foreign: tuple[str, ...]) -> str:
    for _ in range(chance.randint(0, 8)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 8, 80, 800, 8000)))
        before, there, after = text[:start], text[start:end], text[end:]
        match chance.randrange(8):
            case 0:
                there = ""
            case 1:
                there *= 2
            case 2:
                there = chance.choice(foreign) + there
            case 3:
                there = chance.choice(foreign) * chance.choice((2, 20, 300)) + there
            case 4:
                there = _TAG.sub("", there)
            case 5:
                there = _NUMBER.sub(lambda _: str(chance.choice((0, -1, 31, 10**18))), there)
            case 6:
                there = "".join(chance.choice((one, one, one, "\n")) for one in there)
            case _:
                there = there.upper() if chance.randrange(2) else there.swapcase()
        text = (before + there + after)[:_LONGEST]
    return text
