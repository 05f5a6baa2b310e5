"""How long things take, by the processor's clock: others may share the machine."""

import time
from collections.abc import Callable


def best_of(work: Callable[[], object], *, times: int = 5) -> float:
    """The seconds of the quickest of some runs, which is the one least disturbed."""
    return min(_seconds(work) for _ in range(times))


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started
