"""What a home takes from its store before it works, and what it keeps there afterwards.

`SCRUTINY_STORE` names the store; without it all this does nothing. Machines that share no disk hand
over to each other so, and a home that was lost is made anew.
"""

import os
from collections.abc import Iterable

from orchestration.home import Home
from orchestration.landing import Batch
from orchestration.store import Store


def store_in_use() -> Store | None:
    address = os.environ.get("SCRUTINY_STORE")
    return Store.at(address) if address else None


def take(home: Home, councils: Iterable[str]) -> None:
    """Bring home what the store has of these councils and the home has not."""
    if store := store_in_use():
        for council in sorted(councils):
            # Who lands a council writes where its batches come to lie.
            with home.held(f"landing-{council}", wait=True):
                _take(home, store, council)


def keep(home: Home, councils: Iterable[str]) -> None:
    """Bring to the store what the home has of these councils, will not change, and is not there."""
    if store := store_in_use():
        for council in sorted(councils):
            _keep(home, store, council)


def forget_batches(council: str) -> None:
    """Let the store forget what a council landed: all of it is read afresh."""
    if store := store_in_use():
        store.forget_batches(council)


def _take(home: Home, store: Store, council: str) -> None:
    for run_id in sorted({*store.run_ids(council)} - {*home.archive.run_ids(council)}):
        store.take_run(home.archive, council, run_id)
    for run_id in sorted({*store.batch_ids(council)} - {*home.landing.run_ids(council)}):
        store.take_batch(home.landing, council, run_id)


def _keep(home: Home, store: Store, council: str) -> None:
    landed = {*home.landing.run_ids(council)}
    for run_id in sorted({*home.archive.run_ids(council)} - {*store.run_ids(council)}):
        # A run that was cut off never gets its receipt; once it has landed, nobody goes on with it.
        if run_id in landed or home.archive.run(council, run_id).crawl:
            store.keep_run(home.archive, council, run_id)
    for run_id in sorted(landed - {*store.batch_ids(council)}):
        store.keep_batch(Batch(home.landing.root / council / run_id, council, run_id))
