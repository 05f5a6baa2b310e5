"""How much memory a nightly takes while sites serve bombs and pages of 200 MB, and how it ends."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.lines import Line
from scrapers.samples.registry import registry_text
from tests.hostile.faulty_site import MEGABYTE, FaultySite, bomb, serving_badly

SHARE = 0.3
BOMB_BYTES = 1_000 * MEGABYTE
LARGEST_MEGABYTES = 1024
ENDINGS = {0: "all well", 1: "nothing published", 3: "published, some failed"}


def measure() -> Iterator[Line]:
    bomb(BOMB_BYTES)  # made before, in this process: it is not what is measured
    for name in ("bomb", "long", "nested", "agenda of ten thousand"):
        yield _line(f"nightly, 30 % of answers: {name}", FaultySite(SHARE, faults=[name]))
    yield _line("nightly, 30 % of answers: every fault", FaultySite(SHARE))


def _line(figure: str, site: FaultySite) -> Line:
    site.bomb_bytes = BOMB_BYTES
    with TemporaryDirectory() as folder, serving_badly(site):
        registry = Path(folder) / "councils.toml"
        brief = "delay_seconds = 0\ntimeout_seconds = 5.0\n"
        text = registry_text(site.address).replace("delay_seconds = 0\n", brief)
        registry.write_text(text, encoding="utf-8")
        started = time.monotonic()
        status, peak = _nightly(Path(folder) / "home", registry)
        took = time.monotonic() - started
    return Line(
        figure=figure,
        measured=f"{peak:.0f} MB in {took:.0f} s",
        baseline=f"{LARGEST_MEGABYTES} MB",
        ratio=peak / LARGEST_MEGABYTES,
        bound=1.0,
        limit=f"{ENDINGS.get(status, status)}; {site.given.total()} faults of {len(site.asked)}",
    )


def _nightly(home: Path, registry: Path) -> tuple[int, float]:
    """Run the command; give its exit status, and the most that it and its children ever held."""
    running = subprocess.Popen(
        [sys.executable, "-c", "from orchestration.cli import app; app()", "nightly"],
        env=os.environ | {"SCRUTINY_HOME": str(home), "SCRUTINY_COUNCILS": str(registry)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    peak = 0.0
    while running.poll() is None:
        peak = max(peak, _held_by_session(running.pid))
        time.sleep(0.05)
    return running.returncode, peak


def _held_by_session(session: int) -> float:
    """Megabytes in memory of all processes of a session, pages that they share counted once."""
    held = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                rollup = (folder / "smaps_rollup").read_text()
                pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
                held += int(pss.split()[1]) / 1024
        except (OSError, StopIteration):
            continue  # it has ended meanwhile
    return held
