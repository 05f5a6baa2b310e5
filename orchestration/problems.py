"""What went wrong in a run, a line each; the traces are in Dagster's log of it."""

from collections.abc import Iterable, Iterator
from typing import Any

import dagster as dg

from orchestration.home import HomeBusyError

LONGEST = 400
# dbt's step quotes its command at length before it comes to what failed.
_DBT_SAYS = "Errors parsed from dbt logs:"


def raise_what_is_no_failure(events: Iterable[dg.DagsterEvent]) -> None:
    """Dagster notes an interrupt and a busy home as failures; to a command they are themselves."""
    for error in (error for event in events for error in _chain(event)):
        if error.cls_name == dg.DagsterExecutionInterruptedError.__name__:
            raise KeyboardInterrupt
        if error.cls_name == HomeBusyError.__name__:
            raise HomeBusyError(_message(error))


def problems(events: Iterable[dg.DagsterEvent]) -> Iterator[str]:
    """Checks that block and did not pass, else steps that failed."""
    events = list(events)
    checks = list(_failed_checks(events))
    yield from checks or _failed_steps(events)


def _failed_checks(events: list[dg.DagsterEvent]) -> Iterator[str]:
    for event in events:
        if event.event_type is not dg.DagsterEventType.ASSET_CHECK_EVALUATION:
            continue
        check = event.asset_check_evaluation_data
        if check.passed or check.severity is not dg.AssetCheckSeverity.ERROR:
            continue
        told = [check.description, *(f"{k}: {v.value}" for k, v in check.metadata.items())]
        details = "; ".join(part for part in told if part and "\n" not in part)
        yield _short(f"{check.asset_key.to_user_string()}: {check.check_name}: {details}")


def _failed_steps(events: list[dg.DagsterEvent]) -> Iterator[str]:
    for event in events:
        if chain := list(_chain(event)):
            yield _short(f"{event.step_key}: {_message(chain[-1])}")


def _chain(event: dg.DagsterEvent) -> Iterator[Any]:
    """A failure's error and its causes, outermost first."""
    error = event.step_failure_data.error if event.is_step_failure else None
    while error is not None:
        yield error
        error = error.cause


def _message(error: Any) -> str:
    _, _, message = error.message.strip().partition(": ")
    return message.rpartition(_DBT_SAYS)[2] or error.message


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"
