"""The labelled pages beside the checkout, where they are: read through the splitter of texts."""

import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from scrapers.minutes.decisions.reader import read_decisions
from scrapers.moderngov.text_page import parse_text_page
from scrapers.records import AgendaItem

GOLD = Path(__file__).parents[4] / "shared" / "gold"
pytestmark = pytest.mark.xdist_group("labelled decisions")  # read once, by one worker
ALIKE = 0.75


@pytest.fixture(scope="module")
def pages() -> list[tuple[dict, list]]:
    if not GOLD.is_dir():
        pytest.skip(f"no labelled pages at {GOLD}")
    found = []
    for path in sorted(GOLD.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        page = (GOLD / labels["text_file"]).read_text(encoding="utf-8")
        records = parse_text_page(page, page_kind=labels["page_kind"])
        items = [record for record in records if isinstance(record, AgendaItem)]
        found.append((labels, [row for item in items for row in read_decisions(item)]))
    return found


def matched(labels: dict, rows: list) -> list[tuple[dict, object]]:
    pairs, left = [], list(rows)
    for label in labels["decisions"]:
        scored = [(_likeness(label["text"], row.text), row) for row in left]
        likeness, row = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        if likeness >= ALIKE:
            pairs.append((label, row))
            left.remove(row)
    return pairs


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def test_nearly_every_labelled_decision_is_found_and_hardly_one_too_many(pages):
    hits = sum(len(matched(labels, rows)) for labels, rows in pages)
    labelled = sum(len(labels["decisions"]) for labels, _ in pages)
    read = sum(len(rows) for _, rows in pages)

    assert 2 * hits / (labelled + read) >= 0.97


@pytest.mark.parametrize("attribute", ["kind", "status", "ordinal"])
def test_what_is_found_is_labelled_alike(pages, attribute):
    pairs = [pair for labels, rows in pages for pair in matched(labels, rows)]
    alike = sum(label[attribute] == getattr(row, attribute) for label, row in pairs)

    assert alike / len(pairs) >= 0.97


def test_the_seeds_are_read_without_a_fault(pages):
    seeds = [(labels, rows) for labels, rows in pages if labels["id"].startswith("seed")]

    assert seeds
    for labels, rows in seeds:
        assert len(rows) == len(labels["decisions"]) == len(matched(labels, rows)), labels["id"]
