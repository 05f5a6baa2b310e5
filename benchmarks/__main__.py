"""`python -m benchmarks [NAME…] [--scale ITEMS]`: every figure beside its baseline and bound."""

import argparse
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
from benchmarks.lines import printed

BENCHMARKS = {
    "accuracy": accuracy.measure,
    "dashboard": dashboard.measure,
    "hostile": hostile.measure,
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS | SCALED))
    parser.add_argument("--confusions", action="store_true", help="the texts read otherwise, too")
    parser.add_argument("--scale", type=int, help="items of a warehouse")
    asked = parser.parse_args()
    scaled = {
        name: partial(measure, asked.scale) if asked.scale else measure
        for name, measure in SCALED.items()
    }
    if unknown := set(asked.names) - set(BENCHMARKS | scaled):
        parser.error(f"no benchmark named {', '.join(sorted(unknown))}")

    lines = [
        line
        for name, measure in (BENCHMARKS | scaled).items()
        if not asked.names or name in asked.names
        for line in measure()
    ]
    print(printed(lines))
    if asked.confusions:
        print("", *accuracy.confusions(), sep="\n")


if __name__ == "__main__":
    main()
