"""`python -m benchmarks.fuzzing`: broken pages and texts by the thousand, for parsers and readers.

What a parser may do with what `fuzzing_inputs` makes is to give records or to raise an error of
ours; every fact must have its evidence in the text, to the letter. The same seed gives the same
inputs.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from benchmarks.fuzzing_inputs import made_input, sources
from scrapers.errors import ScrapeError
from scrapers.minutes.decisions.reader import read_decisions
from scrapers.minutes.inspections.reader import read_inspection_mentions
from scrapers.moderngov.addresses import PageKind
from scrapers.moderngov.pages import PARSERS
from scrapers.records import AgendaItem, Decision, InspectionMention, Record

_SHOWN = 50  # failures


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
    pages = list(sources())
    findings = Findings()
    for number in numbers:
        chance = random.Random(f"{seed}/{number}")
        kind, text = made_input(chance, pages)
        started = time.process_time()
        try:
            records = read_whole(kind, text)
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


def read_whole(kind: PageKind | None, text: str) -> list[Record]:
    """The records of a page, or of a text as an item, and what the readers find in them."""
    return list(_read(kind, text))


def _read(kind: PageKind | None, text: str) -> Iterator[Record]:
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
