"""What is held back: new pages of a council that would take away much of what stood of it.

A site that answers with less than it did has changed, or hides something, or was overrun. Its new
pages wait in the landing, its rows stand as they were, all other councils are published. Each build
tries again, together with what came since: where that makes up for the loss, all of it is loaded.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

import duckdb

from orchestration.landing import Batch
from orchestration.loading import is_loaded, take_in
from orchestration.warehouse import transaction
from scrapers.archive import Archive
from scrapers.moderngov.history import History

LARGEST_LOSS = 0.2  # of a council's items
_ITEMS = """
with latest as (
    select page_key, max(fetched_at) as fetched_at from raw.pages
    where council = $council and error is null
    group by all
)
select count(distinct coalesce(item_id::varchar, page_key || '/' || item_position))
from raw.agenda_items
semi join latest using (page_key, fetched_at)
where council = $council and not list_contains($without::varchar[], page_key)
"""


@dataclass(frozen=True, slots=True)
class Held:
    """Runs of a council whose pages wait, and what would come of its items with them."""

    council: str
    run_ids: tuple[str, ...]
    before: int
    after: int

    def __str__(self) -> str:
        return f"of {self.before} items {self.after} would be left, so its rows stand as they were"


class HeldBackError(Exception):
    """A council would lose too much; what came of it waits."""

    def __init__(self, held: Held) -> None:
        super().__init__(f"{held.council}: {held}")
        self.held = held


@dataclass(frozen=True, slots=True)
class Holding:
    """A note for each council of which something waits: `<root>/<council>.json`."""

    root: Path

    def of(self, council: str) -> Held | None:
        try:
            noted = json.loads((self.root / f"{council}.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        return Held(**noted | {"run_ids": tuple(noted["run_ids"])})

    def all(self) -> list[Held]:
        found = (self.of(path.stem) for path in sorted(self.root.glob("*.json")))
        return [held for held in found if held]

    def run_ids(self, council: str) -> frozenset[str]:
        held = self.of(council)
        return frozenset(held.run_ids if held else ())

    def load(
        self,
        con: duckdb.DuckDBPyConnection,
        archive: Archive,
        batches: Iterable[Batch],
        *,
        loaded_at: datetime,
    ) -> None:
        """Take in every batch that is new, council by council, but what is to be held back."""
        fresh = [batch for batch in batches if not is_loaded(con, batch)]
        by_council = groupby(sorted(fresh, key=_order), key=lambda batch: batch.council)
        for council, of_council in by_council:
            waiting = self.run_ids(council)
            # A replay takes in what once stood first, so that the rest is held against it again.
            sound, doubted = [], []
            for batch in of_council:
                is_waiting = doubted or batch.run_id in waiting
                (doubted if is_waiting else sound).append(batch)
            for group in filter(None, (sound, doubted)):
                self._load_together(con, archive, group, loaded_at)

    def _load_together(
        self,
        con: duckdb.DuckDBPyConnection,
        archive: Archive,
        batches: list[Batch],
        loaded_at: datetime,
    ) -> None:
        council, run_ids = batches[0].council, [batch.run_id for batch in batches]
        try:
            try:
                _load_or_refuse(con, batches, loaded_at, without=[])
            except HeldBackError:
                doubtful = _doubtful(archive, council, run_ids)
                _load_or_refuse(con, batches, loaded_at, without=doubtful)
        except HeldBackError as refusal:
            self._note(refusal.held)
        else:
            if self.run_ids(council) <= set(run_ids):
                (self.root / f"{council}.json").unlink(missing_ok=True)

    def _note(self, held: Held) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        draft = self.root / f".{held.council}.new"
        draft.write_text(json.dumps(asdict(held)), encoding="utf-8")
        draft.replace(self.root / f"{held.council}.json")


def _load_or_refuse(
    con: duckdb.DuckDBPyConnection, batches: list[Batch], loaded_at: datetime, *, without: list[str]
) -> None:
    """Take all of the batches in, or none where the council's other pages would lose too much."""
    council = batches[0].council
    before = _items(con, council, without)
    with transaction(con):
        for batch in batches:
            take_in(con, batch, loaded_at=loaded_at)
        after = _items(con, council, without)
        if after < before * (1 - LARGEST_LOSS):
            raise HeldBackError(Held(council, tuple(b.run_id for b in batches), before, after))


def _items(con: duckdb.DuckDBPyConnection, council: str, without: list[str]) -> int:
    asked = {"council": council, "without": without}
    return con.execute(_ITEMS, asked).fetchall()[0][0]


def _doubtful(archive: Archive, council: str, run_ids: list[str]) -> list[str]:
    """Pages that came last in a run in which much else failed: what they lose is no loss."""
    history = History.of(archive, council)
    before = (
        (key, [entry.run_id for entry in entries if entry.run_id not in run_ids])
        for key, entries in history.answers.items()
    )
    return [key for key, runs in before if runs and runs[-1] in history.unwell]


def _order(batch: Batch) -> tuple[str, str]:
    return batch.council, batch.run_id
