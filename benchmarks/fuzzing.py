"""`python -m benchmarks.fuzzing`: broken pages and texts by the thousand, for parsers and readers.

Each input is made of pages of the sample councils and of a clerk's words, then mutilated. What a
parser may do with it is to give records or to raise an error of ours; every fact must have its
evidence in the text, to the letter. The same seed gives the same inputs.
"""

import argparse
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from scrapers.errors import ScrapeError
from scrapers.minutes.decisions.reader import read_decisions
from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.moderngov.pages import PARSERS
from scrapers.moderngov.urls import PageKind
from scrapers.records import AgendaItem, Decision, InspectionMention, Record
from scrapers.samples import pages
from scrapers.samples.loading import load_stories

_LONGEST = 60_000  # characters; longer ones are for the tests of growth
_PAGES_IN = 2  # one input in so many is a page, the others are texts
_SHOWN = 50  # failures
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


@dataclass(slots=True)
class Findings:
    """What came of some inputs."""

    inputs: int = 0
    records: int = 0
    refused: Counter[str] = field(default_factory=Counter)  # our own errors, by name
    failures: list[str] = field(default_factory=list)  # everything else, with its input's number
    slowest: dict[int, tuple[float, int]] = field(default_factory=dict)  # by size: seconds, input


def fuzz(numbers: Iterable[int], *, seed: int = 0) -> Findings:
    """Feed the inputs of these numbers to everything that reads."""
    sources = list(_sources())
    findings = Findings()
    for number in numbers:
        chance = random.Random(f"{seed}/{number}")
        kind, text = _input(chance, sources)
        started = time.process_time()
        try:
            records = list(_read(kind, text))
        except ScrapeError as refusal:
            findings.refused[type(refusal).__name__] += 1
        except Exception as error:  # noqa: BLE001 - that there is none is what is looked for
            findings.failures.append(f"input {number}: {type(error).__name__}: {error}")
        else:
            findings.records += len(records)
        took = time.process_time() - started, number
        findings.inputs += 1
        size = len(text).bit_length()
        findings.slowest[size] = max(findings.slowest.get(size, (0.0, 0)), took)
    return findings


def _read(kind: PageKind | None, text: str) -> Iterator[Record]:
    """The records of a page, or of a text as an item, and what the readers find in them."""
    records: list[Record]
    if kind is None:
        cut = len(text) // 3
        day = date(2010 + len(text) % 17, 1 + len(text) % 12, 5) if len(text) % 3 else None
        item = AgendaItem(
            item_position=1,
            title=text[:200],
            minutes_text=text,
            description=text[cut:],
            held_on=day,
        )
        records = [item]
    else:
        records = list(PARSERS[kind](text, url="https://council.test/page.aspx"))
    yield from records
    for item in records:
        if isinstance(item, AgendaItem):
            facts = [*read_decisions(item), *read_inspection_mentions(item, council_name="Bury")]
            for fact in facts:
                _check_evidence(item, fact)
            yield from facts


def _check_evidence(item: AgendaItem, fact: Decision | InspectionMention) -> None:
    field_text = getattr(item, fact.evidence_field) or ""
    evidence = field_text[fact.evidence_start : fact.evidence_end]
    said = fact.text if isinstance(fact, Decision) else fact.evidence
    if not evidence.strip() or " ".join(evidence.split()) != " ".join(said.split()):
        raise ValueError(f"{said!r} has {evidence!r} for its evidence")


def _sources() -> Iterator[tuple[PageKind, str]]:
    """Pages of every kind, as the sample councils serve them."""
    for story in load_stories().values():
        for kind, page in _PAGES.items():
            ids = [story.committees[0].id, *(meeting.id for meeting in story.meetings[:4])]
            ids += [item.id for meeting in story.meetings[:4] for item in meeting.items[:6]]
            for number in map(str, ids):
                query = dict.fromkeys(("id", "mid", "iid", "aiid", "cid", "committeeid"), number)
                if html := page(story, query):
                    yield kind, html


def _input(
    chance: random.Random, sources: list[tuple[PageKind, str]]
) -> tuple[PageKind | None, str]:
    kind, page = chance.choice(sources)
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzzing", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    numbers = range(asked.first, asked.first + asked.inputs)
    found = fuzz(numbers, seed=asked.seed)
    print(f"{found.inputs} inputs, {found.records} records, refused: {dict(found.refused)}")
    for size, (seconds, number) in sorted(found.slowest.items()):
        print(f"slowest below {2**size} characters: {1000 * seconds:.1f} ms (input {number})")
    print(f"{len(found.failures)} failures", *found.failures[:_SHOWN], sep="\n")


if __name__ == "__main__":
    main()
