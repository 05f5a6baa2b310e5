"""`SCRUTINY_HOME`: everything a run writes, and where in it. Nothing is written anywhere else."""

import logging
import os
import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from orchestration.holding import Holding
from orchestration.landing import Landing
from orchestration.register import StatisticsShelf
from scrapers.archive import Archive
from scrapers.councils import BUNDLED, Council, Registry, load_registry
from scrapers.errors import RegistryError

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).parent.parent


class HomeBusyError(Exception):
    """Another run holds what this one needs."""


@dataclass(frozen=True, slots=True)
class Home:
    """The rooms of one home. Two homes never meet."""

    root: Path

    @classmethod
    def from_environment(cls) -> "Home":
        return cls(Path(os.environ.get("SCRUTINY_HOME") or PROJECT / "data").expanduser().resolve())

    @property
    def archive(self) -> Archive:
        return Archive(self.root / "archive")

    @property
    def landing(self) -> Landing:
        return Landing(self.root / "landing")

    @property
    def holding(self) -> Holding:
        return Holding(self.root / "held")

    @property
    def statistics(self) -> StatisticsShelf:
        return StatisticsShelf(self.root / "register")

    @property
    def warehouse(self) -> Path:
        return self.root / "warehouse" / "scrutiny.duckdb"

    @property
    def takedown(self) -> Path:
        """What is to be left out of everything made from the archive, if there is such a list."""
        return self.root / "takedown.txt"

    @property
    def published(self) -> Path:
        return self.root / "published"

    @property
    def dagster(self) -> Path:
        return self.root / "dagster"

    @property
    def dbt_target(self) -> Path:
        return self.root / "dbt" / "target"

    @property
    def dbt_logs(self) -> Path:
        return self.root / "dbt" / "logs"

    @property
    def samples(self) -> Path:
        """The registry of the sample councils, where `scrutiny demo` has made this their home."""
        return self.root / "samples.toml"

    def registry(self) -> Registry:
        """The registry in use: SCRUTINY_COUNCILS, else the bundled one and a demo's samples."""
        if chosen := os.environ.get("SCRUTINY_COUNCILS"):
            return load_registry(Path(chosen))
        bundled = load_registry(BUNDLED)
        if not self.samples.exists():
            return bundled
        samples = load_registry(self.samples)
        return Registry(
            councils={**bundled.councils, **samples.councils}, registers=samples.registers
        )

    def sample_councils(self) -> list[Council]:
        return list(load_registry(self.samples).councils.values())

    def nightly_councils(self) -> list[Council]:
        """The councils of a night without names: all, but in a demo's home only the invented."""
        if self.plays_samples():
            return self.sample_councils()
        return list(self.registry().councils.values())

    def plays_samples(self) -> bool:
        return self.samples.exists() and not os.environ.get("SCRUTINY_COUNCILS")

    @contextmanager
    def held(self, what: str, *, wait: bool | float = False) -> Generator[None]:
        """Hold a part of the home, "warehouse" or a council, against every other run.

        `wait` for as many seconds, or, saying so, for as long as it takes.
        """
        if not re.fullmatch(r"[a-z0-9-]+", what):
            raise RegistryError(f"{what!r} is no part of a home")
        folder = self.root / "locks"
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / f"{what}.lock", timeout=0 if isinstance(wait, bool) else wait)
        try:
            lock.acquire()
        except Timeout as error:
            if wait is not True:
                raise HomeBusyError(f"another run holds {what} of {self.root}") from error
            logger.warning("waiting for another run, which holds %s of %s", what, self.root)
            lock.acquire(timeout=-1)
        try:
            yield
        finally:
            lock.release()


def new_run_id(now: datetime | None = None) -> str:
    """An id that sorts by time: "20261121T213045123456Z"."""
    return (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%S%fZ")
