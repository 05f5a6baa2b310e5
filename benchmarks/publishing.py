"""What publishing costs: everything from nothing, and after a night what that night changed.

A night is compared with two of a tenth of the history, as `building` has them, by the processor's
clock; and so is the whole of it, built and published. Each is published in a process of its own.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.building import (
    CHANGED_ONE_IN,
    GROWTH_BOUND,
    MEMORY_BOUND,
    NIGHTS,
    SCALE,
    TENTH,
    build,
    processor_seconds,
)
from benchmarks.lines import Line, printed
from benchmarks.stored import FIRST_NIGHT, store_night
from orchestration.home import Home
from orchestration.publish import publish
from orchestration.warehouse import connect

NIGHT_BOUND = 0.2
Cost = tuple[float, float]  # seconds of building and of publishing


def measure(scale: int = SCALE) -> Iterator[Line]:
    tenth = scale // TENTH
    with TemporaryDirectory() as folder:
        small, large = Home(Path(folder) / "small"), Home(Path(folder) / "large")
        _first_night(small, tenth)
        whole, memory = _first_night(large, scale)
        bytes_an_item = (large.published / "scrutiny.duckdb").stat().st_size / scale
        # By turns, for the machine is not as quick at all times.
        night, as_many, as_large_a_share = _nights(
            (large, scale, CHANGED_ONE_IN),
            (small, tenth, CHANGED_ONE_IN // TENTH),
            (small, tenth, CHANGED_ONE_IN),
        )
    yield Line(
        figure=f"publish {scale:,} items, 0.1 % changed",
        measured=f"{night[1]:.1f} s",
        baseline=f"{whole:.1f} s from nothing",
        ratio=night[1] / whole,
        bound=NIGHT_BOUND,
    )
    changed = f"{scale // CHANGED_ONE_IN:,} changed"
    for what, place in (("publish", slice(1, 2)), ("build and publish", slice(0, 2))):
        for which, other in ((changed, as_many), ("0.1 % changed", as_large_a_share)):
            yield Line(
                figure=f"{what} {scale:,} items, {which}",
                measured=f"{sum(night[place]):.1f} s",
                baseline=f"{sum(other[place]):.1f} s of {tenth:,}, {which}",
                ratio=sum(night[place]) / sum(other[place]),
                bound=GROWTH_BOUND,
            )
    yield Line(
        figure="memory of publishing, at most",
        measured=f"{memory:.2f} GiB",
        baseline=f"{MEMORY_BOUND} GiB",
        ratio=memory / MEMORY_BOUND,
        bound=1,
    )
    yield Line(figure=f"snapshot of {scale:,} items", measured=f"{bytes_an_item:.0f} B an item")


def _first_night(home: Home, items: int) -> tuple[float, float]:
    """Publish so many items from nothing; return the seconds and the GiB that it took."""
    home.root.mkdir(parents=True)
    with connect(home.warehouse) as con:
        store_night(con, items, night=0)
    build(home)
    return _published(home, 0)


def _nights(*kinds: tuple[Home, int, int]) -> list[Cost]:
    """For each home, its items and the share of them that changes, the least that a night took."""
    costs: list[list[Cost]] = [[] for _ in kinds]
    numbers = count(1)
    for _ in range(NIGHTS):
        for (home, items, one_in), found in zip(kinds, costs, strict=True):
            number = next(numbers)
            with connect(home.warehouse) as con:
                store_night(con, items, night=number, one_in=one_in)
            built = processor_seconds(partial(build, home))
            found.append((built, _published(home, number)[0]))
    return [(min(built for built, _ in each), min(told for _, told in each)) for each in costs]


def _published(home: Home, number: int) -> tuple[float, float]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_publish, home, number).result()


def _publish(home: Home, number: int) -> tuple[float, float]:
    started = time.process_time()
    publish(home.warehouse, home.published, snapshot_id=f"{number:04}", at=FIRST_NIGHT)
    taken = time.process_time() - started
    return taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.publishing", description=__doc__)
    parser.add_argument("--scale", type=int, default=SCALE, help="items of the larger warehouse")
    print(printed(measure(parser.parse_args().scale)))


if __name__ == "__main__":
    main()
