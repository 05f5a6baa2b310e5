"""`python -m benchmarks [NAME…] [--scale ITEMS]`: every figure beside its baseline and bound."""

import argparse
import sys
import time
from functools import partial

from benchmarks import (
    accuracy,
    asking,
    building,
    crawling,
    dashboard,
    fixed_costs,
    hostile,
    parsing,
    publishing,
    reading,
    replaying,
    scaling,
    storing,
)
from benchmarks.lines import Line, printed

BENCHMARKS = {
    "accuracy": accuracy.measure,
    "dashboard": dashboard.measure,
    "parsing": parsing.measure,
    "reading": reading.measure,
    "storing": storing.measure,
    "crawling": crawling.measure,
    "replaying": replaying.measure,
    "scaling": scaling.measure,
    "fixed_costs": fixed_costs.measure,
}

# Those that are measured on as many agenda items as asked for.
SCALED = {
    "building": building.measure,
    "publishing": publishing.measure,
    "asking": asking.measure,
}
# Six minutes, for a promise of docs/reliability.md: only by name, or all take more than twenty.
ONLY_BY_NAME = {"hostile": hostile.measure}


def main() -> None:
    names = BENCHMARKS | SCALED | ONLY_BY_NAME
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--confusions", action="store_true", help="the texts read otherwise, too")
    parser.add_argument("--scale", type=int, help="items of a warehouse")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(names):
        parser.error(f"no benchmark named {', '.join(sorted(unknown))}")

    scaled = {
        name: partial(measure, asked.scale) if asked.scale else measure
        for name, measure in SCALED.items()
    }
    measures = BENCHMARKS | scaled | ONLY_BY_NAME
    lines: list[Line] = []
    for name in asked.names or BENCHMARKS | SCALED:
        started = time.monotonic()
        lines += measures[name]()
        # Minutes go by before the table: whoever waits sees how far it is, and what takes so long.
        print(f"{name} took {time.monotonic() - started:.0f} s", file=sys.stderr)
    print(printed(lines))
    if asked.confusions:
        print("", *accuracy.confusions(), sep="\n")


if __name__ == "__main__":
    main()
