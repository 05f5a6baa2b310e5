"""What a build costs: all of it against a copy of raw, and a night's changes against all of it.

Builds are timed by the processor's clock, of all threads, each in a process of its own: others may
share the machine. A night is compared with two of a tenth of the history: one in which as many
items changed, which tells what history costs, and one in which as large a share of them did.
"""

import argparse
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.lines import Line, printed
from benchmarks.stored import copy_raw, store_night
from benchmarks.timing import best_of
from orchestration.dbt import EXECUTABLE, FOLDER
from orchestration.home import Home
from orchestration.warehouse import connect

SCALE = 1_000_000  # items; a tenth of them is what a nightly is compared with
TENTH = 10
CHANGED_ONE_IN = 1000
FULL_BOUND, NIGHT_BOUND, GROWTH_BOUND, MEMORY_BOUND = 5, 0.1, 1.3, 4
NIGHTS = 3


def measure(scale: int = SCALE) -> Iterator[Line]:
    tenth = scale // TENTH
    with TemporaryDirectory() as folder:
        small, large = Home(Path(folder) / "small"), Home(Path(folder) / "large")
        _built(small, tenth)
        built = _built(large, scale)
        # By turns, for the machine is not as quick at all times.
        night, as_many, as_large_a_share = _cheapest_nights(
            (large, scale, CHANGED_ONE_IN),
            (small, tenth, CHANGED_ONE_IN // TENTH),
            (small, tenth, CHANGED_ONE_IN),
        )
    yield from _lines(scale, built, night, as_many, as_large_a_share)


def _lines(
    scale: int, large: dict[str, float], night: float, as_many: float, as_large_a_share: float
) -> Iterator[Line]:
    yield Line(
        figure=f"full build of {scale:,} items",
        measured=f"{large['full']:.1f} s",
        baseline=f"{large['copy']:.1f} s copy of raw",
        ratio=large["full"] / large["copy"],
        bound=FULL_BOUND,
        limit=f"{large['bare']:.1f} s build of nothing",
    )
    yield Line(
        figure=f"nightly at {scale:,} items, 0.1 % changed",
        measured=f"{night:.1f} s",
        baseline=f"{large['full']:.1f} s full build",
        ratio=night / large["full"],
        bound=NIGHT_BOUND,
        limit=f"{large['bare']:.1f} s build of nothing",
    )
    for changed, tenth in (
        (f"{scale // CHANGED_ONE_IN:,} changed", as_many),
        ("0.1 % changed", as_large_a_share),
    ):
        yield Line(
            figure=f"nightly at {scale:,} items, {changed}",
            measured=f"{night:.1f} s",
            baseline=f"{tenth:.1f} s at {scale // TENTH:,}, {changed}",
            ratio=night / tenth,
            bound=GROWTH_BOUND,
        )
    # The most that any one build of this process took.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
    yield Line(
        figure="memory of a build, at most",
        measured=f"{peak:.2f} GiB",
        baseline=f"{MEMORY_BOUND} GiB",
        ratio=peak / MEMORY_BOUND,
        bound=1,
    )
    yield Line(
        figure=f"warehouse of {scale:,} items",
        measured=f"{large['stored'] / 1000:.1f} KB an item",
        limit=f"{large['raw'] / 1000:.1f} KB raw alone",
    )


def _built(home: Home, items: int) -> dict[str, float]:
    """A home of so many items, built; and what that cost."""
    home.root.mkdir(parents=True)
    with connect(home.warehouse) as con:
        store_night(con, 0, night=0)
    build(home)
    bare = processor_seconds(lambda: build(home))
    home.warehouse.unlink()
    with connect(home.warehouse) as con:
        store_night(con, items, night=0)
        con.execute("checkpoint")
        raw = home.warehouse.stat().st_size / items
        copy = best_of(lambda: copy_raw(con), times=2)
    full = processor_seconds(lambda: build(home))
    stored = home.warehouse.stat().st_size / items
    return {"bare": bare, "copy": copy, "full": full, "raw": raw, "stored": stored}


def _cheapest_nights(*kinds: tuple[Home, int, int]) -> list[float]:
    """For each home, its items and the share of them that changes, the cheapest of some nights."""
    costs: list[list[float]] = [[] for _ in kinds]
    numbers = count(1)
    for _ in range(NIGHTS):
        for (home, items, one_in), cost in zip(kinds, costs, strict=True):
            with connect(home.warehouse) as con:
                store_night(con, items, night=next(numbers), one_in=one_in)
            cost.append(processor_seconds(partial(build, home)))
    return [min(cost) for cost in costs]


def build(home: Home) -> None:
    ours = {
        "SCRUTINY_HOME": str(home.root),
        "DBT_TARGET_PATH": str(home.dbt_target),
        "DBT_LOG_PATH": str(home.dbt_logs),
        "DBT_PROFILES_DIR": str(FOLDER),
    }
    command = ["build", "--quiet", "--exclude-resource-type", "unit_test"]
    subprocess.run(
        [EXECUTABLE, *command],
        cwd=FOLDER,
        env=os.environ | ours,
        check=True,
    )


def processor_seconds(build: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    build()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.building", description=__doc__)
    parser.add_argument("--scale", type=int, default=SCALE, help="items of the larger warehouse")
    print(printed(measure(parser.parse_args().scale)))


if __name__ == "__main__":
    main()
