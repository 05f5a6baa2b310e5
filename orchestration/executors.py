"""Where steps run: in this process, in several, or on the workers of a cluster (docs/scaling.md).

SCRUTINY_EXECUTOR and SCRUTINY_WORKERS say so, and nothing else changes.
"""

import os

import dagster as dg

from scrapers.errors import RegistryError

EXECUTORS = ("in_process", "multiprocess", "celery")


def executor_name() -> str:
    name = os.environ.get("SCRUTINY_EXECUTOR") or "in_process"
    if name not in EXECUTORS:
        raise RegistryError(f"SCRUTINY_EXECUTOR is {name!r}: it may be {', '.join(EXECUTORS)}")
    return name


def executor() -> dg.ExecutorDefinition:
    match executor_name():
        case "celery":
            # Of the lock file of clusters: a single machine does without.
            from dagster_celery import celery_executor

            return celery_executor
        case "multiprocess":
            return dg.multiprocess_executor
        case _:
            return dg.in_process_executor


def executor_config() -> dict[str, object]:
    """What the executor has to be told at the start of a run."""
    if executor_name() != "celery":
        return {}
    broker = os.environ.get("SCRUTINY_BROKER") or "redis://127.0.0.1:6379/0"
    return {"config": {"broker": broker, "backend": broker}}


def workers() -> int:
    """Among how many a crawl is shared out; one, unless it runs on more than this process."""
    if executor_name() == "in_process":
        return 1
    return max(1, int(os.environ.get("SCRUTINY_WORKERS") or 2))
