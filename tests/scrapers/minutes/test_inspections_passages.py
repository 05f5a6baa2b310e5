"""Passages of minutes: what several sentences, a list or a table state together.

They stand in `inspection_passages/`, by subject, so that whoever knows minutes can add one.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.scrapers.minutes.mention_lines import GRADED, told

PASSAGES = Path(__file__).parent / "inspection_passages"
OTHERS = "others_grades"


class Passage(NamedTuple):
    held_on: str
    title: str
    minutes: str
    stated: set[str]


def passages(path):
    for passage in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, body = passage.partition("\n")
        held_on, _, title = heading.partition(" ")
        lines = body.rstrip("\n").split("\n")
        minutes = "\n".join(line for line in lines if not line.startswith("=> "))
        stated = {line.removeprefix("=> ") for line in lines if line.startswith("=> ")}
        yield Passage(held_on, title, minutes, stated)


STATING = [
    pytest.param(passage, id=f"{path.stem} {place}")
    for path in sorted(PASSAGES.glob("*.txt"))
    if path.stem != OTHERS
    for place, passage in enumerate(passages(path), 1)
]


@pytest.mark.parametrize("passage", STATING)
def test_a_passage_states_what_its_sentences_say_together(passage):
    assert told(passage.minutes, title=passage.title, held_on=passage.held_on) == passage.stated


@pytest.mark.parametrize("passage", passages(PASSAGES / f"{OTHERS}.txt"))
def test_the_grades_of_others_and_of_plans_are_not_the_councils(passage):
    found = told(passage.minutes, title=passage.title, held_on=passage.held_on)

    assert [line for line in found if GRADED.search(line)] == []
