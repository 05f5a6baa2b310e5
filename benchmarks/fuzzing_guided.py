"""`python -m benchmarks.fuzzing_guided CORPUS -max_total_time=600`: atheris, which looks for inputs
that reach lines of parsers and readers that no input reached before.

It starts from the sample councils' pages and keeps what it finds in the folder CORPUS. What is
expected of an input is what `fuzzing` expects. Wants `requirements-cluster.lock`.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["scrapers"]):
    from benchmarks.fuzzing import read_whole
    from benchmarks.fuzzing_inputs import sources
    from scrapers.errors import ScrapeError
    from scrapers.html import decode
    from scrapers.moderngov.addresses import PageKind
    from scrapers.moderngov.pages import PARSERS

# The first byte of an input says who reads the rest: one of the parsers, or the readers alone.
_READERS: list[PageKind | None] = [None, *PARSERS]


def try_one(data: bytes) -> None:
    kind = _READERS[data[0] % len(_READERS)] if data else None
    try:
        read_whole(kind, decode(data[1:], None))
    except ScrapeError:
        return


def _sow(corpus: Path) -> None:
    corpus.mkdir(parents=True, exist_ok=True)
    for number, (kind, page) in enumerate(sources()):
        data = bytes([_READERS.index(kind)]) + page.encode()
        (corpus / f"sample-{number}").write_bytes(data)


if __name__ == "__main__":
    _sow(Path(sys.argv[1]))
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()
