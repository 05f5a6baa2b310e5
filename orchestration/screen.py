"""What a person, a log or a program sees of a command: progress, errors, exit status."""

import itertools
import logging
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import rich.progress
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn

from orchestration.crawling import Progress
from orchestration.home import HomeBusyError
from scrapers.errors import RegistryError, ScrapeError, UnknownCouncilError
from scrapers.ledger import Crawl

Item = TypeVar("Item")


def exit_with(command: Callable[..., int], *arguments: Any) -> None:
    """Run a command and end the process with its status; our own errors end it in one line."""
    _show_warnings()
    try:
        status = command(*arguments)
    except (RegistryError, UnknownCouncilError) as error:
        complain(error)
        status = 2
    except HomeBusyError as error:
        complain(error)
        status = 4
    except (ScrapeError, OSError) as error:
        # A disk that is full or may not be written to is no bug of ours.
        complain(error)
        status = 1
    except KeyboardInterrupt:
        complain("stopped; what was fetched is kept, and the next run goes on from there")
        status = 130
    raise typer.Exit(int(status))


def _show_warnings() -> None:
    """Our own warnings; Dagster says its own, and its errors, on its console."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(message)s"))
    for name in ("scrapers", "orchestration"):
        logging.getLogger(name).addHandler(handler)


def complain(problem: object) -> None:
    print(f"scrutiny: {problem}", file=sys.stderr)


@contextmanager
def crawl_progress(councils: int) -> Generator[Progress]:
    """A bar on a terminal, a line per council elsewhere."""
    if not sys.stderr.isatty():
        yield Progress(on_end=lambda crawl: print(_line(crawl), file=sys.stderr, flush=True))
        return
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[requests]} requests"), TimeElapsedColumn(),
    )  # fmt: skip
    with rich.progress.Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("councils", total=councils, requests=0)
        asked = itertools.count(1)

        def ended(crawl: Crawl) -> None:
            bar.console.print(_line(crawl))
            bar.advance(task)

        yield Progress(
            on_request=lambda council: bar.update(task, requests=next(asked)), on_end=ended
        )


def progress(items: Sequence[Item], what: str) -> Iterable[Item]:
    """The items, with a bar on a terminal."""
    is_hidden = not sys.stderr.isatty()
    return rich.progress.track(items, what, console=Console(stderr=True), disable=is_hidden)


def _line(crawl: Crawl) -> str:
    why = f" ({crawl.error}: {crawl.error_message})" if crawl.error else ""
    seconds = (crawl.ended_at - crawl.started_at).total_seconds()
    return f"{crawl.council}: {crawl.outcome}, {crawl.requests} requests in {seconds:.0f} s{why}"
