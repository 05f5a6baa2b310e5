"""The whole archive read again on all cores, against one process that parses and reads."""

import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import sources
from benchmarks.lines import Line
from orchestration.landing import Landing
from scrapers.archive import Archive
from scrapers.reading import read_entry
from scrapers.response import Response

PAGES = 2_400
ALONE = 200
BOUND = 0.9
COUNCIL, RUN = "anywhere", "20260101T000000"


def measure() -> Iterator[Line]:
    cores = len(os.sched_getaffinity(0))
    with TemporaryDirectory() as folder:
        archive = _archive(Path(folder) / "archive")
        alone = ALONE / _seconds(lambda: _read_alone(archive))
        landing = Landing(Path(folder) / "landing")
        together = PAGES / _seconds(lambda: list(landing.land(archive, {COUNCIL: "Anywhere"})))
    yield Line(
        figure=f"replay {PAGES} pages on {cores} cores",
        measured=f"{together:.0f} pages/s",
        baseline=f"{cores} x {alone:.0f} pages/s of one process",
        ratio=together / (cores * alone),
        bound=BOUND,
        is_floor=True,
    )


def _read_alone(archive: Archive) -> None:
    for entry in archive.run(COUNCIL, RUN).entries[:ALONE]:
        read_entry(archive, entry, council_name="Anywhere")


def _archive(root: Path) -> Archive:
    archive = Archive(root)
    pages = sources.generated_pages()
    with archive.writing(COUNCIL, RUN) as writer:
        for place in range(PAGES):
            page = pages[place % len(pages)]
            response = Response(
                url=f"{page.url}?MId={place}",
                status=200,
                reason="OK",
                headers=(("Content-Type", "text/html; charset=utf-8"),),
                raw=page.html.encode(),
                fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
            )
            writer.keep(response, page_key=f"meeting_documents:{place}")
    return archive


def _seconds(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started
