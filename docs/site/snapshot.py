"""The published snapshot that a site is made from."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb


class NothingPublishedError(Exception):
    """There is no snapshot to tell of."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One published snapshot: a folder that stays as it is while newer ones appear."""

    folder: Path

    @classmethod
    def newest(cls, published: Path) -> "Snapshot":
        file = (published / "scrutiny.duckdb").resolve()
        if not file.exists():
            raise NothingPublishedError(
                f"nothing is published in {published}: run `make demo`, or `scrutiny nightly`"
            )
        return cls(file.parent)

    @contextmanager
    def opened(self) -> Generator[duckdb.DuckDBPyConnection]:
        with duckdb.connect(str(self.folder / "scrutiny.duckdb"), read_only=True) as con:
            con.execute("set timezone = 'UTC'")
            con.execute("set search_path = 'marts,history'")
            yield con
