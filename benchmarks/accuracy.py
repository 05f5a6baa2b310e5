"""Decisions and mentions against the labelled pages: pages worked with, pages put aside."""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from benchmarks import sources
from benchmarks.gold_split import PUT_ASIDE
from benchmarks.lines import Line
from benchmarks.matching import Matched, Row, Score, decisions_matched, mentions_matched
from scrapers.predictions import predict

_WORKED_WITH, _ASIDE = "worked with", "put aside"
_BOUND = {_WORKED_WITH: 0.97, _ASIDE: 0.9}  # a reader is always better on what it was made with
_MENTIONS = {_WORKED_WITH: 0.9, _ASIDE: 0.75}


class Labelled(NamedTuple):
    name: str
    council: str
    part: str  # of the split
    decisions: Matched
    mentions: Matched


def measure() -> Iterator[Line]:
    pages = [_labelled(path) for path in sorted(sources.GOLD.glob("*.json"))]
    if not pages:
        yield Line(figure="accuracy", measured=f"no labelled pages at {sources.GOLD}")
        return
    for part in (_WORKED_WITH, _ASIDE):
        chosen = [page for page in pages if page.part == part]
        found = [page.decisions for page in chosen]
        yield _f1(f"decisions, {part} ({len(chosen)})", found, bound=_BOUND[part])
        yield _recall(f"substantive decisions, {part}", found, bound=_BOUND[part])
        yield _f1(f"mentions, {part}", [page.mentions for page in chosen], bound=_MENTIONS[part])
    everything = [page.decisions for page in pages]
    for attribute in ("kind", "status", "ordinal"):
        yield _attribute(attribute, everything)
    for kind in ("resolution", "recommendation", "agreement", "action", "noted"):
        yield _f1(f"decisions, kind {kind}", [_of_kind(matched, kind) for matched in everything])
    by_council: dict[str, list[Matched]] = defaultdict(list)
    for page in pages:
        by_council[page.council].append(page.decisions)
    for council, found in sorted(by_council.items()):
        if any(matched.pairs or matched.missed or matched.too_many for matched in found):
            yield _f1(f"decisions, {council}", found)


def confusions() -> Iterator[str]:
    """What was missed and what was too much, page by page, with its text."""
    for path in sorted(sources.GOLD.glob("*.json")):
        page = _labelled(path)
        for what, matched in (("decision", page.decisions), ("mention", page.mentions)):
            for word, rows in (("missed", matched.missed), ("too many", matched.too_many)):
                for row in rows:
                    yield f"{page.name}: {what} {word}: {row.get('text') or row['evidence']}"


def _labelled(path: sources.Path) -> Labelled:
    labels = json.loads(path.read_text(encoding="utf-8"))
    held_on = labels["meeting_date"]
    read = predict(
        (path.parent / labels["text_file"]).read_text(encoding="utf-8"),
        council_name=labels["council"] or "",
        held_on=date.fromisoformat(held_on) if held_on else None,
        page_kind=labels["page_kind"],
    )
    return Labelled(
        path.stem,
        labels["council"] or path.stem,
        _ASIDE if path.stem in PUT_ASIDE else _WORKED_WITH,
        decisions_matched(labels["decisions"], read["decisions"]),
        mentions_matched(labels["inspection_mentions"], read["inspection_mentions"]),
    )


def _of_kind(matched: Matched, kind: str) -> Matched:
    """A decision read under another kind is missed by its own and too many for the other."""
    pairs = [pair for pair in matched.pairs if pair[0]["kind"] == pair[1]["kind"] == kind]
    crossed = [pair for pair in matched.pairs if pair[0]["kind"] != pair[1]["kind"]]
    missed = [*matched.missed, *(label for label, _ in crossed)]
    too_many = [*matched.too_many, *(row for _, row in crossed)]
    return Matched(
        pairs, [r for r in missed if r["kind"] == kind], [r for r in too_many if r["kind"] == kind]
    )


def _score(found: list[Matched]) -> Score:
    scores = (Score(len(m.pairs), len(m.too_many), len(m.missed)) for m in found)
    return sum(scores, Score())


def _f1(figure: str, found: list[Matched], *, bound: float | None = None) -> Line:
    score = _score(found)
    return Line(
        figure=figure,
        measured=f"P {score.precision:.3f} R {score.recall:.3f} ({score.hits} of "
        f"{score.hits + score.missed}, {score.too_many} too many)",
        ratio=score.f1,
        bound=bound,
        is_floor=True,
        baseline="labels (F1)",
    )


def _recall(figure: str, found: list[Matched], *, bound: float) -> Line:
    hits = sum(_counts(label) for matched in found for label, _ in matched.pairs)
    missed = sum(_counts(label) for matched in found for label in matched.missed)
    return Line(
        figure=figure,
        measured=f"{hits} of {hits + missed}",
        ratio=Score(hits, 0, missed).recall,
        bound=bound,
        is_floor=True,
        baseline="labels (recall)",
    )


def _counts(label: Row) -> bool:
    return bool(label["substantive"]) and not label.get("inline")


def _attribute(name: str, found: list[Matched]) -> Line:
    pairs = [pair for matched in found for pair in matched.pairs]
    alike = sum(label[name] == row[name] for label, row in pairs)
    return Line(
        figure=f"decisions, {name} of those found",
        measured=f"{alike} of {len(pairs)}",
        ratio=alike / len(pairs) if pairs else 1.0,
        bound=0.95 if name == "kind" else 0.97,
        is_floor=True,
        baseline="labels",
    )
