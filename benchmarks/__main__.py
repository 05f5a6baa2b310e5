"""`python -m benchmarks [NAME…]`: every figure beside its baseline; a broken bound is status 1."""

import argparse

from benchmarks import (
    accuracy,
    crawling,
    dashboard,
    fixed_costs,
    hostile,
    parsing,
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--confusions", action="store_true", help="the texts read otherwise, too")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(BENCHMARKS):
        parser.error(f"no benchmark named {', '.join(sorted(unknown))}")

    lines = [
        line
        for name, measure in BENCHMARKS.items()
        if not asked.names or name in asked.names
        for line in measure()
    ]
    print(printed(lines))
    if asked.confusions:
        print("", *accuracy.confusions(), sep="\n")


if __name__ == "__main__":
    main()
