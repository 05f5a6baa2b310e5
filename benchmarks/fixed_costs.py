"""What a command costs that has nothing to do: a quiet night, and a word of help."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.lines import Line
from orchestration.dbt import FOLDER
from scrapers.samples.registry import registry_text
from scrapers.samples.server import serve

_BIN = Path(sys.executable).parent
_COUNCIL = "thornbury-vale"
_ROUNDS = 3


def measure() -> Iterator[Line]:
    with TemporaryDirectory() as folder, serve() as address:
        registry = Path(folder) / "councils.toml"
        registry.write_text(registry_text(address), encoding="utf-8")
        home = Path(folder) / "home"
        settings = {"SCRUTINY_HOME": str(home), "SCRUTINY_COUNCILS": str(registry)}
        nightly = ("scrutiny", "nightly", "--council", _COUNCIL)
        bare = (
            "dbt", "build",
            "--project-dir", str(FOLDER), "--profiles-dir", str(FOLDER),
            "--target-path", str(home / "dbt/target"), "--log-path", str(home / "dbt/logs"),
        )  # fmt: skip
        without_unit_tests = (*bare, "--exclude-resource-type", "unit_test")
        for _ in range(2):  # the second finds dbt's parsed project at hand, as every night does
            _seconds(*nightly, **settings)
        # By turns, so that what else the machine does falls on all three.
        rounds = [
            [_seconds(*command, **settings) for command in (nightly, bare, without_unit_tests)]
            for _ in range(_ROUNDS)
        ]
        quiet, built, built_without = map(min, zip(*rounds, strict=True))
    yield Line(
        figure="nightly with nothing new, one council",
        measured=f"{quiet:.1f} s",
        baseline=f"{built:.1f} s dbt build",
        ratio=quiet / built,
        bound=2.0,
        limit=f"{built_without:.1f} s dbt build without unit tests",
    )
    helped = min(_seconds("scrutiny", "--help") for _ in range(3))
    yield Line(
        figure="scrutiny --help",
        measured=f"{helped:.2f} s",
        baseline="1 s",
        ratio=helped,
        bound=1.0,
    )


def _seconds(program: str, *arguments: str, **settings: str) -> float:
    started = time.monotonic()
    subprocess.run(
        [str(_BIN / program), *arguments],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
    )
    return time.monotonic() - started
